import type { Allocation, ResourceAllocation, ResourcePool } from '../language/generated/policies.ts'
import { index, type Workspace } from './workspace.ts'

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
export const allocationsTo = index(function* (workspace) {
  for (const held of allAllocations(workspace))
    if (held.allocation.commitment !== undefined) yield [held.allocation.commitment, held] as const
})

/** The allocations that draw on a pool, by the pool's name. */
export const allocationsFrom = index(function* (workspace) {
  for (const held of allAllocations(workspace))
    if (held.allocation.pool !== undefined) yield [held.allocation.pool, held] as const
})

const poolsCalled = index(function* (workspace) {
  for (const policy of workspace.all('ResourceAllocation'))
    for (const pool of policy.spec.pools ?? []) yield [pool.name, { policy, pool }] as const
})

/** A pool by its name; the first, where a name is declared twice. */
export function poolCalled(workspace: Workspace, name: string): HeldPool | undefined {
  return poolsCalled(workspace, name)[0]
}

function* allAllocations(workspace: Workspace): Generator<HeldAllocation> {
  for (const policy of workspace.all('ResourceAllocation'))
    for (const allocation of policy.spec.allocations ?? []) yield { policy, allocation }
}
