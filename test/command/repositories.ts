import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { clean, misspelt } from './policies.ts'
import { type Files, temporaryFolder } from './running.ts'

// Nobody's own settings reach the repositories of tests, neither through git itself nor through Concord.
const own = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
const before = Object.fromEntries(Object.keys(own).map((name) => [name, process.env[name]]))
Object.assign(process.env, own)
after(() => {
  for (const [name, value] of Object.entries(before))
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
})

/** A repository in a temporary folder, with policies that change from commit to commit. */
export class TestRepository {
  readonly folder: string

  constructor(folder = temporaryFolder()) {
    this.folder = folder
    this.git('init', '-q', '-b', 'main')
    for (const [key, value] of Object.entries({ 'user.name': 'Alliance office', 'user.email': 'office@example.com' }))
      this.git('config', key, value)
  }

  git(...words: readonly string[]): string {
    return execFileSync('git', words, { cwd: this.folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()
  }

  write(files: Files): void {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true })
      writeFileSync(join(this.folder, path), content)
    }
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8')
  }

  remove(...paths: readonly string[]): void {
    for (const path of paths) rmSync(join(this.folder, path), { recursive: true })
  }

  /** Commits everything that is there on a day, and returns the commit. */
  commit(subject: string, day = '2027-03-01'): string {
    this.git('add', '--all')
    const date = `${day}T12:00:00+0000`
    execFileSync('git', ['commit', '-q', '--allow-empty', '--no-gpg-sign', '-m', subject], {
      cwd: this.folder,
      env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
    })
    return this.git('rev-parse', 'HEAD')
  }

  /** All that must not change by looking: status, refs, the index and the files' own times. */
  state(): string {
    const status = this.git('--no-optional-locks', 'status', '--porcelain', '--ignored')
    const index = readFileSync(join(this.folder, '.git/index')).toString('base64')
    const written = statSync(join(this.folder, '.git/index')).mtimeMs
    return [status, this.git('for-each-ref'), this.git('rev-parse', 'HEAD'), index, written].join('\n')
  }
}

/** Two commits: in the second one, the policy of the first has a mistake. */
export function commitWorse(repository: TestRepository): void {
  repository.write({ 'a.yaml': clean })
  repository.commit('begin')
  repository.write({ 'a.yaml': misspelt })
  repository.commit('go on')
}

/** Copies a folder's policies, without what else stands there. */
export function copyPolicies(from: string, to: string, pick: (path: string) => boolean = () => true): void {
  for (const path of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.yaml') || !pick(path)) continue
    mkdirSync(dirname(join(to, path)), { recursive: true })
    copyFileSync(join(from, path), join(to, path))
  }
}
