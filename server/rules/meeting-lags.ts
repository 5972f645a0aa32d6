import { calendarLag, type MeetingWait } from '../models/calendar-lag.ts'

/** How long what our own body approves waits for the joint body. */
export interface MeetingLag {
  /** From the last own meeting before each joint one. */
  readonly waits: readonly MeetingWait[]
  readonly meanDays: number
  /** Whether the joint body was taken to meet on the same dates every year. */
  readonly repeatsYearly: boolean
}

/**
 * The waits that the order of the dates makes: what is approved at the last own meeting before a joint one. Earlier own meetings wait
 * longer only because the joint body meets less often, which moving a date cannot help.
 */
export function meetingLag(internal: readonly string[], joint: readonly string[]): MeetingLag | undefined {
  // The waits alone: which date to move is looked for only where they are too long.
  const found = calendarLag({ internal, joint, order: 'internal-first', maxShiftDays: 0 })
  if (found.kind !== 'computed') return undefined
  const nextYear = aYearAfter([...internal].sort()[0] ?? '')
  const { repeatsYearly } = found.assumptions
  // Waits come in order of date, so the last one before each joint meeting is kept. Where the own dates of the next year would come first, they are not known.
  const last = new Map(found.waits.map((wait) => [wait.until, wait]))
  const waits = [...last.values()].filter(({ until }) => until < nextYear)
  const meanDays = waits.reduce((sum, { days }) => sum + days, 0) / waits.length
  return waits.length === 0 ? undefined : { waits, meanDays, repeatsYearly }
}

function aYearAfter(date: string): string {
  return `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`
}
