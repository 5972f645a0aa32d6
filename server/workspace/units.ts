import type { OrganizationDesign, OrganizationUnit } from '../language/generated/policies.ts'
import { indexOf, type Workspace } from './workspace.ts'

/** A part of the organization with the policy that declares it. */
export interface HeldUnit {
  readonly policy: OrganizationDesign
  readonly unit: OrganizationUnit
}

const unitsCalled = indexOf('OrganizationDesign', function* (policy) {
  for (const unit of policy.spec.units ?? []) yield [unit.name, { policy, unit }] as const
})

/** A unit by its name; the first, where a name is declared twice. */
export function unitCalled(workspace: Workspace, name: string): HeldUnit | undefined {
  return unitsCalled(workspace, name)[0]
}
