// Days as whole numbers since 1970-01-01 in the proleptic Gregorian calendar: no clock, no time zone.

/** Days since 1970-01-01. */
export type DayNumber = number

const daysPerEra = 146_097 // 400 years
const daysToUnixEpoch = 719_468 // from 0000-03-01

/**
 * The day of an ISO date such as `2026-02-28`; `undefined` for anything else, 30 February included.
 * Source: H. Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
 */
export function dayNumber(isoDate: string): DayNumber | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate)
  if (parts === null) return undefined
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return dayOf(year, month, day)
}

/** The ISO date of a day in the years 0000 to 9999. Throws RangeError for others. */
export function isoDate(day: DayNumber): string {
  const { year, month, dayOfMonth } = dateOf(day)
  if (year < 0 || year > 9999) throw new RangeError(`day ${day} is not in the years 0000 to 9999`)
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0')
}

/** Days of a month, `month` 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function dayOf(year: number, month: number, day: number): DayNumber {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100)
  return era * daysPerEra + yearOfEra * 365 + leapDays + dayOfYear - daysToUnixEpoch
}

function dateOf(day: DayNumber): { year: number; month: number; dayOfMonth: number } {
  if (!Number.isInteger(day)) throw new RangeError(`a day must be a whole number, got ${day}`)
  const shifted = day + daysToUnixEpoch
  const era = Math.floor(shifted / daysPerEra)
  const dayOfEra = shifted - era * daysPerEra
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  }
}

/**
 * The same day of the month `months` later (earlier if negative), or the last day of a shorter month: one month
 * after 31 January is 28 or 29 February.
 */
export function addMonths(day: DayNumber, months: number): DayNumber {
  const { year, month, dayOfMonth } = dateOf(day)
  const counted = year * 12 + (month - 1) + months
  const targetYear = Math.floor(counted / 12)
  const targetMonth = counted - targetYear * 12 + 1
  const last = daysInMonth(targetYear, targetMonth)
  return dayOf(targetYear, targetMonth, Math.min(dayOfMonth, last))
}

/** A calendar month: its ISO name such as `2026-02`, and its first and last day. */
export interface CalendarMonth {
  readonly name: string
  readonly first: DayNumber
  readonly last: DayNumber
}

/** Every calendar month that the days from `from` to `to` touch, in order; none where `to` is before `from`. */
export function monthsTouched(from: DayNumber, to: DayNumber): readonly CalendarMonth[] {
  const months: CalendarMonth[] = []
  const start = dateOf(from)
  let first = dayOf(start.year, start.month, 1)
  while (first <= to && from <= to) {
    const next = addMonths(first, 1)
    months.push({ name: isoDate(first).slice(0, 7), first, last: next - 1 })
    first = next
  }
  return months
}
