import { figure } from '../figure.ts'
import { append, fillIn, placeholder } from '../fix.ts'
import { barrier, passed, rule, titled } from '../rule.ts'

export default rule({
  id: 'accountability/one-sided-scorecard',
  title: 'A joint scorecard shows our value only',
  kind: 'Accountability',
  severity: 'warning',
  finds:
    'A joint scorecard with a line of value to us, and none of value to the partner or to both (`valueTo`). Value to customers is counted for neither.',
  why: "What the partner gets is nobody's subject when results are looked at, and a deal that is fair for one only does not last.",
  evidence: ['A3', 'article'],
  certainty: 'A balanced scorecard is an item of a benchmark of alliances; its effect has not been measured here.',
  against: 'The partner may keep a scorecard of its own. Then the two never meet.',
  fixing: "The fix adds a line for the partner's value; what it counts has to be filled in.",
  *check(policy, { workspace }) {
    for (const scorecard of policy.spec.scorecards ?? []) {
      const { measures = [], agreement } = scorecard
      const ours = measures.filter(({ valueTo }) => valueTo === 'us')
      if (measures.some(({ valueTo }) => valueTo === 'partner' || valueTo === 'both')) yield passed()
      else if (ours.length > 0) {
        const partner = workspace.find('PartnerAgreement', agreement)?.spec.partner
        const called = partner?.title ?? partner?.name ?? 'the partner'
        yield barrier(scorecard, 'measures', {
          what: `The scorecard "${titled(scorecard)}" has ${ours.length} ${ours.length === 1 ? 'line' : 'lines'} of value to us and none of value to ${called}.`,
          change: `Ask ${called} which figure shows that the work is worth it, and put it on the scorecard.`,
          figures: [figure('lines-for-partner', 'Lines of value to the partner', 0, 'count')],
          fixes: [
            placeholder(
              `Add a line for the value to ${called}`,
              append(scorecard, 'measures', {
                name: `value-to-${partner?.name ?? 'partner'}`,
                description: fillIn('what shows the partner that the work is worth it'),
                valueTo: 'partner',
              }),
            ),
          ],
        })
      }
    }
  },
})
