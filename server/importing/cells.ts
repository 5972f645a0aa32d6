import { isCalendarDate } from '../language/calendar-date.ts'

/** How a spreadsheet writes what can be read in two ways. */
export interface Writing {
  /** The sign before the fraction of a number. */
  readonly decimal: '.' | ','
  /** Which comes first in 03/04/2027; undefined where that is not known. */
  readonly dates: 'day-first' | 'month-first' | undefined
}

/** A cell as a value, or what is wrong with it. */
export type Read<T> = { readonly value: T } | { readonly problem: string }

const grouped = /^\d{1,3}(?:([.,' \u00A0\u202F’])\d{3})(?:\1\d{3})*$/

/**
 * The sign before fractions, from numbers that leave no doubt, such as `1.234,5` or `0,5`; where none does, a comma in files that have
 * semicolons between cells.
 */
export function decimalOf(cells: readonly string[], separator: string): '.' | ',' {
  const votes = { '.': 0, ',': 0 }
  for (const cell of cells) {
    const bare = bareNumber(cell)
    if (/^\d[\d' ]*(?:,\d{3})*\.\d+$/.test(bare) && !grouped.test(bare)) votes['.']++
    if (/^\d[\d' ]*(?:\.\d{3})*,\d+$/.test(bare) && !grouped.test(bare)) votes[',']++
  }
  if (votes['.'] !== votes[',']) return votes[','] > votes['.'] ? ',' : '.'
  return separator === ';' ? ',' : '.'
}

/** A number of at least 0, with thousands grouped or not: `1,234.5`, `1.234,5`, `600'000`, `600k`. */
export function readNumber(cell: string, { decimal }: Pick<Writing, 'decimal'>): Read<number> {
  const [, digits = '', scale] = /^(.*?)\s*(k|m|mn|mio|million)?\.?$/is.exec(bareNumber(cell)) ?? []
  const factor = scale === undefined ? 1 : scale.toLowerCase() === 'k' ? 1000 : 1_000_000
  const [whole = '', fraction, more] = digits.split(decimal)
  const isWhole = /^\d+$/.test(whole) || grouped.test(whole)
  if (!isWhole || more !== undefined || (fraction !== undefined && !/^\d+$/.test(fraction)))
    return { problem: `"${cell}" is no number` }
  const value = Number(`${whole.replace(/\D/g, '')}.${fraction ?? '0'}`)
  return { value: Number((value * factor).toPrecision(15)) }
}

const currencySigns: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', '₹': 'INR', '₩': 'KRW', zł: 'PLN' }

/** The currency that a cell names beside its number, as its ISO 4217 code; `$`, `¥` and `kr` are those of several countries. */
export function currencyIn(cell: string): string | undefined {
  const sign = Object.keys(currencySigns).find((candidate) => cell.includes(candidate))
  return sign === undefined ? /(?<![A-Z])[A-Z]{3}(?![A-Z])/.exec(cell)?.[0] : currencySigns[sign]
}

function bareNumber(cell: string): string {
  return cell.replace(/[€£$₹₩¥]|zł|(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])|\b(?:fte|days?)\b/gi, '').trim()
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * A day as `YYYY-MM-DD`. A month, a quarter or a year stands for its first or its last day: `2027-03`, `Mar 2027`, `Q1 2027`, `2027`.
 */
export function readDate(cell: string, which: 'first' | 'last', { dates }: Pick<Writing, 'dates'>): Read<string> {
  const found = writtenDay(cell, dates) ?? span(cell, which)
  if (found === 'unclear')
    return {
      problem: `"${cell}" can be read in two ways; say --dates day-first or --dates month-first, or write 2027-03-31`,
    }
  return found !== undefined && isCalendarDate(found)
    ? { value: found }
    : { problem: `"${cell}" is no date; write it as 2027-03-31` }
}

function writtenDay(cell: string, order: Writing['dates']): string | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(cell)
  if (iso) return day(iso[1], iso[2], iso[3])
  const named = /^(\d{1,2})[ .-]+([A-Za-z]{3})[a-z]*[ .,-]+(\d{4})$/.exec(cell)
  if (named) return day(named[3], monthNumber(named[2]), named[1])
  const americanNamed = /^([A-Za-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})$/.exec(cell)
  if (americanNamed) return day(americanNamed[3], monthNumber(americanNamed[1]), americanNamed[2])
  const numbers = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(cell)
  if (!numbers) return undefined
  const [, one = '', sign, two = '', year] = numbers
  // With full stops, days come first everywhere.
  const first = sign === '.' || Number(one) > 12 ? 'day-first' : Number(two) > 12 ? 'month-first' : order
  if (first === undefined) return one === two ? day(year, one, two) : 'unclear'
  return first === 'day-first' ? day(year, two, one) : day(year, one, two)
}

function span(cell: string, which: 'first' | 'last'): string | undefined {
  const quarter = /^(?:q([1-4])[ /-]*(\d{4})|(\d{4})[ /-]*q([1-4]))$/i.exec(cell)
  if (quarter) {
    const last = 3 * Number(quarter[1] ?? quarter[4])
    return monthEdge(quarter[2] ?? quarter[3], which === 'first' ? last - 2 : last, which)
  }
  const month = /^(\d{4})[-/](\d{1,2})$/.exec(cell) ?? undefined
  if (month) return monthEdge(month[1], Number(month[2]), which)
  const turned = /^(\d{1,2})[/.](\d{4})$/.exec(cell)
  if (turned) return monthEdge(turned[2], Number(turned[1]), which)
  const named = /^([A-Za-z]{3})[a-z]*\.?[ -]+(\d{4})$/.exec(cell)
  if (named) return monthEdge(named[2], Number(monthNumber(named[1])), which)
  const year = /^\d{4}$/.test(cell) ? cell : undefined
  return year === undefined ? undefined : monthEdge(year, which === 'first' ? 1 : 12, which)
}

function monthEdge(year: string | undefined, month: number, which: 'first' | 'last'): string | undefined {
  const days = which === 'first' ? [1] : [31, 30, 29, 28]
  return days.map((last) => day(year, String(month), String(last))).find(isCalendarDate)
}

function monthNumber(name: string | undefined): string {
  return String(monthNames.indexOf((name ?? '').toLowerCase()) + 1)
}

function day(year: string | undefined, month: string | undefined, date: string | undefined): string {
  return `${year}-${(month ?? '').padStart(2, '0')}-${(date ?? '').padStart(2, '0')}`
}

/** A text as names are written in policies: `Bioanalytical scientists (EU)` becomes `bioanalytical-scientists-eu`. */
export function nameOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}
