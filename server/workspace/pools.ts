import { allocationsFrom, type HeldAllocation, type HeldPool, poolCalled } from './allocations.ts'
import type { Workspace } from './workspace.ts'

/** The pool that an allocation draws on: that of its own policy, else the first of that name, since each year's plan may declare it anew. */
export function poolOf(workspace: Workspace, { policy, allocation }: HeldAllocation): HeldPool | undefined {
  const { pool: name } = allocation
  if (name === undefined) return undefined
  const own = policy.spec.pools?.find((pool) => pool.name === name)
  return own === undefined ? poolCalled(workspace, name) : { policy, pool: own }
}

/** Everything that draws on a pool, in every allocation policy. */
export function drawnFrom(workspace: Workspace, { pool }: HeldPool): readonly HeldAllocation[] {
  return allocationsFrom(workspace, pool.name).filter((held) => poolOf(workspace, held)?.pool === pool)
}
