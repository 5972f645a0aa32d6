import { requireCount } from './admissible.ts'
import { type DayNumber, dayNumber, isoDate } from './calendar-days.ts'
import type { NotADate } from './dated-amounts.ts'
import { repeatsYearly, totalDays, type Wait, waits } from './meeting-waits.ts'

/**
 * Which body goes first. `internal-first`: a decision is approved at an internal meeting and waits for the next
 * joint one. `joint-first`: it is made at a joint meeting and waits for the next internal one to ratify it.
 */
export type MeetingOrder = 'internal-first' | 'joint-first'

export interface CalendarLagInput {
  /** ISO dates of the internal body's meetings, in any order. */
  readonly internal: readonly string[]
  /** ISO dates of the joint body's meetings, in any order. */
  readonly joint: readonly string[]
  readonly order: MeetingOrder
  /** Days that must at least lie between the two meetings, for papers to go round; 0 to 365, 0 unless given. */
  readonly leadDays?: number | undefined
  /**
   * How far a meeting may be moved when a better date is looked for; 31 days unless given. Either way, except that
   * approvals that come first are only moved earlier: later ones wait less but conclude no sooner.
   */
  readonly maxShiftDays?: number | undefined
}

export interface CalendarLag {
  readonly kind: 'computed'
  /** One for each meeting of the first body after which the second still meets, in order of date. */
  readonly waits: readonly MeetingWait[]
  /** Mean and longest of the waits, in days. */
  readonly meanDays: number
  readonly worstDays: number
  /** The shift of all internal meetings by as many days that saves most; `undefined` where none saves anything. */
  readonly bestShift: InternalShift | undefined
  /** The best new date for each single internal meeting of which a move saves anything, in order of date. */
  readonly moves: readonly InternalMove[]
  /** The one of `moves` that saves most; the shorter, then the earlier one if several do. */
  readonly bestMove: InternalMove | undefined
  readonly assumptions: {
    /** Whether the second body was taken to meet on the same dates every year. */
    readonly repeatsYearly: boolean
    readonly leadDays: number
    readonly maxShiftDays: number
  }
}

export interface MeetingWait {
  /** ISO dates of the meeting that is done, and of the one waited for. */
  readonly after: string
  readonly until: string
  readonly days: number
}

export interface InternalShift {
  /** Negative is earlier. */
  readonly shiftDays: number
  readonly meanDays: number
  /** Days off the mean wait. */
  readonly savedDays: number
}

export interface InternalMove {
  readonly meeting: string
  readonly to: string
  readonly moveDays: number
  /** Days off the waits of all decisions together: off the one decision that this meeting takes, if it goes first. */
  readonly savedDays: number
}

/** Nothing to compare: a body has no dates, or the second one never meets after the first. */
export interface NoMeetings {
  readonly kind: 'no-meetings'
}

/**
 * How long decisions wait between two bodies' meetings. A second body whose declared dates lie within one year
 * (less than 365 days from first to last) is taken to meet on the same dates every year, so that December waits
 * for January; where more is declared, a meeting that nothing follows has no wait.
 *
 * @throws RangeError unless `leadDays` and `maxShiftDays` are whole numbers of 0 to 365.
 */
export function calendarLag(input: CalendarLagInput): CalendarLag | NoMeetings | NotADate {
  const { order, leadDays = 0, maxShiftDays = 31 } = input
  requireCount('leadDays', leadDays, 365)
  requireCount('maxShiftDays', maxShiftDays, 365)
  const internal = days(input.internal)
  if ('kind' in internal) return internal
  const joint = days(input.joint)
  if ('kind' in joint) return joint

  const waitsWith = (moved: readonly DayNumber[]): readonly Wait[] =>
    order === 'internal-first' ? waits(moved, joint, leadDays) : waits(joint, moved, leadDays)
  const found = waitsWith(internal)
  if (found.length === 0) return { kind: 'no-meetings' }
  const shifts = shiftsUpTo(maxShiftDays, order)
  const moves = internal.flatMap((_, index) => bestMoveOf(index, internal, shifts, found, waitsWith))
  const bestMove = moves.reduce<InternalMove | undefined>(
    (best, move) => (best === undefined || betterMove(move, best) ? move : best),
    undefined,
  )
  return {
    kind: 'computed',
    waits: found.map(({ from, to }) => ({
      after: isoDate(from),
      until: isoDate(to),
      days: to - from,
    })),
    meanDays: totalDays(found) / found.length,
    worstDays: Math.max(...found.map(({ from, to }) => to - from)),
    bestShift: bestShiftOf(internal, shifts, found, waitsWith),
    moves,
    bestMove,
    assumptions: {
      repeatsYearly: repeatsYearly(order === 'internal-first' ? joint : internal),
      leadDays,
      maxShiftDays,
    },
  }
}

type WaitsWith = (internal: readonly DayNumber[]) => readonly Wait[]

function days(dates: readonly string[]): readonly DayNumber[] | NotADate {
  const found = new Set<DayNumber>()
  for (const text of dates) {
    const day = dayNumber(text)
    if (day === undefined) return { kind: 'not-a-date', text }
    found.add(day)
  }
  return [...found].sort((a, b) => a - b)
}

/**
 * 1 day earlier, 1 later, 2 earlier …: the first of several equally good shifts is the smallest. An approval moved
 * later waits less and concludes no sooner, so where the internal body goes first only earlier dates help.
 */
function shiftsUpTo(most: number, order: MeetingOrder): readonly number[] {
  return Array.from({ length: most }, (_, index) =>
    order === 'internal-first' ? [-(index + 1)] : [-(index + 1), index + 1],
  ).flat()
}

function bestShiftOf(
  internal: readonly DayNumber[],
  shifts: readonly number[],
  before: readonly Wait[],
  waitsWith: WaitsWith,
): InternalShift | undefined {
  const mean = totalDays(before) / before.length
  let best: InternalShift | undefined
  for (const shiftDays of shifts) {
    const after = waitsWith(internal.map((day) => day + shiftDays))
    if (after.length < before.length) continue
    const meanDays = totalDays(after) / after.length
    const savedDays = mean - meanDays
    if (savedDays > (best?.savedDays ?? 0)) best = { shiftDays, meanDays, savedDays }
  }
  return best
}

function bestMoveOf(
  index: number,
  internal: readonly DayNumber[],
  shifts: readonly number[],
  before: readonly Wait[],
  waitsWith: WaitsWith,
): readonly InternalMove[] {
  const meeting = internal[index]
  if (meeting === undefined) return []
  let best: InternalMove | undefined
  for (const moveDays of shifts) {
    const after = waitsWith(internal.with(index, meeting + moveDays))
    const savedDays = totalDays(before) - totalDays(after)
    if (after.length < before.length || savedDays <= (best?.savedDays ?? 0)) continue
    best = {
      meeting: isoDate(meeting),
      to: isoDate(meeting + moveDays),
      moveDays,
      savedDays,
    }
  }
  return best === undefined ? [] : [best]
}

function betterMove(move: InternalMove, than: InternalMove): boolean {
  if (move.savedDays !== than.savedDays) return move.savedDays > than.savedDays
  return Math.abs(move.moveDays) < Math.abs(than.moveDays)
}
