import type { ResourceAllocation } from '../../language/generated/policies.ts'
import { allocationsTo } from '../../workspace/allocations.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import type { ExchangeRate } from '../assumptions.ts'
import { append, type Fix, fillIn } from '../fix.ts'
import { type OurCommitment, ourCommitments } from '../our-commitments.ts'
import { amountText, bareAmount } from '../resource-amounts.ts'
import { isPlannedIn, onlyFitting } from '../room-in-pools.ts'
import { barrier, passed, rule } from '../rule.ts'
import { declaredDays, isOver } from '../time-spans.ts'

export default rule({
  id: 'resources/commitment-unallocated',
  title: 'A commitment to a partner has no resources',
  kind: 'PartnerAgreement',
  severity: 'error',
  finds:
    'A commitment of ours in a partner agreement that no allocation refers to, where some resource allocation is written for its time.',
  why: 'The partner plans with what was promised, while the people, money or equipment are given to other work.',
  evidence: ['article', 'A3'],
  certainty:
    "It is a statement about the policies themselves: the promise is there, the allocation is not. That it hurts alliances is practitioners' experience.",
  against: 'What is promised as best effort may give way to other work, so there it is a warning.',
  fixing:
    'The fix adds an allocation with the committed amount and dates. It names the pool where just one fits and has room; otherwise the pool is left to be filled in.',
  *check(agreement, { workspace, assumptions }) {
    for (const ours of ourCommitments(agreement)) {
      if (isOver(ours.span, workspace.today)) continue
      if (allocationsTo(workspace, ours.reference).length > 0) {
        yield passed()
        continue
      }
      const plan = workspace.all('ResourceAllocation').find((policy) => isPlannedIn(policy, ours))
      if (plan !== undefined) {
        yield barrier(ours.commitment, 'name', {
          what: `${ours.called} has no allocation in any resource plan.`,
          change: `Add an allocation of ${amountText(ours.commitment)} with commitment: ${ours.reference}.`,
          severity: ours.severity,
          fixes: [allocate(ours, plan, workspace, assumptions.exchangeRates)],
        })
      }
    }
  },
})

/** In the plan of the pool that it can come from, where there is just one such pool, else in the first plan for its time. */
function allocate(
  ours: OurCommitment,
  firstPlan: ResourceAllocation,
  workspace: Workspace,
  rates: readonly ExchangeRate[],
): Fix {
  const { commitment, reference, span } = ours
  const pool = onlyFitting(ours, workspace, rates)
  const plan = pool?.policy ?? firstPlan
  const { money, ...amount } = bareAmount(commitment)
  const item = {
    name: commitment.name,
    pool: pool?.pool.name ?? fillIn('the pool that it comes from'),
    commitment: reference,
    ...(money === undefined ? {} : { money: { ...money } }),
    ...amount,
    class: commitment.class ?? 'committed',
    ...declaredDays(span),
  }
  const from = pool === undefined ? '' : ` from ${pool.pool.name}`
  return {
    title: `Allocate ${amountText(commitment)}${from} in ${plan.metadata.name}`,
    applicability: pool === undefined ? 'placeholder' : 'unsafe',
    changes: [append(plan.spec, 'allocations', item, { in: plan })],
  }
}
