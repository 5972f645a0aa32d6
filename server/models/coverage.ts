import { requireAmount } from './admissible.ts'
import { monthsTouched } from './calendar-days.ts'
import {
  type AmountOverDays,
  amountInMonth,
  boundary,
  bounded,
  commonUnit,
  type DatedAmount,
  type NotADate,
  overDays,
  type Rates,
  type UnlikeUnits,
} from './dated-amounts.ts'

export interface Coverage {
  /** Σ min(allocated, committed) / Σ committed, 0 to 1; 1 where nothing is committed. */
  readonly share: number
  /** Σ (committed − allocated)+: what is missing, in the unit of the amounts. */
  readonly gap: number
}

/**
 * Coverage of commitments by allocations, matched one to one: by resource, or by month. What one has too much
 * never makes up for what another lacks. All amounts in one unit.
 *
 * @throws RangeError for a negative amount.
 */
export function coverage(matched: readonly { readonly committed: number; readonly allocated: number }[]): Coverage {
  let promised = 0
  let covered = 0
  let gap = 0
  for (const { committed, allocated } of matched) {
    requireAmount('committed', committed)
    requireAmount('allocated', allocated)
    promised += committed
    covered += Math.min(allocated, committed)
    gap += Math.max(0, committed - allocated)
  }
  return { share: promised === 0 ? 1 : Math.min(1, covered / promised), gap }
}

export interface CoverageByMonthInput {
  /** Commitments of one resource; those that overlap in time add up. */
  readonly commitments: readonly DatedAmount[]
  /** What is allocated to them. */
  readonly allocations: readonly DatedAmount[]
  /** Where open ends stop, such as the agreement's term. Unless given, at the first and last date of either side. */
  readonly horizon?: { readonly from?: string | undefined; readonly to?: string | undefined } | undefined
  readonly rates?: Rates | undefined
}

export interface CoverageByMonth extends Coverage {
  readonly kind: 'computed'
  /** The unit of all amounts below: the first commitment's. `undefined` where nothing is given. */
  readonly unit: string | undefined
  /**
   * Every month from the first to the last of the commitments. Empty where no date is declared anywhere: then the
   * amounts are compared as they stand.
   */
  readonly months: readonly MonthCoverage[]
  /** ISO months such as `2026-04`; `undefined` where every month is covered. */
  readonly firstUncovered: string | undefined
  readonly lastUncovered: string | undefined
  /** The largest gap of one month, in the unit of the amounts. */
  readonly largestMonthlyGap: number
}

export interface MonthCoverage {
  readonly month: string
  readonly committed: number
  readonly allocated: number
  readonly gap: number
}

/** An end is open, and neither a horizon nor the other side says where to stop. */
export interface Unbounded {
  readonly kind: 'unbounded'
}

/**
 * Coverage month by month. A month of which only some days are in a period counts by its share of days, on both
 * sides, so that half of April needs half of April's amount. `gap` is a sum over months: a missing person for
 * three months is 3 FTE months. Gaps below a billionth of what is committed count as rounding.
 *
 * @throws RangeError for a negative amount.
 */
export function coverageByMonth(input: CoverageByMonthInput): CoverageByMonth | UnlikeUnits | NotADate | Unbounded {
  const common = commonUnit([...input.commitments, ...input.allocations], input.rates)
  if (common.kind === 'unlike-units') return common
  const commitments = overDays(input.commitments, common)
  if ('kind' in commitments) return commitments
  const allocations = overDays(input.allocations, common)
  if ('kind' in allocations) return allocations
  const from = boundary(input.horizon?.from)
  if (typeof from === 'object') return from
  const to = boundary(input.horizon?.to)
  if (typeof to === 'object') return to

  const everything = [...commitments, ...allocations]
  const starts = everything.flatMap((one) => (one.from === undefined ? [] : [one.from]))
  const ends = everything.flatMap((one) => (one.to === undefined ? [] : [one.to]))
  const { unit } = common
  const bare = { month: '', committed: total(commitments), allocated: total(allocations) }
  if (commitments.length === 0) return summed(unit, [], [])
  if (starts.length === 0 && ends.length === 0 && (from === undefined || to === undefined)) {
    return summed(unit, [bare], [])
  }
  const start = from ?? (starts.length === 0 ? undefined : Math.min(...starts))
  const end = to ?? (ends.length === 0 ? undefined : Math.max(...ends))
  if (start === undefined || end === undefined) return { kind: 'unbounded' }
  const promised = bounded(commitments, { from: start, to: end })
  const given = bounded(allocations, { from: start, to: end })
  const first = Math.min(...promised.map((one) => one.from))
  const last = Math.max(...promised.map((one) => one.to))
  const months = (promised.length === 0 ? [] : monthsTouched(first, last)).map((month) => ({
    month: month.name,
    committed: amountInMonth(promised, month),
    allocated: amountInMonth(given, month),
  }))
  return summed(unit, months, months)
}

function total(amounts: readonly AmountOverDays[]): number {
  return amounts.reduce((sum, { amount }) => sum + amount, 0)
}

type Matched = Omit<MonthCoverage, 'gap'>

function summed(unit: string | undefined, matched: readonly Matched[], months: readonly Matched[]): CoverageByMonth {
  const gapOf = ({ committed, allocated }: Matched): number =>
    committed - allocated > 1e-9 * committed ? committed - allocated : 0
  const uncovered = months.filter((month) => gapOf(month) > 0)
  const { share } = coverage(matched)
  const gap = matched.reduce((sum, month) => sum + gapOf(month), 0)
  return {
    kind: 'computed',
    unit,
    share: gap === 0 ? 1 : share,
    gap,
    months: months.map((month) => ({ ...month, gap: gapOf(month) })),
    firstUncovered: uncovered[0]?.month,
    lastUncovered: uncovered.at(-1)?.month,
    largestMonthlyGap: Math.max(0, ...matched.map(gapOf)),
  }
}
