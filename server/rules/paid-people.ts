import type { IncentivePlan } from '../language/generated/policies.ts'
import { roleCalled } from '../workspace/roles.ts'
import { indexOf, type Workspace } from '../workspace/workspace.ts'

/** The roles and units that a plan pays. */
export function paidPeople({ spec: { population } }: IncentivePlan): readonly string[] {
  return [...(population?.roles ?? []), ...(population?.units ?? [])]
}

export function pays(plan: IncentivePlan, roleOrUnit: string): boolean {
  return paidPeople(plan).includes(roleOrUnit)
}

/** The plans that pay a role or unit, by its name. */
export const plansPaying = indexOf('IncentivePlan', function* (plan) {
  for (const name of new Set(paidPeople(plan))) yield [name, plan] as const
})

/** The units that a plan pays, by themselves or through their roles. */
export function paidUnits({ spec: { population } }: IncentivePlan, workspace: Workspace): readonly string[] {
  const ofRoles = (population?.roles ?? []).flatMap((role) => roleCalled(workspace, role)?.role.unit ?? [])
  return [...new Set([...(population?.units ?? []), ...ofRoles])]
}

/** Where the plan's population names a role or unit. */
export function placeInPopulation(
  { spec: { population } }: IncentivePlan,
  roleOrUnit: string,
): [list: readonly string[], at: number] {
  const list = [population?.roles, population?.units].find((names) => names?.includes(roleOrUnit) === true) ?? []
  return [list, list.indexOf(roleOrUnit)]
}

/** Whether the plan describes what it pays for; one that does not may pay for anything. */
export function saysWhatItPays({ spec }: IncentivePlan): boolean {
  return (spec.measures ?? []).length + (spec.pools ?? []).length > 0
}

/** Whether the plan pays the top team: as its population says, or because the leadership system counts all its roles to it. */
export function paysExecutives({ spec: { population } }: IncentivePlan, workspace: Workspace): boolean {
  if (population?.level !== undefined) return population.level === 'executive'
  const roles = population?.roles ?? []
  const executives = workspace.all('LeadershipSystem').flatMap(({ spec }) => spec.executives ?? [])
  return roles.length > 0 && roles.every((role) => executives.includes(role))
}
