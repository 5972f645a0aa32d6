import type { Finding } from './finding.ts'

/**
 * A finding that is put up with: it is neither shown nor fails a check, and stays a barrier all the same. The scorecard counts what is
 * waived apart; what is in the baseline is only not new.
 */
export type SetAside = Waived | InBaseline

/** Somebody decided to leave it for a time: in a comment beside it, or in a waiver in the configuration. */
export interface Waived {
  readonly finding: Finding
  readonly by: 'comment' | 'waiver'
  /** The role or team that answers for it; comments name none. */
  readonly owner: string | undefined
  readonly reason: string
  /** The last day on which it is set aside, as an ISO date. */
  readonly until: string
}

/** It was there when the baseline was written. */
export interface InBaseline {
  readonly finding: Finding
  readonly by: 'baseline'
}

/** What somebody decided to leave, with reason and day. */
export function waivedOf(setAside: readonly SetAside[]): readonly Waived[] {
  return setAside.filter((each) => each.by !== 'baseline')
}
