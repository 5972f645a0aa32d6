import { requireAmount } from './admissible.ts'
import { addMonths, type DayNumber, monthsTouched } from './calendar-days.ts'
import {
  amountInMonth,
  bounded,
  commonUnit,
  type DatedAmount,
  type NotADate,
  overDays,
  type Rates,
  type UnlikeUnits,
} from './dated-amounts.ts'

export interface PoolLoadInput {
  /** What the pool has, the same in every month. */
  readonly capacity: { readonly amount: number; readonly unit: string }
  readonly allocations: readonly PoolAllocation[]
  /** What the function's own daily work takes of it, in the capacity's unit; 0 unless given. */
  readonly runWork?: number | undefined
  readonly rates?: Rates | undefined
}

export interface PoolAllocation extends DatedAmount {
  /** Best-effort work counts as load, and gives way where slack is asked for. Committed unless given. */
  readonly workClass?: 'committed' | 'best-effort' | undefined
}

export interface PoolLoad {
  readonly kind: 'computed'
  /** Σ allocated / capacity in the peak month; above 1 is overcommitted. `undefined` for allocations to no capacity. */
  readonly load: number | undefined
  /** capacity − committed − run work in the tightest month, in the capacity's unit. */
  readonly slack: number
  /** The ISO month of highest load, the first if several; `undefined` where no dates are declared. */
  readonly peakMonth: string | undefined
  /** Every month that any allocation touches; empty where no dates are declared. */
  readonly months: readonly PoolMonth[]
}

export interface PoolMonth {
  /** ISO month such as `2026-04`. */
  readonly month: string
  readonly allocated: number
  readonly load: number | undefined
  readonly slack: number
}

/**
 * How full a pool is, month by month; partial months by their share of days. Open ends reach one whole month
 * beyond the earliest and the latest date that any allocation declares; after that nothing changes any more.
 * Every figure is in the capacity's unit.
 *
 * @throws RangeError for a negative amount.
 */
export function poolLoad(input: PoolLoadInput): PoolLoad | UnlikeUnits | NotADate {
  const { capacity, allocations, runWork = 0, rates } = input
  requireAmount('capacity.amount', capacity.amount)
  requireAmount('runWork', runWork)
  const common = commonUnit([capacity, ...allocations], rates)
  if (common.kind === 'unlike-units') return common
  const all = overDays(allocations, common)
  if ('kind' in all) return all
  const committed = all.filter((_, index) => allocations[index]?.workClass !== 'best-effort')
  const whole = capacity.amount
  const month = (name: string, allocated: number, promised: number): PoolMonth => ({
    month: name,
    allocated,
    load: whole > 0 ? allocated / whole : allocated > 0 ? undefined : 0,
    slack: whole - promised - runWork,
  })

  const days = all.flatMap(({ from, to }) => [from, to]).filter((day) => day !== undefined)
  const total = (amounts: typeof all): number => amounts.reduce((sum, one) => sum + one.amount, 0)
  if (days.length === 0) {
    const { load, slack } = month('', total(all), total(committed))
    return { kind: 'computed', load, slack, peakMonth: undefined, months: [] }
  }
  const horizon = aMonthAround(Math.min(...days), Math.max(...days))
  const allBounded = bounded(all, horizon)
  const committedBounded = bounded(committed, horizon)
  const months = monthsTouched(horizon.from, horizon.to)
    .filter((touched) => allBounded.some(({ from, to }) => from <= touched.last && to >= touched.first))
    .map((touched) => month(touched.name, amountInMonth(allBounded, touched), amountInMonth(committedBounded, touched)))
  const idle = month('', 0, 0)
  const peak = months.reduce((most, one) => (one.allocated > most.allocated ? one : most), idle)
  return {
    kind: 'computed',
    load: peak.load,
    slack: Math.min(idle.slack, ...months.map(({ slack }) => slack)),
    peakMonth: peak === idle ? undefined : peak.month,
    months,
  }
}

/** From the first day of the month before `from` to the last day of the month after `to`. */
function aMonthAround(from: DayNumber, to: DayNumber): { from: DayNumber; to: DayNumber } {
  const [before] = monthsTouched(addMonths(from, -1), from)
  const after = monthsTouched(to, addMonths(to, 1)).at(-1)
  return { from: before?.first ?? from, to: after?.last ?? to }
}
