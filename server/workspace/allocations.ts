import type { Allocation, ResourceAllocation, ResourcePool } from '../language/generated/policies.ts'
import { query } from './workspace.ts'

/** An allocation with the policy that holds it. */
export interface HeldAllocation {
  readonly policy: ResourceAllocation
  readonly allocation: Allocation
}

export interface HeldPool {
  readonly policy: ResourceAllocation
  readonly pool: ResourcePool
}

/** The allocations to a commitment, `agreement/commitment`, in every allocation policy. */
export const allocationsTo = query((workspace, commitment: string): readonly HeldAllocation[] =>
  workspace
    .all('ResourceAllocation')
    .flatMap((policy) =>
      (policy.spec.allocations ?? []).flatMap((allocation) =>
        allocation.commitment === commitment ? [{ policy, allocation }] : [],
      ),
    ),
)

/** The allocations that draw on a pool, by the pool's name. */
export const allocationsFrom = query((workspace, pool: string): readonly HeldAllocation[] =>
  workspace
    .all('ResourceAllocation')
    .flatMap((policy) =>
      (policy.spec.allocations ?? []).flatMap((allocation) =>
        allocation.pool === pool ? [{ policy, allocation }] : [],
      ),
    ),
)

/** A pool by its name; the first, where a name is declared twice. */
export const poolCalled = query((workspace, name: string): HeldPool | undefined => {
  for (const policy of workspace.all('ResourceAllocation')) {
    const pool = policy.spec.pools?.find((candidate) => candidate.name === name)
    if (pool !== undefined) return { policy, pool }
  }
  return undefined
})
