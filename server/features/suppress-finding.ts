import type { Finding } from '../checker/finding.ts'
import type { Range } from '../language/range.ts'
import { cannotBeSuppressed } from '../language/suppressions.ts'
import { addMonths, dayNumber, isoDate } from '../models/calendar-days.ts'
import type { OpenFile } from './place.ts'

/** So long a suppression holds that nobody has given a day for: until the next planning round, at most companies. */
const usualMonths = 3

/** The day on which a suppression or waiver ends that begins today, as ISO dates. */
export function lastDay(today: string): string {
  return isoDate(addMonths(dayNumber(today) ?? 0, usualMonths))
}

/** A comment to be inserted in a line of its own, in two parts: between them stands the reason, which only a person knows. */
export interface SuppressionEdit {
  readonly range: Range
  readonly before: string
  readonly after: string
}

/** The comment that suppresses a finding for three months, above the entry that it is in; undefined where no comment can stand or help. */
export function suppressFinding(
  { name, text, company }: Pick<OpenFile, 'name' | 'text' | 'company'>,
  { rule, internal, place }: Finding,
): SuppressionEdit | undefined {
  if (internal || cannotBeSuppressed(rule) || place.file !== name || name.endsWith('.json')) return undefined
  const start = text.lastIndexOf('\n', place.range.start - 1) + 1
  const indent = /^[ \t]*/.exec(text.slice(start))?.[0] ?? ''
  const lineBreak = /\r?\n/.exec(text)?.[0] ?? '\n'
  const until = lastDay(company.workspace.today)
  return {
    range: { start, end: start },
    before: `${indent}# concord-ignore ${rule} until=${until} reason="`,
    after: `"${lineBreak}`,
  }
}
