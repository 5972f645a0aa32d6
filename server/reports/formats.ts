import type { Severity } from '../rules/rule.ts'
import { checkstyleReport } from './checkstyle.ts'
import { githubReport } from './github.ts'
import { gitlabReport } from './gitlab.ts'
import { jsonReport } from './json.ts'
import { junitReport } from './junit.ts'
import { markdownReport } from './markdown.ts'
import type { Checked } from './report.ts'
import { sarifReport } from './sarif.ts'
import { type TextOptions, textReport } from './text.ts'

export interface ReportOptions extends TextOptions {
  /** The least severity that makes a check fail. */
  readonly failOn: Severity
}

/** Every format in which a check reports. */
export const formats = {
  text: textReport,
  json: (checked) => asJson(jsonReport(checked)),
  sarif: (checked) => asJson(sarifReport(checked)),
  junit: (checked, { failOn }) => junitReport(checked, failOn),
  github: githubReport,
  gitlab: (checked) => asJson(gitlabReport(checked)),
  checkstyle: checkstyleReport,
  markdown: markdownReport,
} as const satisfies Readonly<Record<string, (checked: Checked, options: ReportOptions) => string>>

export type Format = keyof typeof formats

function asJson(report: unknown): string {
  return `${JSON.stringify(report, null, 2)}\n`
}
