import type { OrganizationDesign, OrganizationRole } from '../language/generated/policies.ts'
import { query } from './workspace.ts'

/** A role with the policy that declares it. */
export interface HeldRole {
  readonly policy: OrganizationDesign
  readonly role: OrganizationRole
}

/** A role by its name; the first, where a name is declared twice. */
export const roleCalled = query((workspace, name: string): HeldRole | undefined => {
  for (const policy of workspace.all('OrganizationDesign')) {
    const role = policy.spec.roles?.find((candidate) => candidate.name === name)
    if (role !== undefined) return { policy, role }
  }
  return undefined
})
