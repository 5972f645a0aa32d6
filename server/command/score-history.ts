import pico from 'picocolors'
import { historyJson } from '../reports/history-json.ts'
import { historyText } from '../reports/history-text.ts'
import { plain } from '../reports/paint.ts'
import { historyOf } from './history.ts'
import { printErrors, writeReport } from './printing.ts'
import type { HistoryOptions } from './scorecard-options.ts'
import { type Console, type ExitCode, exitCodes } from './usage.ts'
import { version } from './version.ts'

/** `concord scorecard --history N`: how the scores have moved over the last commits that changed policies. */
export function scoreHistory({ paths, format, output, today, history }: HistoryOptions, console: Console): ExitCode {
  const { points, errors } = historyOf(paths, console.cwd, today, history)
  const paint = console.colours && output === undefined ? pico.createColors(true) : plain
  const report =
    format === 'json'
      ? `${JSON.stringify(historyJson(points, today, version), null, 2)}\n`
      : historyText(points, paint, console.width)
  if (output === undefined) console.out(report)
  else writeReport(report, output, console)
  printErrors(errors, console)
  return errors.length > 0 ? exitCodes.unusable : exitCodes.clean
}
