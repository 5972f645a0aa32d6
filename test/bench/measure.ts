import { spawnSync } from 'node:child_process'

/** How one process went. */
export interface Run {
  readonly milliseconds: number
  /** The most memory that it held at one time. */
  readonly megabytes: number
}

const peak = new URL('peak-memory.cjs', import.meta.url)

/**
 * Runs Node with these words, throwing its output away, and waits for it to end. `expected` are the exit codes of a run that
 * worked. @throws Error when it could not be run, took more than ten minutes, or ended otherwise.
 */
export function runNode(words: readonly string[], expected: readonly number[] = [0], cwd?: string): Run {
  const before = performance.now()
  const { status, signal, error, stderr, output } = spawnSync(process.execPath, [...words], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    cwd,
    timeout: 600_000,
    killSignal: 'SIGKILL',
  })
  const milliseconds = performance.now() - before
  if (status !== null && expected.includes(status)) return { milliseconds, megabytes: Number(output[3]) / 1024 }
  const why = error?.message ?? signal ?? `exit code ${status}`
  throw new Error(`node ${words.join(' ')} did not work (${why}).\n${stderr.toString().slice(0, 2000)}`)
}

/** The same, with the memory measured from inside, which takes a moment of its own. */
export function runNodeWithMemory(words: readonly string[], expected?: readonly number[]): Run {
  return runNode(['--require', peak.pathname, ...words], expected)
}

/** The middle of several runs of each, taken in turns, so that whatever else the machine does hits all of them alike. */
export function medians<Name extends string>(
  times: number,
  runs: Readonly<Record<Name, () => Run>>,
): Record<Name, number> {
  const names = Object.keys(runs) as Name[]
  const measured = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let turn = 0; turn < times; turn++) for (const name of names) measured.get(name)?.push(runs[name]().milliseconds)
  // One entry for each name, made just above.
  return Object.fromEntries(names.map((name) => [name, median(measured.get(name) ?? [])])) as Record<Name, number>
}

export function median(values: readonly number[]): number {
  return percentile(values, 50)
}

/** The value that so many percent of the values do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length * percent) / 100)] ?? Number.NaN
}
