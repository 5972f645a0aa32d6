import type { OrganizationDesign, OrganizationUnit } from '../language/generated/policies.ts'
import { query } from './workspace.ts'

/** A part of the organization with the policy that declares it. */
export interface HeldUnit {
  readonly policy: OrganizationDesign
  readonly unit: OrganizationUnit
}

/** A unit by its name; the first, where a name is declared twice. */
export const unitCalled = query((workspace, name: string): HeldUnit | undefined => {
  for (const policy of workspace.all('OrganizationDesign')) {
    const unit = policy.spec.units?.find((candidate) => candidate.name === name)
    if (unit !== undefined) return { policy, unit }
  }
  return undefined
})
