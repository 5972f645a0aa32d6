import type { Comparison } from '../scorecard/comparison.ts'
import { type Checked, countsOf, countsText } from './report.ts'

/** The state of policies that others are compared with. */
export interface Since {
  /** The revision as it was named. */
  readonly revision: string
  readonly commit: string
  /** The commit's day, as an ISO date. */
  readonly day: string
  /** The first line of what the commit says. */
  readonly subject: string
  /** Whether the commit is where the present work left the revision, and not the revision itself. */
  readonly left: boolean
  /** Whether a configuration has changed since then; both states are judged by the present one. */
  readonly configurationChanged: boolean
}

/** What a report of a comparison is made of, whatever its format. */
export interface Compared {
  readonly since: Since
  readonly comparison: Comparison
  /** The present state, for its texts and names. */
  readonly now: Checked
  /** The earlier state, for the places of what is gone. */
  readonly before: Checked
}

/** `main: 3f2a1bc of 2027-03-30, "Agree on shared goals"`. */
export function sinceText({ revision, commit, day, subject, left }: Since): string {
  return `${left ? `where this work left ${revision}` : revision}: ${commit.slice(0, 7)} of ${day}, "${subject}"`
}

/** `2 new (1 error, 1 warning), 3 gone, 40 unchanged`. */
export function outcomeText(comparison: Comparison): string {
  return `${newsText(comparison)}, ${comparison.gone.length} gone, ${comparison.unchanged.length} unchanged`
}

export function newsText({ appeared }: Comparison): string {
  return appeared.length === 0 ? 'nothing new' : `${appeared.length} new (${countsText(countsOf(appeared))})`
}

/** What must be said of a comparison where it may surprise. */
export const configurationChangedText =
  'The configuration has changed since then; both states are judged by the present one.'
