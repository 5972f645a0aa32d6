import type { Allocation, ResourceAllocation, ResourcePool } from '../language/generated/policies.ts'
import { indexOf, type Workspace } from './workspace.ts'

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
export const allocationsTo = indexOf('ResourceAllocation', function* (policy) {
  for (const allocation of policy.spec.allocations ?? [])
    if (allocation.commitment !== undefined) yield [allocation.commitment, { policy, allocation }] as const
})

/** The allocations that draw on a pool, by the pool's name. */
export const allocationsFrom = indexOf('ResourceAllocation', function* (policy) {
  for (const allocation of policy.spec.allocations ?? [])
    if (allocation.pool !== undefined) yield [allocation.pool, { policy, allocation }] as const
})

const poolsCalled = indexOf('ResourceAllocation', function* (policy) {
  for (const pool of policy.spec.pools ?? []) yield [pool.name, { policy, pool }] as const
})

/** A pool by its name; the first, where a name is declared twice. */
export function poolCalled(workspace: Workspace, name: string): HeldPool | undefined {
  return poolsCalled(workspace, name)[0]
}
