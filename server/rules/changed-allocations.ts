import { allocationsTo, type HeldAllocation } from '../workspace/allocations.ts'
import { drawnFrom, poolOf } from '../workspace/pools.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { ExchangeRate } from './assumptions.ts'
import { type CommitmentCoverage, commitmentCoverage } from './commitment-coverage.ts'
import { type Change, type Fix, safe, unsafe } from './fix.ts'
import type { OurCommitment } from './our-commitments.ts'
import { firmExcess, poolLoads } from './pool-loads.ts'
import { peopleAllow } from './role-loads.ts'

/**
 * How far a promise is kept with one of its allocations changed; undefined where the pool has no room for that beside all that is firm,
 * or the people of a role do not suffice.
 */
export function coverageWith(
  changed: HeldAllocation['allocation'],
  held: HeldAllocation,
  ours: OurCommitment,
  workspace: Workspace,
  rates: readonly ExchangeRate[],
): CommitmentCoverage | undefined {
  const { policy, allocation } = held
  const instead = (other: HeldAllocation) => (other.allocation === allocation ? { policy, allocation: changed } : other)
  const pool = poolOf(workspace, held)
  const covered = commitmentCoverage(ours, allocationsTo(workspace, ours.reference).map(instead), rates)
  if (pool === undefined || covered?.kind !== 'computed') return undefined
  const loads = poolLoads(pool, drawnFrom(workspace, pool).map(instead), rates)
  const fits = loads?.kind === 'computed' && firmExcess(loads) === 0 && peopleAllow(allocation, workspace, instead)
  return fits ? covered : undefined
}

/** What the agreement calls committed is kept before other work: to give it says nothing that was not settled there. */
export function givesAsPromised({ commitment }: OurCommitment, title: string, change: Change): Fix {
  return commitment.class === 'committed' ? safe(title, change) : unsafe(title, change)
}
