import type { IncentiveMeasure, PartnerAgreement } from '../language/generated/policies.ts'
import { roleCalled } from '../workspace/roles.ts'
import { unitCalled } from '../workspace/units.ts'
import { indexOf, type Workspace } from '../workspace/workspace.ts'
import { competes } from './given-grounds.ts'
import { areOnOneAnother, commonGrounds, groundText } from './reach-overlap.ts'
import { place, type RelatedPlace, titled } from './rule.ts'

/** What in a measure opposes an agreement. */
export interface Opposed {
  /** As the end of "which …". */
  readonly what: string
  readonly related: RelatedPlace
}

/** Whether what a measure pays its sponsor for works against the agreement: the other way, or on the partner's ground. */
export function opposes(
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
  if (!competes(reach, { reach: spec.reach, exclusive: false }) || !areOnOneAnother(common)) return undefined
  return {
    what: `grows when ${titled(held.unit)} sells directly where the partner is to sell: ${groundText(common, 'and')}`,
    related: place('The unit sells directly here.', held.policy, reach, 'routes'),
  }
}

/** The measures of an agreement's result, by its name. */
const resultsOf = indexOf('Accountability', function* (policy) {
  for (const measure of policy.spec.measures ?? [])
    if (measure.agreement !== undefined) yield [measure.agreement, { policy, measure }] as const
})
