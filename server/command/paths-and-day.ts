import { isCalendarDate } from '../language/calendar-date.ts'
import { type Console, UsageError } from './usage.ts'

/** The paths that a command is about, and the day as of which it judges. @throws UsageError for what is neither. */
export function pathsAndDay(
  paths: readonly string[],
  today: string | undefined,
  console: Pick<Console, 'today'>,
): { readonly paths: readonly string[]; readonly today: string } {
  if (paths.includes('')) throw new UsageError('A path is empty; leave it out, or write "." for this folder.')
  if (today !== undefined && !isCalendarDate(today))
    throw new UsageError(`--today takes a date that exists, as year-month-day, not "${today}".`)
  return { paths: paths.length > 0 ? paths : ['.'], today: today ?? console.today }
}
