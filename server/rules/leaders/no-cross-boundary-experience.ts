import { append, fillIn, placeholder, weightFromOthers } from '../fix.ts'
import { barrier, passed, rule } from '../rule.ts'

export default rule({
  id: 'leaders/no-cross-boundary-experience',
  title: 'No criterion asks for experience outside the own function',
  kind: 'LeaderSelection',
  severity: 'info',
  finds:
    'Criteria for selecting leaders, else for promoting them, none of which has `experience: cross-function` or `with-partners`.',
  why: 'Those come to lead who know one function from inside and the others from hearsay.',
  evidence: ['R25'],
  certainty: 'At 214 firms experience in collaborating predicted better managers.',
  against: 'Experience elsewhere is one way to learn it, and asking for it narrows the choice.',
  fixing:
    'The fix adds a criterion; which experience shows it has to be filled in, and its weight comes from the others.',
  *check({ spec }) {
    const choice = (spec.selection?.criteria ?? []).length > 0 ? spec.selection : spec.promotion
    const criteria = choice?.criteria ?? []
    if (choice === undefined || criteria.length === 0) return
    const all = [...(spec.selection?.criteria ?? []), ...(spec.promotion?.criteria ?? [])]
    if (all.some(({ experience }) => experience === 'cross-function' || experience === 'with-partners')) yield passed()
    else {
      yield barrier(choice, 'criteria', {
        what: `None of the ${all.length} criteria for leaders asks for work with other functions or with partners.`,
        change: 'Ask for one example of work in or with another function, or with a partner.',
        fixes: [
          placeholder(
            'Ask for work with another function',
            append(choice, 'criteria', {
              name: 'has-worked-with-others',
              description: fillIn('which work in or with another function, or with a partner, shows it'),
              about: 'collaboration',
              experience: 'cross-function',
              weight: weightFromOthers,
            }),
          ),
        ],
      })
    }
  },
})
