import { isCalendarDate } from '../language/calendar-date.ts'
import { oneOf, parsed } from './check-options.ts'
import { UsageError } from './usage.ts'

const formats = ['text', 'json', 'markdown', 'html'] as const

export interface ScorecardOptions {
  readonly paths: readonly string[]
  readonly format: (typeof formats)[number]
  readonly output: string | undefined
  /** The least overall score, 0–100; undefined leaves it to the configuration. */
  readonly failUnder: number | undefined
  readonly today: string | undefined
}

const known = {
  format: { type: 'string' },
  output: { type: 'string', short: 'o' },
  'fail-under': { type: 'string' },
  today: { type: 'string' },
} as const

/** The options of `concord scorecard`. @throws UsageError for anything that it does not take. */
export function scorecardOptions(words: readonly string[]): ScorecardOptions {
  const { values, positionals } = parsed(words, known)
  if (positionals.includes('') || values.output === '')
    throw new UsageError('A path is empty; leave it out, or write "." for this folder.')
  if (values.today !== undefined && !isCalendarDate(values.today))
    throw new UsageError(`--today takes a date that exists, as year-month-day, not "${values.today}".`)
  return {
    paths: positionals.length > 0 ? positionals : ['.'],
    format: oneOf('--format', values.format, formats, 'text'),
    output: values.output,
    failUnder: leastScore(values['fail-under']),
    today: values.today,
  }
}

function leastScore(word: string | undefined): number | undefined {
  if (word === undefined) return undefined
  const score = /^\d+(?:\.\d+)?$/.test(word) ? Number(word) : Number.NaN
  if (score >= 0 && score <= 100) return score
  throw new UsageError(`--fail-under takes a score from 0 to 100, not "${word}".`)
}
