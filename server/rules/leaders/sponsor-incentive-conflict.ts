import type { IncentiveMeasure, IncentivePlan, PartnerAgreement } from '../../language/generated/policies.ts'
import { roleCalled } from '../../workspace/roles.ts'
import { unitCalled } from '../../workspace/units.ts'
import { index, type Workspace } from '../../workspace/workspace.ts'
import { number } from '../figure.ts'
import { plansPaying } from '../paid-people.ts'
import { areOnOneAnother, commonGrounds, groundText } from '../reach-overlap.ts'
import { barrier, passed, place, type RelatedPlace, rule } from '../rule.ts'
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

interface Opposed {
  /** As the end of "which …". */
  readonly what: string
  readonly related: RelatedPlace
}

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

function opposes(
  measure: IncentiveMeasure,
  sponsor: string,
  agreement: PartnerAgreement,
  workspace: Workspace,
): Opposed | undefined {
  return otherDirection(measure, agreement, workspace) ?? sameGround(measure, sponsor, agreement, workspace)
}

function otherDirection(
  { tracks, direction }: IncentiveMeasure,
  agreement: PartnerAgreement,
  workspace: Workspace,
): Opposed | undefined {
  if (tracks === undefined || direction === undefined) return undefined
  const found = resultsOf(workspace, agreement.metadata.name).find(
    ({ measure }) => measure.tracks === tracks && measure.direction !== undefined && measure.direction !== direction,
  )
  if (found === undefined) return undefined
  const { policy, measure } = found
  return {
    what: `wants ${direction === 'higher-is-better' ? 'more' : 'less'} of what the alliance wants ${direction === 'higher-is-better' ? 'less' : 'more'} of (${tracks})`,
    related: place('What the alliance wants.', policy, measure, 'direction'),
  }
}

/** Sales of a unit that works the agreement's ground directly, while the agreement sells by other routes. */
function sameGround(
  { unit, scope, outcome }: IncentiveMeasure,
  sponsor: string,
  { spec }: PartnerAgreement,
  workspace: Workspace,
): Opposed | undefined {
  const sells = outcome === 'bookings' || outcome === 'revenue' || outcome === 'margin'
  const named =
    unit ?? (scope === 'function' || scope === 'team' ? roleCalled(workspace, sponsor)?.role.unit : undefined)
  const held = named === undefined ? undefined : unitCalled(workspace, named)
  const reach = held?.unit.charter?.reach
  if (!sells || held === undefined || reach?.routes === undefined || spec.reach?.routes === undefined) return undefined
  const common = commonGrounds(reach, spec.reach)
  const apart = reach.routes.includes('direct') && !reach.routes.some((route) => spec.reach?.routes?.includes(route))
  if (!apart || !areOnOneAnother(common)) return undefined
  return {
    what: `grows when ${held.unit.title ?? held.unit.name} sells directly where the partner is to sell: ${groundText(common, 'and')}`,
    related: place('The unit sells directly here.', held.policy, reach, 'routes'),
  }
}

/** The measures of an agreement's result, by its name. */
const resultsOf = index(function* (workspace) {
  for (const policy of workspace.all('Accountability')) {
    for (const measure of policy.spec.measures ?? [])
      if (measure.agreement !== undefined) yield [measure.agreement, { policy, measure }] as const
  }
})
