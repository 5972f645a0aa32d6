import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { fromDebian, programOf } from '../vscode/browser.ts'
import { type Opened, oneCompany } from '../vscode/companies.ts'
import { ProcessGroups } from '../vscode/process-groups.ts'

const command = fileURLToPath(new URL('../../dist/concord.cjs', import.meta.url))
const script = fileURLToPath(new URL('client.lua', import.meta.url))

/** What client.lua writes down. */
interface Seen {
  readonly problem?: string
  readonly diagnostics: readonly { rule: string; line: number; severity: string; source: string }[]
  readonly actions: readonly string[]
  readonly definition: { readonly file: string; readonly line: string; readonly words: string }
}

function installedNeovim(): string {
  const found = programOf(['nvim']) ?? fromDebian('neovim', ['nvim'])
  if (found !== undefined) return found
  throw new Error(
    'There is no Neovim for the tests with a second editor, and apt-get could not install one; install neovim.',
  )
}

/** Lets Neovim work in a company with `concord lsp --stdio`, and says what it saw. Nothing of it is left running. */
async function authorIn(company: string): Promise<Seen> {
  const neovim = installedNeovim()
  const groups = new ProcessGroups('neovim')
  const report = join(groups.folder, 'seen.json')
  const editor = groups.start(neovim, ['--clean', '--headless', '-i', 'NONE', '-n', '-S', script], {
    ...process.env,
    HOME: groups.folder,
    XDG_STATE_HOME: groups.folder,
    XDG_CACHE_HOME: groups.folder,
    CONCORD_SERVER: JSON.stringify([process.execPath, command, 'lsp', '--stdio']),
    CONCORD_COMPANY: company,
    CONCORD_SEEN: report,
  })
  let said = ''
  for (const stream of [editor.stdout, editor.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      said += text
    })
  }
  try {
    const ended = new Promise((resolve) => editor.once('exit', resolve))
    await Promise.race([ended, pause(90_000, undefined, { ref: false })])
    const seen: Seen = JSON.parse(readFileSync(report, 'utf8'))
    assert.equal(seen.problem, undefined, `${seen.problem}\n${said}`)
    return seen
  } finally {
    await groups.end()
  }
}

describe('in Neovim', function () {
  // Installing Neovim takes a while on a clean machine.
  this.timeout(300_000)
  let opened: Opened
  let seen: Seen

  before(async () => {
    opened = oneCompany()
    seen = await authorIn(opened.workspace)
  })

  after(() => opened?.remove())

  const textOf = (path: string) => readFileSync(join(opened.workspace, path), 'utf8')

  it('barriers are shown where they stand', () => {
    const expected = { rule: 'performance/forced-distribution', line: 40, severity: 'ERROR', source: 'concord' }
    assert.deepEqual(
      seen.diagnostics.find(({ rule }) => rule === expected.rule),
      expected,
    )
  })

  it('a quick fix mends one', () => {
    assert.match(seen.actions.join('\n'), /^Make the distribution a benchmark/m)
    assert.match(textOf('people/ratings-research-and-development.yaml'), / {4}mode: expected\n/)
  })

  it('a reference leads to what declares it in another file', () => {
    assert.equal(seen.definition.file, 'alliances/quillon-codevelopment.yaml')
    assert.equal(seen.definition.line.trim(), '- name: formulation-scientists')
    assert.equal(seen.definition.words, 'formulation-scientists')
  })

  it('a rename reaches every file', () => {
    assert.match(textOf('alliances/quillon-codevelopment.yaml'), /- name: formulation-experts\n/)
    assert.match(
      textOf('resources/people-and-money-2027.yaml'),
      /commitment: quillon-codevelopment\/formulation-experts\n/,
    )
  })
})
