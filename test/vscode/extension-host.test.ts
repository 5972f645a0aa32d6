import assert from 'node:assert/strict'
import Mocha from 'mocha'
import type { Outcome } from './host/index.ts'
import { runInHost } from './host-run.ts'
import { sessions } from './sessions.ts'

for (const [name, open] of sessions) {
  describe(`in VS Code's extension host: ${name}`, function () {
    // Installing VS Code takes about a minute on a clean clone.
    this.timeout(600_000)
    let outcomes: readonly Outcome[] = []

    before(async function () {
      const { workspace, remove } = open()
      try {
        outcomes = await runInHost(name, workspace, { milliseconds: 180_000 })
      } finally {
        remove()
      }
      const { parent } = this.test ?? {}
      for (const outcome of outcomes) parent?.addTest(asTest(outcome))
    })

    it('came to its end', () => {
      assert.notEqual(outcomes.length, 0)
    })
  })
}

/** A test here that ends as the one inside did. */
function asTest({ titles, state, error }: Outcome): Mocha.Test {
  if (state === 'skipped') return new Mocha.Test(titles.join(' '))
  return new Mocha.Test(titles.join(' '), () => {
    if (state === 'failed') throw new Error(error)
  })
}
