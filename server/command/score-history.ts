import pico from 'picocolors'
import { isCalendarDate } from '../language/calendar-date.ts'
import { historyJson } from '../reports/history-json.ts'
import { historyText } from '../reports/history-text.ts'
import { plain } from '../reports/paint.ts'
import { oneOf, parsed } from './check-options.ts'
import { historyOf } from './history.ts'
import { printErrors, writeReport } from './printing.ts'
import { type Console, type ExitCode, exitCodes, UsageError } from './usage.ts'
import { version } from './version.ts'

const known = {
  history: { type: 'string' },
  format: { type: 'string' },
  output: { type: 'string', short: 'o' },
  today: { type: 'string' },
} as const

/** `concord scorecard --history N`: how the scores have moved over the last commits that changed policies. */
export function scoreHistory(words: readonly string[], console: Console): ExitCode {
  const { values, positionals } = parsed(words, known)
  const most = Number(values.history)
  if (!/^\d+$/.test(values.history ?? '') || most < 1)
    throw new UsageError(`--history takes how many commits to look back, such as 10, not "${values.history}".`)
  if (positionals.includes('') || values.output === '')
    throw new UsageError('A path is empty; leave it out, or write "." for this folder.')
  if (values.today !== undefined && !isCalendarDate(values.today))
    throw new UsageError(`--today takes a date that exists, as year-month-day, not "${values.today}".`)
  const format = oneOf('--format', values.format, ['text', 'json'], 'text')
  const today = values.today ?? console.today

  const { points, errors } = historyOf(positionals.length > 0 ? positionals : ['.'], console.cwd, today, most)
  const toFile = values.output !== undefined
  const paint = console.colours && !toFile ? pico.createColors(true) : plain
  const report =
    format === 'json'
      ? `${JSON.stringify(historyJson(points, today, version), null, 2)}\n`
      : historyText(points, paint, console.width)
  if (values.output === undefined) console.out(report)
  else writeReport(report, values.output, console)
  printErrors(errors, console)
  return errors.length > 0 ? exitCodes.unusable : exitCodes.clean
}
