// What runs inside VS Code's extension host: the suites that stand beside this module, once bundled.

import { appendFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Mocha from 'mocha'

/** How a test ended, or that it began. */
export interface Outcome {
  /** The titles of its suites, and its own. */
  readonly titles: readonly string[]
  readonly state: 'began' | 'passed' | 'failed' | 'skipped'
  readonly error?: string
}

/** Where outcomes go, one line of JSON each; unset, they are only printed. */
const report = process.env['CONCORD_TEST_REPORT']

const { EVENT_RUN_END, EVENT_TEST_BEGIN, EVENT_TEST_FAIL, EVENT_TEST_PASS, EVENT_TEST_PENDING } = Mocha.Runner.constants

/** Prints tests as they end, and the usual closing line. */
class Outcomes extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options)
    runner.on(EVENT_TEST_BEGIN, (test) => record({ titles: test.titlePath(), state: 'began' }))
    runner.on(EVENT_TEST_PASS, (test) => record({ titles: test.titlePath(), state: 'passed' }))
    runner.on(EVENT_TEST_PENDING, (test) => record({ titles: test.titlePath(), state: 'skipped' }))
    runner.on(EVENT_TEST_FAIL, (test, error: unknown) => {
      record({ titles: test.titlePath(), state: 'failed', error: textOf(error) })
    })
    runner.once(EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats
      console.log(`${passes} passed, ${failures} failed, ${pending} skipped`)
    })
  }
}

function record(outcome: Outcome): void {
  if (report !== undefined) appendFileSync(report, `${JSON.stringify(outcome)}\n`)
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/**
 * What VS Code calls.
 * @param path where this module is
 * @throws Error when a test fails, by which VS Code ends with 1.
 */
export async function run(path: string): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 25_000, reporter: Outcomes })
  mocha.addFile(join(path.endsWith('.cjs') ? dirname(path) : path, 'suites.cjs'))
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} failed`))))
  })
}
