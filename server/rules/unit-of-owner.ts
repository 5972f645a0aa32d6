import { roleCalled } from '../workspace/roles.ts'
import { unitCalled } from '../workspace/units.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** The unit that a role or unit stands for; undefined where the organization design does not say. */
export function unitOfOwner(roleOrUnit: string, workspace: Workspace): string | undefined {
  return unitCalled(workspace, roleOrUnit)?.unit.name ?? roleCalled(workspace, roleOrUnit)?.role.unit
}
