import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from '../../server/command/run.ts'
import type { JsonReport } from '../../server/reports/json.ts'

const made: string[] = []

after(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** Files by their path; a path that ends with a slash is an empty folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>

/** A folder of its own, removed when all tests have run. */
export function temporaryFolder(files: Files = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'concord-')))
  made.push(folder)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(path.endsWith('/') ? join(folder, path) : dirname(join(folder, path)), { recursive: true })
    if (!path.endsWith('/')) writeFileSync(join(folder, path), content)
  }
  return folder
}

export function bytesOf(folder: string, path: string): Buffer {
  return readFileSync(join(folder, path))
}

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly outBytes: Buffer
  readonly error: string
}

export interface Surroundings {
  readonly input?: string | Uint8Array
  readonly colours?: boolean
  /** The day, as an ISO date. */
  readonly today?: string
  /** What is answered to each question, in turn. */
  readonly answers?: readonly string[]
}

/** The command said in one line why it cannot, and nothing else. */
export function assertRefused({ code, out, error }: Ran, why: RegExp): void {
  assert.deepEqual([code, out, error.trimEnd().split('\n').length], [2, '', 1])
  assert.match(error, why)
}

/** Runs a command in this process, in a folder. */
export function concord(folder: string, words: readonly string[], surroundings: Surroundings = {}): Ran {
  const { code, ran } = started(folder, words, surroundings)
  if (typeof code !== 'number') throw new Error(`"concord ${words[0]}" takes its time: use concordLater.`)
  return ran(code)
}

/** The same for a command that loads something first. */
export async function concordLater(
  folder: string,
  words: readonly string[],
  surroundings: Surroundings = {},
): Promise<Ran> {
  const { code, ran } = started(folder, words, surroundings)
  return ran(await code)
}

function started(
  folder: string,
  words: readonly string[],
  { input, colours = false, today = '2027-03-31', answers }: Surroundings,
) {
  const out: Buffer[] = []
  let error = ''
  const code = run(words, {
    cwd: folder,
    out: (text) => out.push(Buffer.from(text)),
    error: (text) => {
      error += text
    },
    colours,
    width: 100,
    readInput: () => {
      if (input === undefined) throw new Error('There is no standard input.')
      return Buffer.from(input)
    },
    write: (path, report) => writeFileSync(resolve(folder, path), report),
    today,
    ...(answers === undefined ? {} : { ask: answering(answers) }),
  })
  const ran = (ended: number): Ran => {
    const outBytes = Buffer.concat(out)
    return { code: ended, out: outBytes.toString(), outBytes, error }
  }
  return { code, ran }
}

function answering(answers: readonly string[]): (question: string) => Promise<string> {
  const left = [...answers]
  return async (question) => {
    const answer = left.shift()
    if (answer === undefined) throw new Error(`Nobody answers "${question}".`)
    return answer
  }
}

/** The findings as JSON, and how the command ended. */
export function findingsOf(
  folder: string,
  words: readonly string[],
  surroundings: Surroundings = {},
): Ran & { readonly report: JsonReport; readonly rules: readonly string[] } {
  const ran = concord(folder, ['check', '--format', 'json', ...words], surroundings)
  const report: JsonReport = JSON.parse(ran.out)
  return { ...ran, report, rules: report.findings.map(({ rule, file }) => `${file} ${rule}`) }
}

export const bundle = fileURLToPath(new URL('../../dist/concord.cjs', import.meta.url))

interface ProcessSettings {
  readonly input?: string | Uint8Array
  readonly environment?: Readonly<Record<string, string>>
  readonly user?: number
}

/** Runs the built command as a process of its own. */
export function concordProcess(
  folder: string,
  words: readonly string[],
  { input, environment = {}, user }: ProcessSettings = {},
): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...words], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...environment },
    timeout: 20_000,
    maxBuffer: 64 * 1024 * 1024,
    ...(input === undefined ? {} : { input }),
    ...(user === undefined ? {} : { uid: user, gid: user }),
  })
  return { code: status, out: stdout.toString(), outBytes: stdout, error: stderr.toString() }
}
