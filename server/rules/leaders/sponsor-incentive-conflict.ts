import type { IncentiveMeasure, IncentivePlan, PartnerAgreement } from '../../language/generated/policies.ts'
import { number } from '../figure.ts'
import { plansPaying } from '../paid-people.ts'
import { type Opposed, opposes } from '../pay-against-alliance.ts'
import { barrier, passed, place, rule } from '../rule.ts'
import { agreementTitle, isRunning } from '../running-agreements.ts'

export default rule({
  id: 'leaders/sponsor-incentive-conflict',
  title: "A sponsor's pay works against the alliance",
  kind: 'PartnerAgreement',
  severity: 'warning',
  finds:
    "A measure in the pay plan of our sponsor that opposes the agreement: it tracks the same thing as a measure of the agreement's result and wants it the other way, or it pays for the sales of a unit that sells directly on the ground of an agreement that sells by other routes.",
  why: 'The one who should unblock the alliance is paid for what blocks it.',
  evidence: ['R13'],
  certainty:
    'That people do what is rewarded is a well-known argument rather than a measurement. What opposes is read from what both policies declare.',
  against: 'A sponsor who feels both sides may balance them best, where the alliance has a weight as well.',
  fixing: 'There is no fix: whether the measure, its unit or the sponsor changes is for the top team to decide.',
  *check(agreement, { workspace }) {
    const { sponsors } = agreement.spec
    const sponsor = sponsors?.ours
    if (sponsors === undefined || sponsor === undefined || !isRunning(agreement, workspace.today)) return
    for (const plan of plansPaying(workspace, sponsor)) {
      for (const measure of plan.spec.measures ?? []) {
        if (measure.weight === 0) continue
        const against = opposes(measure, sponsor, agreement, workspace)
        if (against === undefined) yield passed()
        else yield barrier(sponsors, 'ours', reportOf(against, sponsor, measure, plan, agreement))
      }
    }
  },
})

function reportOf(
  { what, related }: Opposed,
  sponsor: string,
  measure: IncentiveMeasure,
  plan: IncentivePlan,
  agreement: PartnerAgreement,
) {
  const { name, title, weight } = measure
  const share = weight === undefined ? '' : ` (${number(weight, 1)} % of variable pay)`
  return {
    what: `${sponsor} sponsors ${agreementTitle(agreement)}, and is paid for "${title ?? name}"${share}, which ${what}.`,
    change:
      'Take the measure out of the pay of the sponsor, let it count what the partner brings, or choose another sponsor.',
    identity: `${plan.metadata.name}/${name}`,
    related: [place('What the sponsor is paid for.', plan, measure, 'name'), related],
  }
}
