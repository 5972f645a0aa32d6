import type { ResourceAllocation } from '../../language/generated/policies.ts'
import { allocationsTo, type HeldPool } from '../../workspace/allocations.ts'
import { drawnFrom } from '../../workspace/pools.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import type { ExchangeRate } from '../assumptions.ts'
import { append, type Fix, fillIn } from '../fix.ts'
import { type OurCommitment, ourCommitments } from '../our-commitments.ts'
import { firmExcess, poolLoads } from '../pool-loads.ts'
import { amountText, bareAmount, quantityOf } from '../resource-amounts.ts'
import { barrier, passed, rule } from '../rule.ts'
import { declaredDays, sharedSpan, spanWithin } from '../time-spans.ts'

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
      const plans = workspace
        .all('ResourceAllocation')
        .filter((plan) => sharedSpan(spanWithin({}, plan), ours.span) !== undefined)
      if (allocationsTo(workspace, ours.reference).length > 0) yield passed()
      else if (plans.length > 0) {
        yield barrier(ours.commitment, 'name', {
          what: `${ours.called} has no allocation in any resource plan.`,
          change: `Add an allocation of ${amountText(ours.commitment)} with commitment: ${ours.reference}.`,
          severity: ours.severity,
          fixes: [allocate(ours, plans, workspace, assumptions.exchangeRates)].flatMap((fix) => fix ?? []),
        })
      }
    }
  },
})

function allocate(
  ours: OurCommitment,
  plans: readonly ResourceAllocation[],
  workspace: Workspace,
  rates: readonly ExchangeRate[],
): Fix | undefined {
  const { commitment, reference, span } = ours
  const fitting = plans.flatMap((policy) =>
    (policy.spec.pools ?? []).flatMap((pool) =>
      fits(ours, { policy, pool }, workspace, rates) ? [{ policy, pool }] : [],
    ),
  )
  const [only] = fitting
  const pool = fitting.length === 1 ? only : undefined
  const plan = pool?.policy ?? plans[0]
  if (plan === undefined) return undefined
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

/** A pool of the same resource that has room for all of it beside what is firm. */
function fits(
  { commitment, span }: OurCommitment,
  held: HeldPool,
  workspace: Workspace,
  rates: readonly ExchangeRate[],
): boolean {
  const { pool, policy } = held
  const same =
    pool.resource === commitment.resource && pool.skill === commitment.skill && pool.equipment === commitment.equipment
  if (!same || quantityOf(pool)?.unit !== quantityOf(commitment)?.unit) return false
  const added = { name: commitment.name, ...bareAmount(commitment), ...declaredDays(span) }
  const loads = poolLoads(held, [...drawnFrom(workspace, held), { policy, allocation: added }], rates)
  return loads?.kind === 'computed' && firmExcess(loads) === 0
}
