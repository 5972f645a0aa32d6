import type { Money } from '../language/generated/policies.ts'
import type { HeldAllocation } from '../workspace/allocations.ts'
import { poolOf } from '../workspace/pools.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { ExchangeRate } from './assumptions.ts'
import { coverageWith, givesAsPromised } from './changed-allocations.ts'
import type { CommitmentCoverage } from './commitment-coverage.ts'
import { converted } from './exchange-rates.ts'
import { type Fix, set } from './fix.ts'
import type { OurCommitment } from './our-commitments.ts'
import { amountField, amountText, monthsPer, periodOf, quantityOf, withAmount } from './resource-amounts.ts'
import { monthsIn, sharedSpan, spanWithin } from './time-spans.ts'

/** Raises the largest allocation with which the promise is then kept, if its pool has so much to spare beside all that is firm. */
export function raiseAllocation(
  ours: OurCommitment,
  held: readonly HeldAllocation[],
  { gap, unit }: CommitmentCoverage,
  workspace: Workspace,
  rates: readonly ExchangeRate[],
): Fix | undefined {
  const largestFirst = [...held].sort(
    (a, b) => (quantityOf(b.allocation)?.amount ?? 0) - (quantityOf(a.allocation)?.amount ?? 0),
  )
  for (const one of largestFirst) {
    const { policy, allocation } = one
    const amount = raisedAmount(one, ours, { amount: gap, currency: unit }, rates)
    const pool = poolOf(workspace, one)
    if (amount === undefined || pool === undefined) continue
    const raised = withAmount(allocation, amount)
    const covered = coverageWith(raised, one, ours, workspace, rates)
    if (covered === undefined || covered.share < 1) continue
    const { on, key } = amountField(allocation)
    const title = `Raise "${allocation.name}" from ${amountText(allocation)} to ${amountText(raised)}: the pool ${pool.pool.name} has room for it`
    return givesAsPromised(ours, title, set(on, key, amount, { in: policy }))
  }
  return undefined
}

/** What the allocation comes to with the gap of one of the promise's periods added, in its own period and currency; full hundredths. */
function raisedAmount(
  { policy, allocation }: HeldAllocation,
  { commitment, span }: OurCommitment,
  gap: Money,
  rates: readonly ExchangeRate[],
): number | undefined {
  const declared = quantityOf(allocation)
  const more = declared === undefined ? undefined : converted(gap, declared.unit, rates)
  const [own, promised] = [periodOf(allocation), periodOf(commitment)]
  const time = spanWithin(allocation, policy)
  const ownMonths = monthsPer(own) ?? monthsIn(time)
  // What is missing of a total has to come while this allocation lasts.
  const promisedMonths = monthsPer(promised) ?? monthsIn(sharedSpan(time, span) ?? {})
  if (declared === undefined || more === undefined) return undefined
  if (own === promised) return upToHundredths(declared.amount + more)
  if (ownMonths === undefined || promisedMonths === undefined) return undefined
  return upToHundredths(declared.amount + (more * ownMonths) / promisedMonths)
}

function upToHundredths(amount: number): number {
  return Math.ceil(amount * 100 - 1e-6) / 100
}
