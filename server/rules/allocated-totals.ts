import type { UnlikeUnits } from '../models/dated-amounts.ts'
import type { HeldAllocation } from '../workspace/allocations.ts'
import type { ExchangeRate } from './assumptions.ts'
import { converted } from './exchange-rates.ts'
import { totalOver } from './resource-amounts.ts'
import { spanWithin, type TimeSpan } from './time-spans.ts'

/** What allocations come to over a time, each in its own period, in one unit; undefined where the time of one is not declared. */
export function allocatedOver(
  span: TimeSpan,
  allocations: readonly HeldAllocation[],
  unit: string,
  rates: readonly ExchangeRate[],
): number | UnlikeUnits | undefined {
  let sum = 0
  for (const { policy, allocation } of allocations) {
    const total = totalOver(allocation, spanWithin(allocation, policy), span)
    if (total === undefined) return undefined
    const amount = converted({ amount: total.amount, currency: total.unit }, unit, rates)
    if (amount === undefined) return { kind: 'unlike-units', units: [unit, total.unit] }
    sum += amount
  }
  return sum
}
