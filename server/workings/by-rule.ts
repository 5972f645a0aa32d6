import { consensus, handoffs } from './approval-odds.ts'
import type { Maker } from './asked.ts'
import { meetingWaits } from './calendar-lag.ts'
import { exactFit, forcedLabels, roundedShare, withoutTopRating } from './forced-labels.ts'
import { ofContest, ofGate, ofPool, ofWholePlan, ownAndShared, sharedOrPayoff } from './incentive-plans.ts'
import { approvalsInSequence, ourSide, ownMeetings } from './latency.ts'
import { inPromotion, inSelection, throughOthers, tournament, valueInPromotion } from './leaders.ts'
import * as other from './other-fields.ts'
import * as pay from './pay-fields.ts'
import { byConsequence, byRaters } from './rater-noise.ts'
import { allianceTime, individualOnly, peopleToLeave, uncountedCriterion } from './ratings.ts'
import { ofAllocation, ofCommitment, ofOnePerson, overcommitted } from './resources.ts'
import { neutrality, sharedCredit, uncounted } from './seller-pay.ts'

/** How the figures of each rule are worked out. A rule whose figures only count things has no place here. */
export const makers: Readonly<Record<string, Maker>> = {
  'accountability/activity-not-outcome': other.activityShare,
  'culture/collaboration-overload': other.meetingHours,
  'culture/confidentiality-expired': other.uncoveredDays,
  'culture/values-vs-incentives': pay.contraryPlan,
  'culture/values-vs-promotion': valueInPromotion,
  'decision-making/cadence-mismatch': ownMeetings,
  'decision-making/calendar-misaligned': meetingWaits,
  'decision-making/consensus-of-many': consensus,
  'decision-making/delegate-lacks-authority': other.authorityGap,
  'decision-making/latency-exceeds-obligation': ourSide,
  'decision-making/too-many-approvals': approvalsInSequence,
  'leaders/competency-not-in-promotion': inPromotion,
  'leaders/competency-not-in-selection': inSelection,
  'leaders/promotion-individual-results-only': throughOthers,
  'leaders/promotion-tournament': tournament,
  'organization/dotted-line-no-say': other.secondLine,
  'organization/too-many-handoffs': handoffs,
  'performance/attrition-quota': peopleToLeave,
  'performance/channel-comp-not-neutral': neutrality,
  'performance/cliff-threshold-accelerator': pay.cliff,
  'performance/collaboration-unweighted': uncountedCriterion,
  'performance/exec-unit-only-bonus': pay.noWeight(
    'enterprise-weight',
    "Weight of the company's and alliances' results",
  ),
  'performance/forced-distribution': exactFit,
  'performance/forced-distribution-small-group': forcedLabels,
  'performance/forced-split-credit': sharedCredit,
  'performance/hard-cap': pay.cap,
  'performance/helper-unpaid': pay.noWeight('help-weight', "Weight of the other unit's goal"),
  'performance/horizon-mismatch': pay.horizons,
  'performance/hybrid-conflict': ownAndShared,
  'performance/individual-only-goals': individualOnly,
  'performance/internal-source-premium': pay.internalPremium,
  'performance/line-of-sight-lost': pay.lineOfSight,
  'performance/multiplicative-zero': pay.payLost,
  'performance/negative-cross-payoff': ofWholePlan,
  'performance/no-positive-cross-payoff': sharedOrPayoff,
  'performance/own-unit-gate': ofGate,
  'performance/partner-deal-no-quota-retirement': uncounted,
  'performance/partner-outcome-unpaid': pay.noWeight('partner-weight', "Weight of the agreement's result"),
  'performance/quota-rounds-up': roundedShare,
  'performance/rank-and-yank': byConsequence,
  'performance/relative-bonus-inside-team-pay': ofWholePlan,
  'performance/secondee-rated-by-home-only': allianceTime,
  'performance/shared-weight-low': ownAndShared,
  'performance/single-rater-high-stakes': byRaters,
  'performance/spiff-against-partner': pay.extraReward,
  'performance/spiff-too-large': pay.rewardShare,
  'performance/top-rating-cap': withoutTopRating,
  'performance/weights-not-100': other.sumOfWeights,
  'performance/winner-take-all-contest': ofContest,
  'performance/zero-sum-pool': ofPool,
  'resources/allocation-ends-early': ofAllocation,
  'resources/allocation-starts-late': ofAllocation,
  'resources/annual-only-allocation': other.planWait,
  'resources/capacity-overcommitted': overcommitted,
  'resources/chargeback-penalises-help': other.chargedShare,
  'resources/commitment-underfunded': ofCommitment,
  'resources/no-shared-pool': other.ringFenced,
  'resources/single-point-of-failure': ofOnePerson,
  'resources/zero-contingency': other.leftUnplanned,
}
