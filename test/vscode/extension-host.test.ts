import assert from 'node:assert/strict'
import Mocha from 'mocha'
import { plainAndCompanies } from './companies.ts'
import { describeHere } from './describe-here.ts'
import type { Outcome } from './host/index.ts'
import { runInHost } from './host-run.ts'

describeHere("in VS Code's extension host", function () {
  // Installing VS Code takes about a minute on a clean clone.
  this.timeout(600_000)
  let failure: string | undefined

  before(async function () {
    const { workspace, remove } = plainAndCompanies()
    try {
      const run = await runInHost(workspace, 180_000)
      failure = run.failure
      for (const outcome of run.outcomes) this.test?.parent?.addTest(asTest(outcome))
    } finally {
      remove()
    }
  })

  it('the suites came to their end', () => {
    assert.equal(failure, undefined, failure)
  })
})

/** A test here that ends as the one inside did. */
function asTest({ titles, state, error }: Outcome): Mocha.Test {
  if (state === 'skipped') return new Mocha.Test(titles.join(' '))
  return new Mocha.Test(titles.join(' '), () => {
    if (state === 'failed') throw new Error(error)
  })
}
