// Generated from the modules under server/rules/ by `npm run generate`. Do not edit.

import accountabilityActivityNotOutcome from '../accountability/activity-not-outcome.ts'
import accountabilityAllianceHealthUnmeasured from '../accountability/alliance-health-unmeasured.ts'
import accountabilityDeciderWithoutAccountability from '../accountability/decider-without-accountability.ts'
import accountabilityGoalTwoOwners from '../accountability/goal-two-owners.ts'
import accountabilityNoCustomerOutcome from '../accountability/no-customer-outcome.ts'
import accountabilityNoPartnerOutcome from '../accountability/no-partner-outcome.ts'
import accountabilityNorthStarMissing from '../accountability/north-star-missing.ts'
import accountabilityNorthStarUnreferenced from '../accountability/north-star-unreferenced.ts'
import accountabilityObligationWithoutOwner from '../accountability/obligation-without-owner.ts'
import accountabilityOneSidedScorecard from '../accountability/one-sided-scorecard.ts'
import accountabilityOrphanGoal from '../accountability/orphan-goal.ts'
import accountabilityOwnerWithoutDecisionRight from '../accountability/owner-without-decision-right.ts'
import accountabilityPartnerExcludedFromReview from '../accountability/partner-excluded-from-review.ts'
import accountabilityQuantityWithoutQualityPair from '../accountability/quantity-without-quality-pair.ts'
import accountabilitySharedGoalNoSharedConsequence from '../accountability/shared-goal-no-shared-consequence.ts'
import accountabilityStakeholderUnmeasured from '../accountability/stakeholder-unmeasured.ts'
import accountabilityTargetOrBaselineMissing from '../accountability/target-or-baseline-missing.ts'
import cultureCollaborationOverload from '../culture/collaboration-overload.ts'
import cultureConfidentialityExpired from '../culture/confidentiality-expired.ts'
import cultureDefaultClosedInformation from '../culture/default-closed-information.ts'
import cultureEscalationPunished from '../culture/escalation-punished.ts'
import cultureExperimentFailurePenalised from '../culture/experiment-failure-penalised.ts'
import cultureHoardingRewarded from '../culture/hoarding-rewarded.ts'
import cultureIndividualAwardsOnly from '../culture/individual-awards-only.ts'
import cultureNoPartnerCode from '../culture/no-partner-code.ts'
import cultureNoPartnerSpeakUpChannel from '../culture/no-partner-speak-up-channel.ts'
import culturePartnerDataBlocked from '../culture/partner-data-blocked.ts'
import culturePerDisclosureApproval from '../culture/per-disclosure-approval.ts'
import cultureValuesVsIncentives from '../culture/values-vs-incentives.ts'
import cultureValuesVsPromotion from '../culture/values-vs-promotion.ts'
import cultureValuesWithoutBehaviours from '../culture/values-without-behaviours.ts'
import decisionMakingBlackoutCollision from '../decision-making/blackout-collision.ts'
import decisionMakingCadenceMismatch from '../decision-making/cadence-mismatch.ts'
import decisionMakingCalendarMisaligned from '../decision-making/calendar-misaligned.ts'
import decisionMakingConsensusNoTiebreak from '../decision-making/consensus-no-tiebreak.ts'
import decisionMakingConsensusOfMany from '../decision-making/consensus-of-many.ts'
import decisionMakingDelegateLacksAuthority from '../decision-making/delegate-lacks-authority.ts'
import decisionMakingEscalationCycle from '../decision-making/escalation-cycle.ts'
import decisionMakingEscalationDeadEnd from '../decision-making/escalation-dead-end.ts'
import decisionMakingEscalationLevelAsymmetric from '../decision-making/escalation-level-asymmetric.ts'
import decisionMakingEscalationNoDeadline from '../decision-making/escalation-no-deadline.ts'
import decisionMakingJointDecisionUnmapped from '../decision-making/joint-decision-unmapped.ts'
import decisionMakingLatencyExceedsObligation from '../decision-making/latency-exceeds-obligation.ts'
import decisionMakingMultipleDeciders from '../decision-making/multiple-deciders.ts'
import decisionMakingNoDecider from '../decision-making/no-decider.ts'
import decisionMakingNoDecisionLog from '../decision-making/no-decision-log.ts'
import decisionMakingNoEscalationPath from '../decision-making/no-escalation-path.ts'
import decisionMakingNoInternalEscalationPath from '../decision-making/no-internal-escalation-path.ts'
import decisionMakingOverConsulted from '../decision-making/over-consulted.ts'
import decisionMakingRepeatedReview from '../decision-making/repeated-review.ts'
import decisionMakingTooManyApprovals from '../decision-making/too-many-approvals.ts'
import decisionMakingUnilateralCastingVote from '../decision-making/unilateral-casting-vote.ts'
import decisionMakingVetoWithoutSla from '../decision-making/veto-without-sla.ts'
import languageDuplicateName from '../language/duplicate-name.ts'
import languageMissingField from '../language/missing-field.ts'
import languagePersonNamed from '../language/person-named.ts'
import languagePlaceholder from '../language/placeholder.ts'
import languageSuppressionExpired from '../language/suppression-expired.ts'
import languageSuppressionExpiring from '../language/suppression-expiring.ts'
import languageSuppressionMalformed from '../language/suppression-malformed.ts'
import languageSuppressionUnused from '../language/suppression-unused.ts'
import languageSyntax from '../language/syntax.ts'
import languageUnknownField from '../language/unknown-field.ts'
import languageUnreadable from '../language/unreadable.ts'
import languageUnresolvedReference from '../language/unresolved-reference.ts'
import languageWrongValue from '../language/wrong-value.ts'
import leadersAllianceManagerNoAuthority from '../leaders/alliance-manager-no-authority.ts'
import leadersAllianceManagerUnderlevelled from '../leaders/alliance-manager-underlevelled.ts'
import leadersCompetencyNotInPromotion from '../leaders/competency-not-in-promotion.ts'
import leadersCompetencyNotInSelection from '../leaders/competency-not-in-selection.ts'
import leadersNo360InSelection from '../leaders/no-360-in-selection.ts'
import leadersNoCollaborationCompetency from '../leaders/no-collaboration-competency.ts'
import leadersNoCrossBoundaryExperience from '../leaders/no-cross-boundary-experience.ts'
import leadersNoExecutiveSponsor from '../leaders/no-executive-sponsor.ts'
import leadersNoHandoverPlan from '../leaders/no-handover-plan.ts'
import leadersNoPartneringTraining from '../leaders/no-partnering-training.ts'
import leadersPromotionIndividualResultsOnly from '../leaders/promotion-individual-results-only.ts'
import leadersPromotionTournament from '../leaders/promotion-tournament.ts'
import leadersSponsorIncentiveConflict from '../leaders/sponsor-incentive-conflict.ts'
import leadersSponsorOneSide from '../leaders/sponsor-one-side.ts'
import leadersSponsorOverloaded from '../leaders/sponsor-overloaded.ts'
import leadersSuccessionSingleFunction from '../leaders/succession-single-function.ts'
import organizationAllianceFunctionMisplaced from '../organization/alliance-function-misplaced.ts'
import organizationAllianceFunctionTooDeep from '../organization/alliance-function-too-deep.ts'
import organizationChannelOverlap from '../organization/channel-overlap.ts'
import organizationCounterpartMissing from '../organization/counterpart-missing.ts'
import organizationDottedLineNoSay from '../organization/dotted-line-no-say.ts'
import organizationExitPlanMissing from '../organization/exit-plan-missing.ts'
import organizationInterfaceRoleVacant from '../organization/interface-role-vacant.ts'
import organizationLayersExcess from '../organization/layers-excess.ts'
import organizationMatrixNoPrecedence from '../organization/matrix-no-precedence.ts'
import organizationNoSingleFrontDoor from '../organization/no-single-front-door.ts'
import organizationReorgWithoutRelationshipPlan from '../organization/reorg-without-relationship-plan.ts'
import organizationSingleFunctionTeamOnCrossGoal from '../organization/single-function-team-on-cross-goal.ts'
import organizationTooManyHandoffs from '../organization/too-many-handoffs.ts'
import performanceAnnualOnlyFeedback from '../performance/annual-only-feedback.ts'
import performanceAttritionQuota from '../performance/attrition-quota.ts'
import performanceCalibrationNoAnchors from '../performance/calibration-no-anchors.ts'
import performanceCalibrationNoCrossInput from '../performance/calibration-no-cross-input.ts'
import performanceChannelCompNotNeutral from '../performance/channel-comp-not-neutral.ts'
import performanceCliffThresholdAccelerator from '../performance/cliff-threshold-accelerator.ts'
import performanceCollaborationCriterionMissing from '../performance/collaboration-criterion-missing.ts'
import performanceCollaborationUnweighted from '../performance/collaboration-unweighted.ts'
import performanceCreditingUndefined from '../performance/crediting-undefined.ts'
import performanceDealRegistrationNoProtection from '../performance/deal-registration-no-protection.ts'
import performanceExecUnitOnlyBonus from '../performance/exec-unit-only-bonus.ts'
import performanceForcedDistributionSmallGroup from '../performance/forced-distribution-small-group.ts'
import performanceForcedDistribution from '../performance/forced-distribution.ts'
import performanceForcedSplitCredit from '../performance/forced-split-credit.ts'
import performanceHardCap from '../performance/hard-cap.ts'
import performanceHelperUnpaid from '../performance/helper-unpaid.ts'
import performanceHorizonMismatch from '../performance/horizon-mismatch.ts'
import performanceHybridConflict from '../performance/hybrid-conflict.ts'
import performanceIndividualOnlyGoals from '../performance/individual-only-goals.ts'
import performanceInternalSourcePremium from '../performance/internal-source-premium.ts'
import performanceLineOfSightLost from '../performance/line-of-sight-lost.ts'
import performanceMultiplicativeZero from '../performance/multiplicative-zero.ts'
import performanceNegativeCrossPayoff from '../performance/negative-cross-payoff.ts'
import performanceNewOrTransferredInCurve from '../performance/new-or-transferred-in-curve.ts'
import performanceNoClawbackOnPartnerHarm from '../performance/no-clawback-on-partner-harm.ts'
import performanceNoDualCredit from '../performance/no-dual-credit.ts'
import performanceNoPartnerFeedback from '../performance/no-partner-feedback.ts'
import performanceNoPeerFeedback from '../performance/no-peer-feedback.ts'
import performanceNoPositiveCrossPayoff from '../performance/no-positive-cross-payoff.ts'
import performanceNoReviewOfLowRating from '../performance/no-review-of-low-rating.ts'
import performanceOpposedMetrics from '../performance/opposed-metrics.ts'
import performanceOrdinalStackRank from '../performance/ordinal-stack-rank.ts'
import performanceOwnUnitGate from '../performance/own-unit-gate.ts'
import performancePartnerDealNoQuotaRetirement from '../performance/partner-deal-no-quota-retirement.ts'
import performancePartnerOutcomeUnpaid from '../performance/partner-outcome-unpaid.ts'
import performanceQuotaRoundsUp from '../performance/quota-rounds-up.ts'
import performanceRankAndYank from '../performance/rank-and-yank.ts'
import performanceRelativeBonusInsideTeamPay from '../performance/relative-bonus-inside-team-pay.ts'
import performanceSecondeeRatedByHomeOnly from '../performance/secondee-rated-by-home-only.ts'
import performanceSharedWeightLow from '../performance/shared-weight-low.ts'
import performanceSingleRaterHighStakes from '../performance/single-rater-high-stakes.ts'
import performanceSpiffAgainstPartner from '../performance/spiff-against-partner.ts'
import performanceSpiffTimedProductContest from '../performance/spiff-timed-product-contest.ts'
import performanceSpiffTooLarge from '../performance/spiff-too-large.ts'
import performanceTeamInternalCalibration from '../performance/team-internal-calibration.ts'
import performanceTopRatingCap from '../performance/top-rating-cap.ts'
import performanceWeightsNot100 from '../performance/weights-not-100.ts'
import performanceWinnerTakeAllContest from '../performance/winner-take-all-contest.ts'
import performanceZeroSumPool from '../performance/zero-sum-pool.ts'
import resourcesAllocationEndsEarly from '../resources/allocation-ends-early.ts'
import resourcesAllocationStartsLate from '../resources/allocation-starts-late.ts'
import resourcesAnnualOnlyAllocation from '../resources/annual-only-allocation.ts'
import resourcesBestEffortPriority from '../resources/best-effort-priority.ts'
import resourcesCapacityOvercommitted from '../resources/capacity-overcommitted.ts'
import resourcesChargebackPenalisesHelp from '../resources/chargeback-penalises-help.ts'
import resourcesCommitmentUnallocated from '../resources/commitment-unallocated.ts'
import resourcesCommitmentUnderfunded from '../resources/commitment-underfunded.ts'
import resourcesEquipmentAccessUnscheduled from '../resources/equipment-access-unscheduled.ts'
import resourcesNoAllianceManagementCapacity from '../resources/no-alliance-management-capacity.ts'
import resourcesNoResourceOwner from '../resources/no-resource-owner.ts'
import resourcesNoSharedPool from '../resources/no-shared-pool.ts'
import resourcesRecallWithoutNotice from '../resources/recall-without-notice.ts'
import resourcesSinglePointOfFailure from '../resources/single-point-of-failure.ts'
import resourcesUseItOrLoseIt from '../resources/use-it-or-lose-it.ts'
import resourcesZeroContingency from '../resources/zero-contingency.ts'

