import type { OrganizationRole } from '../language/generated/policies.ts'
import { indexOf, type Workspace } from '../workspace/workspace.ts'
import { agreementsNaming, ourRolesIn } from './agreement-roles.ts'
import { agreementTitle, isRunning } from './running-agreements.ts'

const partnersAt = indexOf('OrganizationDesign', function* ({ spec }) {
  for (const { role, partner } of spec.frontDoors ?? []) yield [role, partner] as const
})

/** What a role does at the boundary to a partner, as the end of "it is …"; undefined where nothing says that it does. */
export function boundaryOf(role: OrganizationRole, workspace: Workspace): string | undefined {
  const [partner] = partnersAt(workspace, role.name)
  if (partner !== undefined) return `the front door of ${partner}`
  const agreement = agreementsNaming(workspace, role.name).find((one) => isRunning(one, workspace.today))
  const named = agreement === undefined ? undefined : ourRolesIn(agreement).find((one) => one.role === role.name)
  if (agreement !== undefined && named !== undefined) return `${named.as} in ${agreementTitle(agreement)}`
  if (role.counterpart !== undefined) return `the counterpart of ${role.counterpart}`
  return role.partnerFacing === true ? 'a role that works with partners' : undefined
}
