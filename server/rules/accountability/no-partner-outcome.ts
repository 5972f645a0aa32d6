import { addMeasure, allMeasures, servedBy } from '../declared-measures.ts'
import { barrier, passed, place, rule, titled } from '../rule.ts'
import { isRunning } from '../running-agreements.ts'
import { scorecardsOf } from '../scorecards.ts'

export default rule({
  id: 'accountability/no-partner-outcome',
  title: 'Nothing measures what the partner gets',
  kind: 'PartnerAgreement',
  severity: 'warning',
  finds:
    'An agreement under way for which no outcome measure serves partners, neither one of this agreement nor one for partners in general. Agreements with a joint scorecard are left to `accountability/one-sided-scorecard`, and nothing is said where no measures are described.',
  why: 'A partner who does not earn what it came for leaves, and nobody here sees it coming.',
  evidence: ['A3', 'article'],
  certainty:
    'A value proposition for both sides is an item of a benchmark of alliances; how much measuring it helps has not been studied.',
  against: 'A supplier who is paid by the piece sees its value on each invoice.',
  fixing: "The fix adds a measure of the partner's value; what it counts has to be filled in.",
  *check(agreement, { workspace }) {
    const measures = allMeasures(workspace, '')
    const [first] = measures
    const { name } = agreement.metadata
    if (first === undefined || !isRunning(agreement, workspace.today)) return
    if (scorecardsOf(workspace, name).some(({ scorecard }) => (scorecard.measures ?? []).length > 0)) return
    const ours = measures.filter(({ measure }) => measure.agreement === undefined || measure.agreement === name)
    const served = ours.map(({ measure }) => ({ measure, group: servedBy(measure, workspace) }))
    if (served.some(({ measure, group }) => group === 'partners' && measure.type === 'outcome')) yield passed()
    else if (served.every(({ group }) => group !== undefined)) {
      const { partner } = agreement.spec
      const about = measures.filter(({ measure }) => measure.agreement === name)
      yield barrier(partner, 'name', {
        what: `No measure shows what ${titled(partner)} gets from working with us.`,
        change: 'Add one figure that the partner itself would name, such as its margin or its time to market.',
        related: about.map(({ policy, measure }) =>
          place('Measured of this agreement, for others than the partner.', policy, measure, 'name'),
        ),
        fixes: [
          addMeasure(first.policy, `Add a measure of what ${titled(partner)} gets`, {
            name: `value-for-${partner.name}`,
            counts: 'what the partner gets, counted as it would count it',
            for: 'partners',
            agreement: name,
          }),
        ],
      })
    }
  },
})