export const rules = [
  accountabilityActivityNotOutcome,
  accountabilityAllianceHealthUnmeasured,
  accountabilityDeciderWithoutAccountability,
  accountabilityGoalTwoOwners,
  accountabilityNoCustomerOutcome,
  accountabilityNoPartnerOutcome,
  accountabilityNorthStarMissing,
  accountabilityNorthStarUnreferenced,
  accountabilityObligationWithoutOwner,
  accountabilityOneSidedScorecard,
  accountabilityOrphanGoal,
  accountabilityOwnerWithoutDecisionRight,
  accountabilityPartnerExcludedFromReview,
  accountabilityQuantityWithoutQualityPair,
  accountabilitySharedGoalNoSharedConsequence,
  accountabilityStakeholderUnmeasured,
  accountabilityTargetOrBaselineMissing,
  cultureCollaborationOverload,
  cultureConfidentialityExpired,
  cultureDefaultClosedInformation,
  cultureEscalationPunished,
  cultureExperimentFailurePenalised,
  cultureHoardingRewarded,
  cultureIndividualAwardsOnly,
  cultureNoPartnerCode,
  cultureNoPartnerSpeakUpChannel,
  culturePartnerDataBlocked,
  culturePerDisclosureApproval,
  cultureValuesVsIncentives,
  cultureValuesVsPromotion,
  cultureValuesWithoutBehaviours,
  decisionMakingBlackoutCollision,
  decisionMakingCadenceMismatch,
  decisionMakingCalendarMisaligned,
  decisionMakingConsensusNoTiebreak,
  decisionMakingConsensusOfMany,
  decisionMakingDelegateLacksAuthority,
  decisionMakingEscalationCycle,
  decisionMakingEscalationDeadEnd,
  decisionMakingEscalationLevelAsymmetric,
  decisionMakingEscalationNoDeadline,
  decisionMakingJointDecisionUnmapped,
  decisionMakingLatencyExceedsObligation,
  decisionMakingMultipleDeciders,
  decisionMakingNoDecider,
  decisionMakingNoDecisionLog,
  decisionMakingNoEscalationPath,
  decisionMakingNoInternalEscalationPath,
  decisionMakingOverConsulted,
  decisionMakingRepeatedReview,
  decisionMakingTooManyApprovals,
  decisionMakingUnilateralCastingVote,
  decisionMakingVetoWithoutSla,
  languageDuplicateName,
  languageMissingField,
  languagePersonNamed,
  languagePlaceholder,
  languageSuppressionExpired,
  languageSuppressionExpiring,
  languageSuppressionMalformed,
  languageSuppressionUnused,
  languageSyntax,
  languageUnknownField,
  languageUnreadable,
  languageUnresolvedReference,
  languageWrongValue,
  leadersAllianceManagerNoAuthority,
  leadersAllianceManagerUnderlevelled,
  leadersCompetencyNotInPromotion,
  leadersCompetencyNotInSelection,
  leadersNo360InSelection,
  leadersNoCollaborationCompetency,
  leadersNoCrossBoundaryExperience,
  leadersNoExecutiveSponsor,
  leadersNoHandoverPlan,
  leadersNoPartneringTraining,
  leadersPromotionIndividualResultsOnly,
  leadersPromotionTournament,
  leadersSponsorIncentiveConflict,
  leadersSponsorOneSide,
  leadersSponsorOverloaded,
  leadersSuccessionSingleFunction,
  organizationAllianceFunctionMisplaced,
  organizationAllianceFunctionTooDeep,
  organizationChannelOverlap,
  organizationCounterpartMissing,
  organizationDottedLineNoSay,
  organizationExitPlanMissing,
  organizationInterfaceRoleVacant,
  organizationLayersExcess,
  organizationMatrixNoPrecedence,
  organizationNoSingleFrontDoor,
  organizationReorgWithoutRelationshipPlan,
  organizationSingleFunctionTeamOnCrossGoal,
  organizationTooManyHandoffs,
  performanceAnnualOnlyFeedback,
  performanceAttritionQuota,
  performanceCalibrationNoAnchors,
  performanceCalibrationNoCrossInput,
  performanceChannelCompNotNeutral,
  performanceCliffThresholdAccelerator,
  performanceCollaborationCriterionMissing,
  performanceCollaborationUnweighted,
  performanceCreditingUndefined,
  performanceDealRegistrationNoProtection,
  performanceExecUnitOnlyBonus,
  performanceForcedDistributionSmallGroup,
  performanceForcedDistribution,
  performanceForcedSplitCredit,
  performanceHardCap,
  performanceHelperUnpaid,
  performanceHorizonMismatch,
  performanceHybridConflict,
  performanceIndividualOnlyGoals,
  performanceInternalSourcePremium,
  performanceLineOfSightLost,
  performanceMultiplicativeZero,
  performanceNegativeCrossPayoff,
  performanceNewOrTransferredInCurve,
  performanceNoClawbackOnPartnerHarm,
  performanceNoDualCredit,
  performanceNoPartnerFeedback,
  performanceNoPeerFeedback,
  performanceNoPositiveCrossPayoff,
  performanceNoReviewOfLowRating,
  performanceOpposedMetrics,
  performanceOrdinalStackRank,
  performanceOwnUnitGate,
  performancePartnerDealNoQuotaRetirement,
  performancePartnerOutcomeUnpaid,
  performanceQuotaRoundsUp,
  performanceRankAndYank,
  performanceRelativeBonusInsideTeamPay,
  performanceSecondeeRatedByHomeOnly,
  performanceSharedWeightLow,
  performanceSingleRaterHighStakes,
  performanceSpiffAgainstPartner,
  performanceSpiffTimedProductContest,
  performanceSpiffTooLarge,
  performanceTeamInternalCalibration,
  performanceTopRatingCap,
  performanceWeightsNot100,
  performanceWinnerTakeAllContest,
  performanceZeroSumPool,
  resourcesAllocationEndsEarly,
  resourcesAllocationStartsLate,
  resourcesAnnualOnlyAllocation,
  resourcesBestEffortPriority,
  resourcesCapacityOvercommitted,
  resourcesChargebackPenalisesHelp,
  resourcesCommitmentUnallocated,
  resourcesCommitmentUnderfunded,
  resourcesEquipmentAccessUnscheduled,
  resourcesNoAllianceManagementCapacity,
  resourcesNoResourceOwner,
  resourcesNoSharedPool,
  resourcesRecallWithoutNotice,
  resourcesSinglePointOfFailure,
  resourcesUseItOrLoseIt,
  resourcesZeroContingency,
] as const
