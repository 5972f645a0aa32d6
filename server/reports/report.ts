import type { BaselineEntry } from '../checker/baseline.ts'
import type { Finding, FindingFix } from '../checker/finding.ts'
import type { SetAside } from '../checker/set-aside.ts'
import type { TextEdit } from '../language/edit.ts'
import type { Lines } from '../language/range.ts'
import type { SourceTree } from '../language/source-tree.ts'
import type { Rule, Severity } from '../rules/rule.ts'
import type { Scorecard } from '../scorecard/scorecard.ts'

/** What a report is made of, whatever its format. */
export interface Checked {
  /** In the order of files and places. */
  readonly findings: readonly Finding[]
  /** What is set aside, in the same order. */
  readonly setAside: readonly SetAside[]
  /** Every rule, for what formats say of them. */
  readonly rules: readonly Rule[]
  /** What is in the baseline, and which of its entries have no finding any more; undefined where there is none. */
  readonly baseline: CheckedBaseline | undefined
  /** What could not be used, such as a configuration with a mistake: the check is not complete. */
  readonly unusable: readonly UnusableInput[]
  /** The files with policies that were asked about, in their order. */
  readonly fileNames: readonly string[]
  readonly files: number
  readonly policies: number
  /** ISO date on which the policies were judged. */
  readonly today: string
  readonly toolVersion: string
  /** Counted when it is asked for: not every report shows it. */
  scorecard(): Scorecard
  /** A file's name as reports show it: relative, with forward slashes. */
  nameOf(file: string): string
  /** A file's text as it was checked, without a byte order mark. */
  textOf(file: string): string | undefined
  /** The places of one of a file's documents. */
  treeOf(file: string, document: number): SourceTree | undefined
  /** Where the lines of that text begin. */
  linesOf(file: string): Lines | undefined
  /** A fix as text edits by file; undefined when it cannot be made without touching more. */
  editsOf(fix: FindingFix): ReadonlyMap<string, readonly TextEdit[]> | undefined
}

export interface CheckedBaseline {
  /** How many findings it holds back. */
  readonly known: number
  readonly gone: readonly BaselineEntry[]
}

/** `12 in the baseline`, and what is gone from it, in parts of a sentence. */
export function baselineTexts(baseline: CheckedBaseline | undefined): readonly string[] {
  if (baseline === undefined) return []
  const { known, gone } = baseline
  const count = gone.reduce((sum, entry) => sum + entry.count, 0)
  return [
    ...(known > 0 ? [`${known} in the baseline`] : []),
    ...(count > 0
      ? [`${count} of the baseline ${count === 1 ? 'is' : 'are'} gone (concord baseline takes out what is gone)`]
      : []),
  ]
}

/** A file or folder that could not be used, and why. Line and column count from 1. */
export interface UnusableInput {
  readonly path: string
  readonly line?: number
  readonly column?: number
  readonly message: string
}

export type Counts = Readonly<Record<Severity, number>>

export function countsOf(findings: readonly Finding[]): Counts {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { severity } of findings) counts[severity]++
  return counts
}

/** `3 errors, 1 warning`; `no findings` when there are none. */
export function countsText(counts: Counts): string {
  const words = {
    error: ['error', 'errors'],
    warning: ['warning', 'warnings'],
    info: ['information', 'information'],
  } as const
  const parts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = counts[severity]
    return count === 0 ? [] : [`${count} ${words[severity][count === 1 ? 0 : 1]}`]
  })
  return parts.length === 0 ? 'no findings' : parts.join(', ')
}

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** The most severe first; within a severity in the order of files and places. */
export function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => ranks[a.severity] - ranks[b.severity])
}

/** Whether a severity is at or over a threshold. */
export function reaches(severity: Severity, threshold: Severity): boolean {
  return ranks[severity] <= ranks[threshold]
}
