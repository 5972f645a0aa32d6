import type { PartnerAgreement } from '../language/generated/policies.ts'
import { indexOf } from '../workspace/workspace.ts'
import { ourRolesIn, type RoleInAgreement } from './agreement-roles.ts'

/** What a relationship with a partner hangs on: our sponsor, alliance manager and counterparts, each named once. */
export function keyRelationships(agreement: PartnerAgreement): readonly RoleInAgreement[] {
  const key = ourRolesIn(agreement).filter(
    ({ as }) => as === 'sponsor' || as === 'alliance manager' || as === 'counterpart of the partner',
  )
  return [...new Map(key.toReversed().map((named) => [named.role, named])).values()].toReversed()
}

/** The agreements in which a relationship hangs on a role, by its name. */
export const agreementsHangingOn = indexOf('PartnerAgreement', function* (agreement) {
  for (const { role } of keyRelationships(agreement)) yield [role, agreement] as const
})
