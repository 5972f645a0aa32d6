import type { Accountability, Goal } from '../language/generated/policies.ts'
import { indexOf, query, type Workspace } from '../workspace/workspace.ts'

/** A goal with the policy that holds it. */
export interface HeldGoal {
  readonly policy: Accountability
  readonly goal: Goal
}

const goalsCalled = indexOf('Accountability', function* (policy) {
  for (const goal of policy.spec.goals ?? []) yield [goal.name, { policy, goal }] as const
})

/** Every goal, in every accountability policy. */
export const allGoals = query((workspace, _: ''): readonly HeldGoal[] =>
  workspace.all('Accountability').flatMap((policy) => (policy.spec.goals ?? []).map((goal) => ({ policy, goal }))),
)

/** Whether a strategic purpose is declared at all. */
export const northStarIsDeclared = query((workspace, _: '') =>
  workspace.all('LeadershipSystem').some(({ spec }) => spec.northStar !== undefined),
)

/** Whether any goal or agreement points to the strategic purpose. */
export const northStarIsServed = query((workspace, _: '') => {
  const agreed = workspace.all('PartnerAgreement').some(({ spec }) => spec.servesNorthStar === true)
  return agreed || allGoals(workspace, '').some(({ goal }) => goal.servesNorthStar === true)
})

/** Whether a goal serves the strategic purpose: by itself, through its agreement, or through a larger goal. */
export function leadsToNorthStar(goal: Goal, workspace: Workspace): boolean {
  const seen = new Set<Goal>()
  for (let at: Goal | undefined = goal; at !== undefined && !seen.has(at); ) {
    if (at.servesNorthStar === true) return true
    if (workspace.find('PartnerAgreement', at.agreement)?.spec.servesNorthStar === true) return true
    seen.add(at)
    const parent: string | undefined = at.parent
    if (parent === undefined) return false
    const [larger] = goalsCalled(workspace, parent)
    // A larger goal that is not described here may serve it.
    if (larger === undefined) return true
    at = larger.goal
  }
  return false
}
