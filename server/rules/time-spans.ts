import type { Policy } from '../language/policy-file.ts'
import { dayNumber, daysInMonth, monthsTouched } from '../models/calendar-days.ts'

/** A stretch of time, both days included; a missing day means open. */
export interface TimeSpan {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** The time of something in a policy: its own days, else those on which the policy holds. */
export function spanWithin({ from, to }: TimeSpan, { metadata }: Policy): TimeSpan {
  const { from: start, to: end } = metadata.effective ?? {}
  // What begins after the policy has ended, or ends before it begins, has no end that it could borrow.
  return {
    from: from ?? (start !== undefined && to !== undefined && start > to ? undefined : start),
    to: to ?? (end !== undefined && from !== undefined && end < from ? undefined : end),
  }
}

/** Whether its last day has passed; that day itself still counts. */
export function isOver({ to }: TimeSpan, today: string): boolean {
  return to !== undefined && to < today
}

/** From the first day of any to the last of any. Open where one of them is. */
export function spanOfAll(spans: readonly TimeSpan[]): TimeSpan {
  const starts = spans.flatMap(({ from }) => from ?? []).sort()
  const ends = spans.flatMap(({ to }) => to ?? []).sort()
  return {
    from: starts.length < spans.length ? undefined : starts[0],
    to: ends.length < spans.length ? undefined : ends.at(-1),
  }
}

/** The days that both have; undefined where there are none. */
export function sharedSpan(one: TimeSpan, other: TimeSpan): TimeSpan | undefined {
  const from = latest(one.from, other.from)
  const to = earliest(one.to, other.to)
  return from !== undefined && to !== undefined && from > to ? undefined : { from, to }
}

/** How many months it takes, parts of months by their share of days; undefined for an open one, and for one that ends before it begins. */
export function monthsIn({ from, to }: TimeSpan): number | undefined {
  const first = from === undefined ? undefined : dayNumber(from)
  const last = to === undefined ? undefined : dayNumber(to)
  if (first === undefined || last === undefined || first > last) return undefined
  return monthsTouched(first, last).reduce((sum, month) => {
    const days = Math.min(last, month.last) - Math.max(first, month.first) + 1
    return sum + days / (month.last - month.first + 1)
  }, 0)
}

/** Its days as fields of a policy, open ones left out. */
export function declaredDays({ from, to }: TimeSpan): { readonly from?: string; readonly to?: string } {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}

/** Whether a month such as `2027-04` has days in it. */
export function touchesMonth({ from, to }: TimeSpan, month: string): boolean {
  return (from === undefined || from.slice(0, 7) <= month) && (to === undefined || to.slice(0, 7) >= month)
}

/** The last day of a month such as `2027-04`. */
export function lastDayOf(month: string): string {
  return `${month}-${daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)))}`
}

/** `from 2027-01-01 to 2028-12-31`, `from 2027-01-01`, or nothing. */
export function spanText({ from, to }: TimeSpan): string {
  return [from === undefined ? '' : `from ${from}`, to === undefined ? '' : `to ${to}`]
    .filter((part) => part !== '')
    .join(' ')
}

function latest(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return one > other ? one : other
}

function earliest(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return one < other ? one : other
}
