import { addMonths, type DayNumber } from './calendar-days.ts'

/** From a meeting of one body to the one of another that a decision waits for. */
export interface Wait {
  readonly from: DayNumber
  readonly to: DayNumber
}

/**
 * Whether meetings are taken to come back on the same dates every year: where all that is declared lies within one
 * year, less than 365 days from first to last.
 */
export function repeatsYearly(meetings: readonly DayNumber[]): boolean {
  return meetings.length > 0 && Math.max(...meetings) - Math.min(...meetings) < 365
}

/**
 * From each meeting of the first body, in order of date, to the next of the second that is at least `leadDays`
 * later; left out where none follows.
 */
export function waits(first: readonly DayNumber[], second: readonly DayNumber[], leadDays: number): readonly Wait[] {
  const earliest = Math.min(...first)
  const latest = Math.max(...first) + leadDays
  const later = repeatsYearly(second) ? everyYear(second, earliest, latest) : sorted(second)
  return sorted(first).flatMap((from) => {
    const to = firstFrom(later, from + leadDays)
    return to === undefined ? [] : [{ from, to }]
  })
}

function sorted(meetings: readonly DayNumber[]): readonly DayNumber[] {
  return [...meetings].sort((a, b) => a - b)
}

function everyYear(meetings: readonly DayNumber[], from: DayNumber, to: DayNumber): readonly DayNumber[] {
  const firstYear = Math.floor((from - Math.max(...meetings)) / 365.2425) - 1
  const lastYear = Math.ceil((to - Math.min(...meetings)) / 365.2425) + 1
  const repeated: DayNumber[] = []
  for (let year = firstYear; year <= lastYear; year++) {
    for (const meeting of meetings) repeated.push(addMonths(meeting, 12 * year))
  }
  return sorted(repeated)
}

function firstFrom(meetings: readonly DayNumber[], day: DayNumber): DayNumber | undefined {
  let low = 0
  let high = meetings.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((meetings[middle] ?? day) < day) low = middle + 1
    else high = middle
  }
  return meetings[low]
}

/** All waits together, in days. */
export function totalDays(found: readonly Wait[]): number {
  return found.reduce((sum, { from, to }) => sum + to - from, 0)
}
