import type { LeaderCriterion } from '../../language/generated/policies.ts'
import { isAcrossBoundaries } from '../across-boundaries.ts'
import { figure } from '../figure.ts'
import { append, fillIn, placeholder, weightFromOthers } from '../fix.ts'
import { competenciesAcross } from '../leader-criteria.ts'
import { barrier, passed, rule } from '../rule.ts'

export default rule({
  id: 'leaders/promotion-individual-results-only',
  title: 'Leaders are promoted for what they did alone',
  kind: 'LeaderSelection',
  severity: 'error',
  finds:
    'Promotion criteria that all look at the candidate alone: about own results, or with `scope: individual`, and none about working across boundaries, the growth of people, or conduct. Criteria of weight 0 do not count. Where the policy also declares a competency across boundaries, `leaders/competency-not-in-promotion` says it.',
  why: 'Those who did best alone come to lead, not those who made others good, and everybody sees it.',
  evidence: ['R25'],
  certainty:
    'At 214 firms doubled sales raised the chance of promotion by 15 %, and the sales of the new subordinates then fell by 7.5 %; experience in collaborating predicted better managers.',
  against: 'Where a promotion brings no people to lead, such as that of a specialist, own results may be what counts.',
  fixing:
    'The fix adds a criterion on results reached through others; what shows them has to be filled in, and its weight comes from the others.',
  *check(selection) {
    const { promotion } = selection.spec
    const criteria = (promotion?.criteria ?? []).filter(({ weight }) => weight !== 0)
    if (promotion === undefined || criteria.length === 0) return
    const own = criteria.map(looksAtOneAlone)
    if (own.includes(false)) yield passed()
    else if (!own.includes(undefined) && competenciesAcross(selection).length === 0) {
      yield barrier(promotion, 'criteria', {
        what: `${criteria.length === 1 ? 'The only criterion for promotion looks' : `Each of the ${criteria.length} criteria for promotion looks`} at what the candidate did alone.`,
        howMuch: '0 % of a promotion hangs on what others reached with the candidate.',
        change: 'Ask as well for results that others reached with their help, and for people who grew.',
        figures: [figure('results-through-others', 'Weight of results through others in a promotion', 0, 'percent')],
        fixes: [
          placeholder(
            'Add results through others to the criteria for promotion',
            append(promotion, 'criteria', {
              name: 'results-through-others',
              description: fillIn('what others reached with the help of the candidate, and who tells it'),
              about: 'contribution-to-others',
              scope: 'team',
              weight: weightFromOthers,
            }),
          ),
        ],
      })
    }
  },
})

/** Undefined where a criterion does not say what it is about, or whose result it looks at. */
function looksAtOneAlone({ about, scope }: LeaderCriterion): boolean | undefined {
  const others = isAcrossBoundaries(about) || about === 'growth-of-people' || about === 'conduct'
  if (others || (scope !== undefined && scope !== 'individual')) return false
  return about === 'own-results' || (about !== undefined && scope === 'individual') ? true : undefined
}
