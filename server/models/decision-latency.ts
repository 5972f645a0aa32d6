import { requireAmount, requireCount, requireShare } from './admissible.ts'

/** How a decision comes about, in calendar days. */
export type DecisionPath =
  /** A body that meets every so many days; a question that comes up at any time waits for its next meeting. */
  | { readonly kind: 'meets'; readonly everyDays: number }
  /** A step that takes so many days whenever it begins. */
  | { readonly kind: 'takes'; readonly days: number }
  /** A step that must be done within so many days, and may be done at once. */
  | { readonly kind: 'within'; readonly days: number }
  /** A step for which the policy sets no time. */
  | { readonly kind: 'open' }
  | { readonly kind: 'sequence'; readonly steps: readonly DecisionPath[] }
  | { readonly kind: 'parallel'; readonly steps: readonly DecisionPath[] }

export interface DecisionLatency {
  readonly meanDays: number
  readonly worstDays: number
  /** Steps without any time set: where there are some, both figures are "at least". */
  readonly openSteps: number
}

/**
 * How long a decision takes. A body that meets every T days costs T/2 on average and T at worst, and so does a
 * step with T days to do it; steps in sequence add, in parallel the slowest counts (for the mean, the largest of
 * the means, which is the least that it can be). No steps take no time.
 *
 * @throws RangeError for negative days.
 */
export function decisionLatency(path: DecisionPath): DecisionLatency {
  switch (path.kind) {
    case 'meets':
      requireAmount('everyDays', path.everyDays)
      return { meanDays: path.everyDays / 2, worstDays: path.everyDays, openSteps: 0 }
    case 'within':
      requireAmount('days', path.days)
      return { meanDays: path.days / 2, worstDays: path.days, openSteps: 0 }
    case 'takes':
      requireAmount('days', path.days)
      return { meanDays: path.days, worstDays: path.days, openSteps: 0 }
    case 'open':
      return { meanDays: 0, worstDays: 0, openSteps: 1 }
    case 'sequence':
      return together(path.steps, (one, next) => one + next)
    case 'parallel':
      return together(path.steps, Math.max)
  }
}

function together(steps: readonly DecisionPath[], combine: (one: number, next: number) => number): DecisionLatency {
  return steps.map(decisionLatency).reduce(
    (sofar, step) => ({
      meanDays: combine(sofar.meanDays, step.meanDays),
      worstDays: combine(sofar.worstDays, step.worstDays),
      openSteps: sofar.openSteps + step.openSteps,
    }),
    { meanDays: 0, worstDays: 0, openSteps: 0 },
  )
}

export interface ApprovalOdds {
  /** Chance that all approvers say yes, 0 to 1. */
  readonly allYes: number
  /** Expected rounds until they all do; `undefined` (never) where one never does. */
  readonly expectedRounds: number | undefined
  readonly assumptions: {
    readonly yesShare: number
    /** Approvers decide independently, and anew in each round. */
    readonly approvers: 'independent'
  }
}

/** The chance that an approver says yes, unless the workspace sets another: a convention. */
const usualYesShare = 0.9

/**
 * The chance that k approvers all say yes, each with the same chance, and the rounds it takes on average. Without
 * approvers it is certain and takes one round.
 *
 * @throws RangeError unless `approvers` is a count and `yesShare` is 0 to 1.
 */
export function approvalOdds(approvers: number, yesShare: number = usualYesShare): ApprovalOdds {
  requireCount('approvers', approvers)
  requireShare('yesShare', yesShare)
  const allYes = yesShare ** approvers
  return {
    allYes,
    expectedRounds: allYes === 0 ? undefined : 1 / allYes,
    assumptions: { yesShare, approvers: 'independent' },
  }
}
