import { requireAmount, requirePositive } from './admissible.ts'
import { type CalendarMonth, type DayNumber, dayNumber } from './calendar-days.ts'

/** An amount that a policy commits or allocates over some time. Both dates are inclusive ISO dates. */
export interface DatedAmount {
  /** 0 or more. */
  readonly amount: number
  /** What is counted, such as `FTE`, `EUR` or `lab days`. Only like units are ever added. */
  readonly unit: string
  /** Left out where it has no declared start, or no declared end. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /**
   * `month` (unless given): the amount holds all the time, as with FTE or a monthly budget; a month of which only
   * some days are in the period counts by its share of days. `period`: the amount is a total, spread evenly over
   * the days of its period.
   */
  readonly per?: 'month' | 'period' | undefined
}

/** The value of one of each unit in one common unit, such as { EUR: 1, USD: 0.92 }. */
export type Rates = Readonly<Record<string, number>>

/** A text that is no ISO date stands where one is needed. */
export interface NotADate {
  readonly kind: 'not-a-date'
  readonly text: string
}

/** Amounts in units that nothing makes comparable. */
export interface UnlikeUnits {
  readonly kind: 'unlike-units'
  readonly units: readonly string[]
}

/** An amount over days, in the common unit. An end that is not declared is `undefined`. */
export interface AmountOverDays {
  readonly amount: number
  readonly from: DayNumber | undefined
  readonly to: DayNumber | undefined
  readonly per: 'month' | 'period'
}

/** One unit for all amounts, and the factor from each unit to it. */
export interface CommonUnit {
  readonly kind: 'common-unit'
  /** The unit of the first amount; `undefined` where there is none. */
  readonly unit: string | undefined
  readonly factors: ReadonlyMap<string, number>
}

/**
 * The unit of the first amount for all of them: as it is where all have the same, by the declared rates where each
 * has one, else the units that do not go together. Throws RangeError for a rate that is not greater than 0.
 */
export function commonUnit(
  amounts: readonly Pick<DatedAmount, 'unit'>[],
  rates: Rates | undefined,
): CommonUnit | UnlikeUnits {
  const units = [...new Set(amounts.map(({ unit }) => unit))]
  const [first] = units
  if (first === undefined || units.length === 1) {
    return { kind: 'common-unit', unit: first, factors: new Map() }
  }
  const declared = new Map(Object.entries(rates ?? {}))
  const base = declared.get(first)
  const factors = new Map<string, number>()
  for (const unit of units) {
    const rate = declared.get(unit)
    if (rate === undefined || base === undefined) return { kind: 'unlike-units', units }
    requirePositive(`rate of ${unit}`, rate)
    factors.set(unit, rate / base)
  }
  return { kind: 'common-unit', unit: first, factors }
}

/** Reads the dates and converts the unit. Throws RangeError for a negative amount. */
export function overDays(
  amounts: readonly DatedAmount[],
  { factors }: CommonUnit,
): readonly AmountOverDays[] | NotADate {
  const read: AmountOverDays[] = []
  for (const { amount, unit, from, to, per = 'month' } of amounts) {
    requireAmount('amount', amount)
    const start = boundary(from)
    if (typeof start === 'object') return start
    const end = boundary(to)
    if (typeof end === 'object') return end
    read.push({ amount: amount * (factors.get(unit) ?? 1), from: start, to: end, per })
  }
  return read
}

/** The day of a declared date, `undefined` for none. */
export function boundary(date: string | undefined): DayNumber | NotADate | undefined {
  if (date === undefined) return undefined
  return dayNumber(date) ?? { kind: 'not-a-date', text: date }
}

/** Cuts open ends at the horizon, and leaves out what then has no day. */
export function bounded(
  amounts: readonly AmountOverDays[],
  horizon: { readonly from: DayNumber; readonly to: DayNumber },
): readonly BoundedAmount[] {
  return amounts.flatMap(({ amount, from = horizon.from, to = horizon.to, per }) =>
    from <= to ? [{ amount, from, to, per }] : [],
  )
}

export interface BoundedAmount extends AmountOverDays {
  readonly from: DayNumber
  readonly to: DayNumber
}

/** What the amounts come to in a month, partial months by their share of days. */
export function amountInMonth(amounts: readonly BoundedAmount[], month: CalendarMonth): number {
  return amounts.reduce((sum, { amount, from, to, per }) => {
    const days = Math.min(to, month.last) - Math.max(from, month.first) + 1
    if (days <= 0) return sum
    const whole = per === 'month' ? month.last - month.first + 1 : to - from + 1
    return sum + (amount * days) / whole
  }, 0)
}
