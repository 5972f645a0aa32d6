import type { ResourceAllocation } from '../language/generated/policies.ts'
import type { HeldPool } from '../workspace/allocations.ts'
import { drawnFrom } from '../workspace/pools.ts'
import { indexOf, type Workspace } from '../workspace/workspace.ts'
import type { ExchangeRate } from './assumptions.ts'
import type { OurCommitment } from './our-commitments.ts'
import { firmExcess, poolLoads } from './pool-loads.ts'
import { bareAmount, quantityOf, type ResourceAmount } from './resource-amounts.ts'
import { declaredDays, sharedSpan, spanWithin } from './time-spans.ts'

/** Whether a resource plan is written for some of the time of a promise. */
export function isPlannedIn(policy: ResourceAllocation, { span }: OurCommitment): boolean {
  return sharedSpan(spanWithin({}, policy), span) !== undefined
}

/** The pool that has room for a promise; undefined where there is none or several. */
export function onlyFitting(
  ours: OurCommitment,
  workspace: Workspace,
  rates: readonly ExchangeRate[],
): HeldPool | undefined {
  let found: HeldPool | undefined
  for (const held of poolsLike(workspace, likeness(ours.commitment))) {
    if (!isPlannedIn(held.policy, ours) || !hasRoom(ours, held, workspace, rates)) continue
    if (found !== undefined) return undefined
    found = held
  }
  return found
}

/** What two resources have in common that may stand in for one another. */
function likeness(resource: ResourceAmount & { readonly resource: string }): string {
  return JSON.stringify([resource.resource, resource.skill, resource.equipment, quantityOf(resource)?.unit])
}

const poolsLike = indexOf('ResourceAllocation', function* (policy) {
  for (const pool of policy.spec.pools ?? []) yield [likeness(pool), { policy, pool }] as const
})

/** Whether a pool has room for all of a promise beside what is firm. */
function hasRoom(
  { commitment, span }: OurCommitment,
  held: HeldPool,
  workspace: Workspace,
  rates: readonly ExchangeRate[],
): boolean {
  const { policy } = held
  const added = { name: commitment.name, ...bareAmount(commitment), ...declaredDays(span) }
  const loads = poolLoads(held, [...drawnFrom(workspace, held), { policy, allocation: added }], rates)
  return loads?.kind === 'computed' && firmExcess(loads) === 0
}
