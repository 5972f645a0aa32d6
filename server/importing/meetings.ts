import ICAL from 'ical.js'

/** The meetings of one title in a calendar file. */
export interface Meetings {
  readonly title: string
  /** ISO dates, each once, in order. */
  readonly dates: readonly string[]
  /** How long one takes, where all take the same. */
  readonly durationHours: number | undefined
}

/** Days on which a calendar file says that something lasts all day, for more than one day. */
export interface Span {
  readonly title: string
  /** Both days included. */
  readonly from: string
  readonly to: string
}

export interface CalendarFile {
  readonly meetings: readonly Meetings[]
  readonly spans: readonly Span[]
}

/** More than these in a year are no meetings of a body. */
const mostOccurrences = 400
/** Steps through a series from its first meeting, so that no rule of a series keeps anybody waiting. */
const mostSteps = 50_000

/**
 * Reads the meetings of a year from an iCalendar file (RFC 5545): series are spelled out with their exceptions, cancelled meetings are
 * left out. Dates are those on the clock that the meeting is written for. Who is invited is not read.
 */
export function readCalendar(text: string, year: number): CalendarFile | { readonly problem: string } {
  try {
    return meetingsOf(eventsIn(text), year)
  } catch (error) {
    // The library says with exceptions what it cannot read, some of them only when a date is asked for.
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n')
    return { problem: `This is no iCalendar file that can be read: ${reason}.` }
  }
}

function meetingsOf(events: readonly ICAL.Event[], year: number): CalendarFile | { readonly problem: string } {
  const byTitle = new Map<string, Occurrence[]>()
  for (const event of events) {
    const title = event.summary?.replace(/\s+/g, ' ').trim()
    if (!title) continue
    const found = occurrences(event, year)
    if (found === undefined)
      return {
        problem: `"${title}" is a series of more than ${mostOccurrences} a year; those are no body's meetings.`,
      }
    byTitle.set(title, [...(byTitle.get(title) ?? []), ...found])
  }
  const meetings: Meetings[] = []
  const spans: Span[] = []
  for (const [title, all] of byTitle) {
    for (const { from, to, days } of all) if (days > 1) spans.push({ title, from, to })
    const short = all.filter(({ days }) => days <= 1)
    const [first] = short
    if (first === undefined) continue
    const sameLength = first.hours > 0 && short.every(({ hours }) => hours === first.hours)
    meetings.push({
      title,
      dates: [...new Set(short.map(({ from }) => from))].sort(),
      durationHours: sameLength ? first.hours : undefined,
    })
  }
  return { meetings, spans: spans.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)) }
}

interface Occurrence {
  readonly from: string
  readonly to: string
  /** Whole days that it lasts; 0 for what has hours. */
  readonly days: number
  readonly hours: number
}

/** The events of a file; a series comes with the meetings of it that were moved. */
function eventsIn(text: string): readonly ICAL.Event[] {
  const parsed: unknown = ICAL.parse(text)
  const roots: readonly unknown[] =
    Array.isArray(parsed) && typeof parsed[0] === 'string' ? [parsed] : Array.isArray(parsed) ? parsed : []
  const components = roots.flatMap((root) =>
    new ICAL.Component(root as [string, unknown[], unknown[]]).getAllSubcomponents('vevent'),
  )
  const isMoved = (component: ICAL.Component): boolean => component.hasProperty('recurrence-id')
  const moved = components.filter(isMoved)
  return components
    .filter((component) => !isMoved(component) && component.hasProperty('dtstart') && !isCancelled(component))
    .map((component) => {
      const event = new ICAL.Event(component)
      for (const exception of moved)
        if (exception.getFirstPropertyValue('uid') === component.getFirstPropertyValue('uid'))
          event.relateException(exception)
      return event
    })
}

function isCancelled(component: ICAL.Component): boolean {
  return String(component.getFirstPropertyValue('status')).toUpperCase() === 'CANCELLED'
}

/** Undefined when there are too many. */
function occurrences(event: ICAL.Event, year: number): readonly Occurrence[] | undefined {
  if (!event.isRecurring()) return inYear(occurrence(event.startDate, event.endDate), year)
  const found: Occurrence[] = []
  const series = event.component.getFirstPropertyValue('rrule')
  if (series instanceof ICAL.Recur && ['SECONDLY', 'MINUTELY', 'HOURLY'].includes(series.freq)) return undefined
  const iterator = event.iterator()
  let [counted, steps] = [0, 0]
  for (let next = iterator.next(); next !== undefined && next !== null && next.year <= year; next = iterator.next()) {
    const { item, startDate, endDate } = event.getOccurrenceDetails(next)
    if (isCancelled(item.component)) continue
    const inside = inYear(occurrence(startDate, endDate), year)
    found.push(...inside)
    counted += inside.length
    steps++
    if (counted > mostOccurrences || steps > mostSteps) return undefined
  }
  return found
}

function inYear(one: Occurrence, year: number): readonly Occurrence[] {
  return Number(one.from.slice(0, 4)) <= year && Number(one.to.slice(0, 4)) >= year ? [one] : []
}

function occurrence(start: ICAL.Time, end: ICAL.Time): Occurrence {
  const from = isoDay(start)
  if (!start.isDate) return { from, to: from, days: 0, hours: end.subtractDate(start).toSeconds() / 3600 }
  // The end of what lasts all day is the day after it.
  const last = end.clone()
  if (end.compare(start) > 0) last.adjust(-1, 0, 0, 0)
  return { from, to: isoDay(last), days: last.subtractDate(start).toSeconds() / 86_400 + 1, hours: 0 }
}

function isoDay({ year, month, day }: ICAL.Time): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
