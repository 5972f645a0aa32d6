import { allocationsTo, type HeldAllocation } from '../../workspace/allocations.ts'
import { drawnFrom, poolOf } from '../../workspace/pools.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import type { ExchangeRate } from '../assumptions.ts'
import { type Fix, safe, set } from '../fix.ts'
import { commitmentsServed } from '../our-commitments.ts'
import { firmExcess, poolLoads } from '../pool-loads.ts'
import { amountText } from '../resource-amounts.ts'
import { peopleAllow } from '../role-loads.ts'
import { barrier, passed, place, rule, titled } from '../rule.ts'

export default rule({
  id: 'resources/best-effort-priority',
  title: 'A firm promise to a partner has the lowest priority inside',
  kind: 'ResourceAllocation',
  severity: 'error',
  finds:
    'An allocation to a commitment that the agreement calls `committed`, and that the resource plan treats as `best-effort` or `residual`.',
  why: 'The partner counts on it, and inside it is the first to give way when anything else needs the people.',
  evidence: ['article'],
  certainty:
    "It is a statement about the policies themselves: the two say different things. What follows from it is practitioners' experience.",
  against: 'What the agreement itself calls best effort, or does not call anything, may be so in the plan as well.',
  fixing:
    'The fix calls the allocation committed, where its pool has room for it beside all else that is firm. It is safe: the agreement has settled already what the plan then says.',
  *check(plan, { workspace, assumptions }) {
    for (const { agreement, ours } of commitmentsServed(plan.spec.allocations ?? [], workspace)) {
      if (ours.commitment.class !== 'committed') continue
      for (const held of allocationsTo(workspace, ours.reference)) {
        const { policy, allocation } = held
        if (policy !== plan || allocation.class === undefined) continue
        if (allocation.class === 'committed') {
          yield passed()
          continue
        }
        const fix = makeFirm(held, workspace, assumptions.exchangeRates)
        const treated = allocation.class === 'residual' ? 'what is left over' : 'best effort'
        yield barrier(allocation, 'class', {
          what: `The allocation "${titled(allocation)}" is planned as ${treated}, and the agreement ${agreement.metadata.name} calls it committed.`,
          howMuch: `Of ${amountText(ours.commitment)} promised, ${amountText(allocation)} can be taken away at any time.`,
          change:
            fix === undefined
              ? 'Make room for it and call it committed, or agree with the partner that it is best effort.'
              : 'Call it committed here as well.',
          related: [place('Promised before other work.', agreement, ours.commitment, 'class')],
          fixes: fix === undefined ? [] : [fix],
        })
      }
    }
  },
})

function makeFirm(held: HeldAllocation, workspace: Workspace, rates: readonly ExchangeRate[]): Fix | undefined {
  const { policy, allocation } = held
  const pool = poolOf(workspace, held)
  if (pool === undefined) return undefined
  const firm: HeldAllocation = { policy, allocation: { ...allocation, class: 'committed' } }
  const instead = (other: HeldAllocation) => (other.allocation === allocation ? firm : other)
  const loads = poolLoads(pool, drawnFrom(workspace, pool).map(instead), rates)
  if (loads?.kind !== 'computed' || firmExcess(loads) > 0 || !peopleAllow(allocation, workspace, instead))
    return undefined
  return safe(`Call "${allocation.name}" committed, as the agreement does`, set(allocation, 'class', 'committed'))
}
