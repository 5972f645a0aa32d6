import type { RatingCriterion } from '../../language/generated/policies.ts'
import { isAcrossBoundaries } from '../across-boundaries.ts'
import { append, fillIn, placeholder, weightFromOthers } from '../fix.ts'
import { listed } from '../listed.ts'
import { countedCriteria, isOwnResultsOnly } from '../rating-criteria.ts'
import { barrier, passed, rule } from '../rule.ts'

export default rule({
  id: 'performance/collaboration-criterion-missing',
  title: 'No criterion asks what people did for or with others',
  kind: 'PerformanceCalibration',
  severity: { pooled: 'info', sequential: 'warning', reciprocal: 'warning', undeclared: 'warning' },
  finds:
    "Rating criteria that all say what they are about, none of them about contributing to others, using others' work, collaboration or partnering. Where shared results are rated, it is for information. Criteria that look at single persons only are `performance/individual-only-goals`; one that is declared and does not count is `performance/collaboration-unweighted`.",
  why: "A team's or a company's result says nothing of who helped to reach it, so help is left to goodwill.",
  evidence: ['C2', 'R13'],
  certainty:
    "One large company ended its curve and made contribution to others and use of others' work parts of impact. That people do what is rewarded is an argument rather than a measurement.",
  against: 'A shared result gives a reason to help even when nobody asks who did.',
  fixing:
    'The fix adds a criterion on what others achieved with a person; how it is seen has to be filled in, and its weight comes from the others.',
  *check({ spec }) {
    const { criteria = [] } = spec
    const counted = countedCriteria(spec)
    if (counted.length === 0 || counted.some(({ about }) => about === undefined)) return
    if (counted.some(asksForHelp)) yield passed()
    else if (!isOwnResultsOnly(counted) && !criteria.some(asksForHelp)) {
      const themes = new Set(counted.map(({ about }) => (about ?? '').replaceAll('-', ' ')))
      const shared = counted.find(({ about }) => about === 'shared-results')
      yield barrier(spec, 'criteria', {
        what: `${counted.length === 1 ? 'The only criterion is' : `The ${counted.length} criteria are`} about ${listed([...themes])}, and none asks what a person did for others or built on their work.`,
        change: "Rate what others achieved with a person's help.",
        ...(shared === undefined ? {} : { severity: 'info' }),
        fixes: [
          placeholder(
            'Add what others achieved with their help to the criteria',
            append(spec, 'criteria', {
              name: 'contribution-to-others',
              description: fillIn('how it is seen what others achieved with the help of this person'),
              about: 'contribution-to-others',
              weight: weightFromOthers,
            }),
          ),
        ],
      })
    }
  },
})

/** What is reached together is rated without a word of who helped. */
function asksForHelp(criterion: RatingCriterion): boolean {
  return isAcrossBoundaries(criterion.about) && criterion.about !== 'shared-results'
}
