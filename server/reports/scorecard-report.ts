import type { Rule } from '../rules/rule.ts'
import type { HistoryPoint } from '../scorecard/history.ts'
import type { LinkedScorecard } from '../scorecard/lost-points.ts'
import type { Shortfall } from '../scorecard/minimums.ts'
import type { PartnerScore } from '../scorecard/partner-scores.ts'
import type { PolicyScore } from '../scorecard/policy-scores.ts'
import type { Compared } from './comparison-report.ts'

/** What a report of the scorecard is made of, whatever its format. */
export interface ScorecardReport {
  readonly card: LinkedScorecard
  readonly policies: readonly PolicyScore[]
  readonly partners: readonly PartnerScore[]
  /** Where a score is below what was asked. */
  readonly shortfalls: readonly Shortfall[]
  /** What has changed since a revision, where that was asked. */
  readonly since: Compared | undefined
  /** How the scores moved over commits, oldest first, where that was asked. */
  readonly history: readonly HistoryPoint[] | undefined
  /** Every rule, for what formats say of them. */
  readonly rules: readonly Rule[]
  readonly counts: { readonly files: number; readonly policies: number }
  /** ISO date on which the policies were judged. */
  readonly today: string
  readonly toolVersion: string
  /** A file's name as reports show it: relative, with forward slashes. */
  nameOf(file: string): string
}
