import type { OrganizationDesign, OrganizationRole } from '../language/generated/policies.ts'
import { indexOf, type Workspace } from './workspace.ts'

/** A role with the policy that declares it. */
export interface HeldRole {
  readonly policy: OrganizationDesign
  readonly role: OrganizationRole
}

const rolesCalled = indexOf('OrganizationDesign', function* (policy) {
  for (const role of policy.spec.roles ?? []) yield [role.name, { policy, role }] as const
})

/** The roles of a unit, by the unit's name. */
export const rolesIn = indexOf('OrganizationDesign', function* (policy) {
  for (const role of policy.spec.roles ?? []) if (role.unit !== undefined) yield [role.unit, { policy, role }] as const
})

/** A role by its name; the first, where a name is declared twice. */
export function roleCalled(workspace: Workspace, name: string): HeldRole | undefined {
  return rolesCalled(workspace, name)[0]
}
