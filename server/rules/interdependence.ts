import type { Policy } from '../language/policy-file.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** How people depend on one another in their work (Thompson 1967). */
export type InterdependenceDegree = 'pooled' | 'sequential' | 'reciprocal'

export interface DeclaredInterdependence {
  readonly degree: InterdependenceDegree | undefined
  readonly from: 'policy' | 'leadership system' | 'nowhere'
}

/** What a policy declares of interdependence, else the leadership system's default. */
export function interdependenceOf(policy: Policy, workspace: Workspace): DeclaredInterdependence {
  const own = 'interdependence' in policy.spec ? policy.spec.interdependence : undefined
  if (own !== undefined) return { degree: own, from: 'policy' }
  for (const { spec } of workspace.all('LeadershipSystem')) {
    if (spec.interdependence !== undefined) return { degree: spec.interdependence, from: 'leadership system' }
  }
  return { degree: undefined, from: 'nowhere' }
}
