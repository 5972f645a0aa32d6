import { requireCount } from './admissible.ts'
import { addMonths, dayNumber, isoDate } from './calendar-days.ts'
import type { NotADate } from './dated-amounts.ts'

/** A body that meets every so many days, or on the same day of the month every so many months. */
export interface MeetingCadence {
  /** ISO date of the first meeting. */
  readonly first: string
  /** Whole number, at least 1. */
  readonly every: number
  readonly unit: 'days' | 'months'
}

/**
 * The ISO dates of a body's meetings from the first to `until`, both inclusive; none where `until` is earlier. A
 * month too short for the first meeting's day has it on its last day, and the next month on the first's day again.
 *
 * @throws RangeError unless `every` is a whole number of at least 1.
 */
export function meetingDates(cadence: MeetingCadence, until: string): readonly string[] | NotADate {
  const { every, unit } = cadence
  requireCount('every', every)
  if (every === 0) throw new RangeError('every must be at least 1, got 0')
  const first = dayNumber(cadence.first)
  if (first === undefined) return { kind: 'not-a-date', text: cadence.first }
  const last = dayNumber(until)
  if (last === undefined) return { kind: 'not-a-date', text: until }
  const dates: string[] = []
  const meeting = (count: number): number => (unit === 'days' ? first + count * every : addMonths(first, count * every))
  for (let count = 0; meeting(count) <= last; count++) dates.push(isoDate(meeting(count)))
  return dates
}
