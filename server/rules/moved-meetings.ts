import type { GovernanceBody, GovernanceCalendar } from '../language/generated/policies.ts'
import { dayNumber } from '../models/calendar-days.ts'
import { calendarLag } from '../models/calendar-lag.ts'
import { figureText, number } from './figure.ts'
import { type Fix, set, unsafe } from './fix.ts'
import { jointDates, type PreparedBody } from './joint-preparation.ts'
import { type MeetingLag, meetingLag } from './meeting-lags.ts'
import { titled } from './rule.ts'

/** A better date for one meeting, and what it takes off the wait. */
export interface EarlierMeeting {
  readonly from: string
  readonly to: string
  readonly savedDays: number
}

interface Wish {
  readonly body: GovernanceBody
  readonly calendar: GovernanceCalendar
  /** Waits up to so many days are good enough. */
  readonly limit: number
  readonly preparationDays: number
  readonly today: string
}

/** For each meeting to come whose decisions wait too long: a day up to a month earlier, shortly before the joint meeting, on which the body can meet. */
export function earlierMeetings(
  { waits }: MeetingLag,
  { jointBody }: PreparedBody,
  wish: Wish,
): readonly EarlierMeeting[] {
  const late = waits.filter(({ after, days }) => days > wish.limit && after > wish.today)
  return late.flatMap(({ after }) => earlierMeeting(after, jointDates(jointBody), wish) ?? [])
}

function earlierMeeting(meeting: string, joint: readonly string[], wish: Wish): EarlierMeeting | undefined {
  // Up to a week more than wished for, where a weekend or a blackout is in the way.
  const wished = Math.min(Math.max(Math.round(wish.preparationDays), 0), 60)
  for (let leadDays = wished; leadDays <= wished + 7; leadDays++) {
    const found = calendarLag({ internal: [meeting], joint, order: 'internal-first', leadDays })
    const move = found.kind === 'computed' ? found.bestMove : undefined
    if (move !== undefined && move.to > wish.today && canMeet(move.to, wish)) {
      return { from: meeting, to: move.to, savedDays: move.savedDays }
    }
  }
  return undefined
}

/** Offered only where it is enough, and what is better for one partner is not worse for another. */
export function movedMeetings(
  body: GovernanceBody,
  moves: readonly EarlierMeeting[],
  matter: PreparedBody,
  prepared: readonly PreparedBody[],
  limit: number,
): Fix | undefined {
  const dates = body.meets?.dates ?? []
  const moved = dates.map((date) => moves.find(({ from }) => from === date)?.to ?? date)
  const isLate = (meetings: readonly string[], { jointBody }: PreparedBody) =>
    (meetingLag(meetings, jointDates(jointBody))?.meanDays ?? 0) > limit
  const worse = prepared.some((other) => isLate(moved, other) && !isLate(dates, other))
  const [move] = moves
  if (move === undefined || isLate(moved, matter) || worse || new Set(moved).size < dates.length) return undefined
  const changes = dates.flatMap((date, index) =>
    moves.flatMap(({ from, to }) => (from === date ? [set(dates, index, to)] : [])),
  )
  const what =
    moves.length === 1
      ? `Move the ${titled(body)} from ${move.from} to ${move.to}`
      : `Move ${moves.length} meetings of the ${titled(body)} to before the joint ones`
  return unsafe(`${what}: moving one date removes ${savedText(moves)}`, ...changes)
}

/** `71 days`, or `70 to 72 days` where the moves differ. */
export function savedText(moves: readonly EarlierMeeting[]): string {
  const saved = moves.map(({ savedDays }) => savedDays)
  const [least, most] = [Math.min(...saved), Math.max(...saved)]
  return `${least === most ? '' : `${number(least, 0)} to `}${figureText({ value: most, unit: 'days' })}`
}

function canMeet(date: string, { body, calendar }: Wish): boolean {
  const closed = calendar.spec.blackouts?.some(
    ({ from, to, party, bodies }) =>
      from <= date && date <= to && party !== 'partner' && bodies?.includes(body.name) !== false,
  )
  return closed !== true && !isWeekend(date)
}

/** Saturday or Sunday; day 0 was a Thursday. */
export function isWeekend(date: string): boolean {
  const day = dayNumber(date)
  return day !== undefined && [2, 3].includes(((day % 7) + 7) % 7)
}
