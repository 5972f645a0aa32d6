import type { PartnerAgreement } from '../language/generated/policies.ts'

/** Whether the agreement says who looks after it on either side; one that does may be asked what else it says of the relationship. */
export function isLookedAfter({ spec }: PartnerAgreement): boolean {
  const { sponsors, allianceManagers, counterparts = [], governance } = spec
  return sponsors !== undefined || allianceManagers !== undefined || counterparts.length > 0 || governance !== undefined
}
