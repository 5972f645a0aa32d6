import { messageOf } from '../checker/finding.ts'
import type { Severity } from '../rules/rule.ts'
import type { Checked } from './report.ts'

/** One entry of GitLab's report on code quality: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
interface CodeQualityIssue {
  readonly description: string
  readonly check_name: string
  /** No two entries may have the same, and GitLab compares branches by it. */
  readonly fingerprint: string
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker'
  readonly location: {
    /** Relative to the repository, without ./ in front. */
    readonly path: string
    readonly lines: { readonly begin: number; readonly end: number }
  }
}

const severities: Readonly<Record<Severity, CodeQualityIssue['severity']>> = {
  error: 'major',
  warning: 'minor',
  info: 'info',
}

/** The report as GitLab shows it beside a merge request. */
export function gitlabReport(checked: Checked): readonly CodeQualityIssue[] {
  const findings = checked.findings.map((finding): CodeQualityIssue => {
    const { rule, severity, place, fingerprint, internal } = finding
    const lines = { begin: place.start.line + 1, end: place.end.line + 1 }
    return {
      description: messageOf(finding),
      check_name: rule,
      fingerprint,
      severity: internal ? 'blocker' : severities[severity],
      location: { path: checked.nameOf(place.file), lines },
    }
  })
  const inputs = checked.unusable.map(({ path, line = 1, column = 1, message }): CodeQualityIssue => {
    const name = checked.nameOf(path)
    return {
      description: message,
      check_name: 'concord/input',
      fingerprint: `input:${name}:${line}:${column}:${message}`,
      severity: 'blocker',
      location: { path: name, lines: { begin: line, end: line } },
    }
  })
  return [...findings, ...inputs]
}
