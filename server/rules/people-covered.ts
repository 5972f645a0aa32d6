import type { Population } from '../language/generated/policies.ts'
import { type HeldRole, roleCalled, rolesIn } from '../workspace/roles.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** The declared roles of a population: those that it names, and those of the units that it names. */
export function rolesCovered(population: Population | undefined, workspace: Workspace): readonly HeldRole[] {
  const named = (population?.roles ?? []).flatMap((name) => roleCalled(workspace, name) ?? [])
  const inUnits = (population?.units ?? []).flatMap((unit) => rolesIn(workspace, unit))
  return [...new Map([...named, ...inUnits].map((held) => [held.role.name, held])).values()]
}

/** Who of a population works with partners. */
export interface PartnerFacing {
  /** As the population says it, or as one of its roles does. */
  readonly does: boolean
  /** The roles that work with partners, the most time first. */
  readonly roles: readonly HeldRole[]
}

export function partnerFacing(population: Population | undefined, workspace: Workspace): PartnerFacing {
  const time = ({ role }: HeldRole): number => role.alliancePercent ?? 0
  const roles = rolesCovered(population, workspace)
    .filter(({ role }) => role.partnerFacing === true)
    .sort((a, b) => time(b) - time(a))
  return { does: population?.partnerFacing ?? roles.length > 0, roles }
}
