import type { FilePlace } from '../checker/finding.ts'
import type { Rule } from '../rules/rule.ts'
import type { LinkedScorecard } from '../scorecard/lost-points.ts'
import type { Shortfall } from '../scorecard/minimums.ts'
import type { PartnerScore } from '../scorecard/partner-scores.ts'
import type { PolicyScore } from '../scorecard/policy-scores.ts'

/** What a report of the scorecard is made of, whatever its format. */
export interface ScorecardReport {
  readonly card: LinkedScorecard
  readonly policies: readonly PolicyScore[]
  readonly partners: readonly PartnerScore[]
  /** Where a score is below what was asked. */
  readonly shortfalls: readonly Shortfall[]
  /** Every rule, for what formats say of them. */
  readonly rules: readonly Rule[]
  readonly counts: { readonly files: number; readonly policies: number }
  /** ISO date on which the policies were judged. */
  readonly today: string
  readonly toolVersion: string
  /** A file's name as reports show it: relative, with forward slashes. */
  nameOf(file: string): string
}

/** `pay/bonus.yaml:12:5`, with line and column from 1. */
export function placeText({ file, start }: FilePlace, { nameOf }: Pick<ScorecardReport, 'nameOf'>): string {
  return `${nameOf(file)}:${start.line + 1}:${start.column + 1}`
}
