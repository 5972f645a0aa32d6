import type { Interval, Meets } from '../language/generated/policies.ts'
import { dayNumber } from '../models/calendar-days.ts'

/** Days between meetings by their usual names: a month is taken as 30 days, a quarter as 90. */
const days: Readonly<Record<Interval, number>> = {
  week: 7,
  'two-weeks': 14,
  month: 30,
  'two-months': 60,
  quarter: 90,
  'half-year': 180,
  year: 365,
  'two-years': 730,
}

export function daysOf(interval: Interval): number {
  return days[interval]
}

/** After how many days a body meets again, on average: by its dates, which are taken to come back every year, else by its cadence. */
export function daysBetweenMeetings({ dates = [], every }: Meets): number | undefined {
  const known = dates.flatMap((date) => dayNumber(date) ?? [])
  if (known.length > 1) {
    const length = Math.max(...known) - Math.min(...known)
    return length < 365 ? 365 / known.length : length / (known.length - 1)
  }
  return every === undefined ? undefined : days[every]
}
