import { type Coverage, coverage, coverageByMonth, type MonthCoverage } from '../models/coverage.ts'
import type { UnlikeUnits } from '../models/dated-amounts.ts'
import type { HeldAllocation } from '../workspace/allocations.ts'
import { allocatedOver } from './allocated-totals.ts'
import type { ExchangeRate } from './assumptions.ts'
import { ratesInto } from './exchange-rates.ts'
import type { OurCommitment } from './our-commitments.ts'
import { byPeriod, monthlyOf, periodOf, quantityOf, sameResource } from './resource-amounts.ts'
import { lastDayOf, sharedSpan, spanOfAll, spanWithin, type TimeSpan, touchesMonth } from './time-spans.ts'

/** How far what is allocated keeps a promise, in the time that the resource plans are written for. */
export interface CommitmentCoverage extends Coverage {
  readonly kind: 'computed'
  /** The largest gap of one period of the promise (a month for people and equipment), in `unit`. */
  readonly gap: number
  readonly unit: string
  /** ISO months that fall short; empty where no dates are declared, or the promise is a total. */
  readonly uncovered: readonly string[]
  /** Where the amount is enough while it lasts: it begins too late, ends too early, or both. */
  readonly outside: 'before' | 'after' | 'both' | undefined
  /** From the first to the last day of what is allocated. */
  readonly allocated: TimeSpan
  /** What the share is made of, period by period; months are missing where no dates are declared, or the promise is a total. */
  readonly periods: readonly CoveredPeriod[]
}

/** What is promised and what is allocated in one period of a promise. */
export interface CoveredPeriod {
  /** ISO months. */
  readonly months: readonly string[]
  readonly committed: number
  readonly allocated: number
}

/** Undefined where the policies do not say enough; plans for this year say nothing about the next. */
export function commitmentCoverage(
  ours: OurCommitment,
  held: readonly HeldAllocation[],
  rates: readonly ExchangeRate[],
): CommitmentCoverage | UnlikeUnits | undefined {
  const promised = quantityOf(ours.commitment)
  const given = held.filter(({ allocation }) => sameResource(allocation, ours.commitment))
  if (promised === undefined || given.length === 0) return undefined
  const planned = spanOfAll(given.map(({ policy }) => spanWithin({}, policy)))
  return periodOf(ours.commitment) === 'term'
    ? inTotal(ours, given, planned, rates)
    : byMonths(ours, given, planned, rates)
}

/** A total may be spent at any time of the term, so only totals are compared. */
function inTotal(
  { commitment, span }: OurCommitment,
  given: readonly HeldAllocation[],
  planned: TimeSpan,
  rates: readonly ExchangeRate[],
): CommitmentCoverage | UnlikeUnits | undefined {
  const { money } = commitment
  if (money === undefined) return undefined
  const allocated = allocatedOver(span, given, money.currency, rates)
  if (typeof allocated !== 'number') return allocated
  const periods = [{ months: [], committed: money.amount, allocated }]
  const result = {
    kind: 'computed',
    unit: money.currency,
    uncovered: [],
    outside: undefined,
    allocated: {},
    periods,
  } as const
  if (!isShort(money.amount, allocated)) return { ...result, share: 1, gap: 0 }
  const inPlan = sharedSpan(span, planned)
  const yetToPlan = inPlan?.from !== span.from || inPlan?.to !== span.to
  return yetToPlan ? undefined : { ...result, ...coverage([{ committed: money.amount, allocated }]) }
}

function byMonths(
  { commitment, span }: OurCommitment,
  given: readonly HeldAllocation[],
  planned: TimeSpan,
  rates: readonly ExchangeRate[],
): CommitmentCoverage | UnlikeUnits | undefined {
  const promised = monthlyOf(commitment, span)
  const times = given.map(({ policy, allocation }) => spanWithin(allocation, policy))
  const amounts = given.flatMap(({ allocation }, index) => {
    const monthly = monthlyOf(allocation, times[index] ?? {})
    return monthly === undefined ? [] : [{ ...monthly, ...times[index] }]
  })
  if (promised === undefined || amounts.length < given.length) return undefined
  const { unit } = promised
  const common = { rates: ratesInto(unit, rates) }
  const horizon = { from: span.from ?? planned.from, to: span.to ?? planned.to }
  const dated = coverageByMonth({ ...common, commitments: [{ ...promised, ...span }], allocations: amounts, horizon })
  // Without any end there are no months to count, but amounts that go on and on compare as they stand.
  const bare = amounts.map(({ amount, unit }) => ({ amount, unit }))
  const found =
    dated.kind === 'unbounded' ? coverageByMonth({ ...common, commitments: [promised], allocations: bare }) : dated
  if (found.kind === 'unlike-units') return found
  if (found.kind !== 'computed') return undefined
  if (found.months.length === 0)
    return {
      kind: 'computed',
      share: found.share,
      gap: found.gap,
      unit,
      uncovered: [],
      outside: undefined,
      allocated: spanOfAll(times),
      periods: [{ months: [], committed: promised.amount, allocated: promised.amount - found.gap }],
    }
  const months = found.months.filter(({ month }) => touchesMonth(planned, month))
  if (months.length === 0) return undefined
  const periods = byPeriod(months, periodOf(commitment), span.from).map((inPeriod) => ({
    months: inPeriod.map(({ month }) => month),
    ...sums(inPeriod),
  }))
  const short = periods.filter(({ committed, allocated }) => isShort(committed, allocated))
  const uncovered = short.flatMap(({ months }) => months)
  const { share } = short.length === 0 ? { share: 1 } : coverage(periods)
  const gap = Math.max(0, ...short.map(({ committed, allocated }) => committed - allocated))
  return {
    kind: 'computed',
    share,
    gap,
    unit,
    uncovered,
    outside: short.length < periods.length ? outsideOf(uncovered, spanOfAll(times)) : undefined,
    allocated: spanOfAll(times),
    periods,
  }
}

/** Where all months that fall short lie outside of what is allocated, or in the month in which it begins or ends midway: at which end. */
function outsideOf(uncovered: readonly string[], { from, to }: TimeSpan): CommitmentCoverage['outside'] {
  const isBefore = (month: string) => from !== undefined && `${month}-01` < from && month <= from.slice(0, 7)
  const isAfter = (month: string) => to !== undefined && lastDayOf(month) > to && month >= to.slice(0, 7)
  const before = uncovered.some(isBefore)
  const after = uncovered.some(isAfter)
  if (uncovered.length === 0 || !uncovered.every((month) => isBefore(month) || isAfter(month))) return undefined
  return before && after ? 'both' : before ? 'before' : 'after'
}

function sums(months: readonly MonthCoverage[]): { readonly committed: number; readonly allocated: number } {
  return months.reduce(
    (sum, { committed, allocated }) => ({ committed: sum.committed + committed, allocated: sum.allocated + allocated }),
    { committed: 0, allocated: 0 },
  )
}

/** The share in percent; never rounded up to 100 while something is missing. */
export function coveredPercent({ share }: CommitmentCoverage): number {
  return Math.min(share * 100, 99.9)
}

/** Less than a billionth of what is promised is rounding. */
function isShort(committed: number, allocated: number): boolean {
  return committed - allocated > 1e-9 * committed
}
