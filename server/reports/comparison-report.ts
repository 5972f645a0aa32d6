import type { Comparison } from '../scorecard/comparison.ts'
import type { Checked } from './report.ts'

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
