import assert from 'node:assert/strict'
import { rules } from '../../server/rules/generated/registry.ts'
import { componentOf, components } from '../../server/rules/rule.ts'
import { check } from './checked-sample.ts'

/** Barriers that no sample company shows, and why: a company that had them as well would be believed by nobody. */
const notShown: Readonly<Record<string, string>> = {
  'accountability/north-star-missing':
    'A company that writes down its whole leadership system begins with what it is for. Who has not come so far has a few policies, not a sample of them.',
  'accountability/north-star-unreferenced':
    'It speaks where no goal and no agreement at all serves the purpose. Where some do, accountability/orphan-goal takes its place, and is shown.',
  'leaders/no-collaboration-competency':
    'Both companies name such a competency and then neither select nor promote by it, which is what companies do; one company cannot do both.',
  'performance/spiff-timed-product-contest':
    'It rests on law for broker-dealers in the United States, and neither company is one.',
}

/** What a leadership system can hold; rules about the text itself are shown on their pages. */
const barriers = rules.map(({ id }) => id as string).filter((id) => components.some((one) => componentOf(id) === one))

describe('the sample companies together', () => {
  const shown = new Set(
    ['meridian', 'tarnfield', 'published'].flatMap((one) => check(one).findings.map(({ rule }) => rule as string)),
  )

  it('show every barrier at work but a few, for which there is a reason', () => {
    assert.ok(barriers.length > 140, String(barriers.length))
    assert.deepEqual(barriers.filter((id) => !shown.has(id)).sort(), Object.keys(notShown).sort())
  })

  for (const company of ['meridian', 'tarnfield'])
    it(`are no caricatures: ${company} does more right than wrong in every component`, () => {
      const { judgements } = check(company)
      for (const component of components) {
        const judged = judgements.filter(({ rule }) => componentOf(rule.id) === component)
        const passed = judged.reduce((sum, one) => sum + one.passed, 0)
        const wrong = judged.reduce((sum, one) => sum + one.barriers.length, 0)
        assert.ok(passed > wrong, `${component}: ${passed} passed, ${wrong} barriers`)
      }
    })
})
