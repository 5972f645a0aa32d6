import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { clean, misspelt } from './policies.ts'
import { bundle, concord, temporaryFolder } from './running.ts'

/** A check that goes on, with what it has printed so far. */
class Watch {
  readonly process: ChildProcess
  out = ''
  error = ''
  readonly #waiting = new Set<() => void>()

  constructor(folder: string, words: readonly string[] = []) {
    this.process = spawn(process.execPath, [bundle, 'check', '--watch', ...words], { cwd: folder })
    this.process.stdout?.setEncoding('utf8').on('data', (text: string) => this.#said({ out: text }))
    this.process.stderr?.setEncoding('utf8').on('data', (text: string) => this.#said({ error: text }))
  }

  /** Resolves when it has been checked so many times, and waits for changes. */
  async rounds(count: number): Promise<void> {
    while (this.error.split('Waiting for changes').length <= count)
      await new Promise<void>((resolve) => this.#waiting.add(resolve))
  }

  #said({ out = '', error = '' }: { readonly out?: string; readonly error?: string }): void {
    this.out += out
    this.error += error
    for (const resolve of this.#waiting) resolve()
    this.#waiting.clear()
  }

  async end(): Promise<number | null> {
    if (this.process.exitCode !== null) return this.process.exitCode
    const exit = once(this.process, 'exit')
    this.process.kill('SIGINT')
    const [code] = await exit
    return code
  }
}

describe('concord check --watch', () => {
  let watch: Watch | undefined
  afterEach(async () => {
    await watch?.end()
  })

  it('checks again when a policy changes, is added or is removed, and ends when it is interrupted', async function () {
    if (process.platform === 'win32') this.skip()
    const folder = temporaryFolder({ 'a.yaml': clean, '.concord.yaml': 'root: true\n' })
    watch = new Watch(folder, ['--quiet'])
    await watch.rounds(1)
    assert.match(watch.out, /no findings/)
    writeFileSync(join(folder, 'a.yaml'), misspelt)
    await watch.rounds(2)
    assert.match(watch.out, /Did you mean "title"\?[\s\S]*1 error/)
    writeFileSync(join(folder, 'b.yaml'), clean)
    await watch.rounds(3)
    assert.match(watch.out, /in 2 policies/)
    rmSync(join(folder, 'a.yaml'))
    await watch.rounds(4)
    assert.match(watch.out, /no findings in 1 policy/)
    assert.equal(await watch.end(), 0)
  })

  it('checks again when a configuration changes, and outlives one that is broken', async function () {
    if (process.platform === 'win32') this.skip()
    const folder = temporaryFolder({ 'in/a.yaml': misspelt, '.concord.yaml': 'root: true\n' })
    watch = new Watch(folder, ['in', '--quiet'])
    await watch.rounds(1)
    writeFileSync(join(folder, '.concord.yaml'), 'root: true\nrules: 5\n')
    await watch.rounds(2)
    assert.match(watch.error, /\.concord\.yaml:2:\d+/)
    writeFileSync(join(folder, '.concord.yaml'), 'root: true\nrules:\n  language/unknown-field: off\n')
    await watch.rounds(3)
    assert.match(watch.out, /no findings in 1 policy[^\n]*\n$/)
  })

  it('does not go with what cannot be repeated', () => {
    const folder = temporaryFolder({ 'a.yaml': clean })
    const { code, error } = concord(folder, ['check', '--watch', '--stdin-filename', 'a.yaml'])
    assert.equal(code, 2)
    assert.match(error, /--watch does not go with --stdin-filename/)
  })
})
