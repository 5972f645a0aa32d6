import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const meridian = fileURLToPath(new URL('../../samples/meridian', import.meta.url))
const command = fileURLToPath(new URL('../../dist/concord.cjs', import.meta.url))

/** What to open in the editor, in a folder of its own that may be changed. */
export interface Opened {
  readonly folder: string
  /** The folder or `….code-workspace` to open. */
  readonly workspace: string
  remove(): void
}

/**
 * A workspace of one folder without a policy. Beside it stand what the suites add later: Meridian twice, as two companies, and what the
 * command finds in the first.
 */
export function plainAndCompanies(): Opened {
  return opened((folder) => {
    mkdirSync(join(folder, 'plain'))
    writeFileSync(join(folder, 'plain/services.yaml'), 'services:\n  web:\n    image: nginx\n')
    for (const name of ['meridian', 'second']) cpSync(meridian, join(folder, name), { recursive: true })
    const words = [command, 'check', '--format', 'json', '--exit-zero']
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: join(folder, 'meridian') })
    if (status !== 0) throw new Error(`The command could not check Meridian: ${stderr}`)
    writeFileSync(join(folder, 'expected.json'), stdout)
    const workspace = join(folder, 'companies.code-workspace')
    writeFileSync(workspace, JSON.stringify({ folders: [{ path: 'plain' }] }))
    return workspace
  })
}

/** Meridian alone, as it was committed to a repository of its own. */
export function oneCompany(): Opened {
  return opened((folder) => {
    const company = join(folder, 'meridian')
    cpSync(meridian, company, { recursive: true })
    git(company, 'init', '-q', '-b', 'main')
    commit(company, 'Write the policies down')
    return company
  })
}

/** Commits everything that is there. */
export function commit(folder: string, subject: string): void {
  const nobody = [
    '-c',
    'user.name=Alliance office',
    '-c',
    'user.email=office@example.com',
    '-c',
    'commit.gpgSign=false',
  ]
  git(folder, 'add', '--all')
  git(folder, ...nobody, 'commit', '-q', '-m', subject)
}

function git(folder: string, ...words: readonly string[]): void {
  const { status, stderr, error } = spawnSync('git', words, { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`git ${words[0]} failed: ${error?.message ?? stderr}`)
}

function opened(fill: (folder: string) => string): Opened {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'concord-opened-')))
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  try {
    return { folder, workspace: fill(folder), remove }
  } catch (error) {
    remove()
    throw error
  }
}
