import type { UnlikeUnits } from '../models/dated-amounts.ts'
import { poolLoad } from '../models/pool-load.ts'
import type { HeldAllocation, HeldPool } from '../workspace/allocations.ts'
import { allocatedOver } from './allocated-totals.ts'
import type { ExchangeRate } from './assumptions.ts'
import { ratesInto } from './exchange-rates.ts'
import {
  byPeriod,
  monthlyOf,
  monthsPer,
  periodOf,
  type Quantity,
  quantityOf,
  sameResource,
} from './resource-amounts.ts'
import { spanWithin, touchesMonth } from './time-spans.ts'

/** What a pool gives in one period: a month for people and equipment, the period of the budget for money. In its capacity's unit. */
export interface PoolPeriod {
  /** ISO months; empty where no dates are declared, or the budget is for the whole term. */
  readonly months: readonly string[]
  /** Allocated in all, run work left out. */
  readonly allocated: number
  /** Of it what must be kept: all but best effort. */
  readonly firm: number
}

export interface PoolLoads {
  readonly kind: 'computed'
  /** For each period. */
  readonly capacity: Quantity
  /** Kept for running work. */
  readonly runWork: number
  readonly periods: readonly PoolPeriod[]
}

/** Undefined where the capacity or the time of an amount is not declared, or an amount is of another sort. Work that gets the rest (`residual`) is no load. */
export function poolLoads(
  { policy, pool }: HeldPool,
  drawn: readonly HeldAllocation[],
  rates: readonly ExchangeRate[],
): PoolLoads | UnlikeUnits | undefined {
  const capacity = quantityOf(pool)
  if (capacity === undefined) return undefined
  const planned = drawn.filter(
    ({ allocation }) => allocation.class !== 'residual' && quantityOf(allocation) !== undefined,
  )
  if (!planned.every(({ allocation }) => sameResource(allocation, pool))) return undefined
  const periods = (periodOf(pool) === 'term' ? total : eachPeriod)({ policy, pool }, planned, rates)
  if (periods === undefined || 'kind' in periods) return periods
  return { kind: 'computed', capacity, runWork: (capacity.amount * (pool.runWorkPercent ?? 0)) / 100, periods }
}

/** A budget for the whole term may be spent at any time of it, so only totals count. */
function total(
  { policy, pool }: HeldPool,
  planned: readonly HeldAllocation[],
  rates: readonly ExchangeRate[],
): readonly PoolPeriod[] | UnlikeUnits | undefined {
  const unit = quantityOf(pool)?.unit ?? ''
  const over = spanWithin(pool, policy)
  const allocated = allocatedOver(over, planned, unit, rates)
  const kept = planned.filter(({ allocation }) => allocation.class !== 'best-effort')
  const firm = allocatedOver(over, kept, unit, rates)
  if (typeof allocated !== 'number') return allocated
  return typeof firm === 'number' ? [{ months: [], allocated, firm }] : firm
}

function eachPeriod(
  { policy, pool }: HeldPool,
  planned: readonly HeldAllocation[],
  rates: readonly ExchangeRate[],
): readonly PoolPeriod[] | UnlikeUnits | undefined {
  const span = spanWithin(pool, policy)
  const capacity = monthlyOf(pool, span)
  const allocations = planned.flatMap(({ policy: owner, allocation }) => {
    const own = spanWithin(allocation, owner)
    const monthly = monthlyOf(allocation, own)
    const workClass: 'best-effort' | 'committed' = allocation.class === 'best-effort' ? 'best-effort' : 'committed'
    return monthly === undefined ? [] : [{ ...monthly, ...own, workClass }]
  })
  if (capacity === undefined || allocations.length < planned.length) return undefined
  const found = poolLoad({ capacity, allocations, rates: ratesInto(capacity.unit, rates) })
  if (found.kind === 'unlike-units') return found
  if (found.kind === 'not-a-date') return undefined
  const whole = capacity.amount
  if (found.months.length === 0) {
    const length = monthsPer(periodOf(pool)) ?? 1
    const firm = (whole - found.slack) * length
    return [{ months: [], allocated: found.load === undefined ? firm : found.load * whole * length, firm }]
  }
  const months = found.months.filter(({ month }) => touchesMonth(span, month))
  return byPeriod(months, periodOf(pool), span.from).map((period) => ({
    months: period.map(({ month }) => month),
    allocated: period.reduce((sum, { allocated }) => sum + allocated, 0),
    firm: period.reduce((sum, { slack }) => sum + whole - slack, 0),
  }))
}

/** The period in which most is allocated, the first if several. */
export function peakOf({ periods }: PoolLoads): PoolPeriod {
  return periods.reduce((peak, period) => (period.allocated > peak.allocated ? period : peak), {
    months: [],
    allocated: 0,
    firm: 0,
  })
}

/** By how much allocations and running work exceed the capacity in that period; 0 where they fit, rounding left out. */
export function excessOf(loads: PoolLoads): number {
  return beyond(loads, peakOf(loads).allocated)
}

/** By how much what must be kept does, in any period. */
export function firmExcess(loads: PoolLoads): number {
  return Math.max(0, ...loads.periods.map(({ firm }) => beyond(loads, firm)))
}

function beyond({ capacity, runWork }: PoolLoads, amount: number): number {
  const excess = amount + runWork - capacity.amount
  return excess > 1e-9 * capacity.amount ? excess : 0
}
