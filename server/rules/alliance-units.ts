import type { OrganizationUnit, PartnerAgreement } from '../language/generated/policies.ts'
import { roleCalled } from '../workspace/roles.ts'
import { type HeldUnit, unitCalled } from '../workspace/units.ts'
import { index, indexOf, type Workspace } from '../workspace/workspace.ts'
import { isRunning } from './running-agreements.ts'

/** The running agreements that the alliance managers of a unit look after, by the unit's name. */
export const agreementsLookedAfterIn = index(function* (workspace) {
  for (const agreement of workspace.all('PartnerAgreement')) {
    const manager = agreement.spec.allianceManagers?.ours
    if (manager === undefined || !isRunning(agreement, workspace.today)) continue
    const unit = roleCalled(workspace, manager)?.role.unit
    if (unit !== undefined) yield [unit, agreement] as readonly [string, PartnerAgreement]
  }
})

const unitsBelow = indexOf('OrganizationDesign', function* (policy) {
  for (const unit of policy.spec.units ?? [])
    if (unit.reportsTo !== undefined) yield [unit.reportsTo, { policy, unit }] as const
})

/** The unit and those above it, the nearest first, without the top one: it leads everything. */
export function linesAbove(unit: OrganizationUnit, workspace: Workspace): readonly HeldUnit[] {
  const found: HeldUnit[] = []
  for (let held = unitCalled(workspace, unit.name); held?.unit.reportsTo !== undefined && !found.includes(held); ) {
    found.push(held)
    held = unitCalled(workspace, held.unit.reportsTo)
  }
  return found
}

/** A unit and every unit below it. */
export function subtreeOf(held: HeldUnit, workspace: Workspace): readonly HeldUnit[] {
  const found: HeldUnit[] = [held]
  for (const { unit } of found)
    found.push(...unitsBelow(workspace, unit.name).filter((below) => !found.some((one) => one.unit === below.unit)))
  return found
}
