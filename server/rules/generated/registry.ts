// Generated from the modules under server/rules/ by `npm run generate`. Do not edit.

import accountabilityObligationWithoutOwner from '../accountability/obligation-without-owner.ts'
import cultureValuesVsIncentives from '../culture/values-vs-incentives.ts'
import decisionMakingCalendarMisaligned from '../decision-making/calendar-misaligned.ts'
import decisionMakingDelegateLacksAuthority from '../decision-making/delegate-lacks-authority.ts'
import decisionMakingNoDecider from '../decision-making/no-decider.ts'
import decisionMakingNoEscalationPath from '../decision-making/no-escalation-path.ts'
import decisionMakingNoInternalEscalationPath from '../decision-making/no-internal-escalation-path.ts'
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
import leadersCompetencyNotInPromotion from '../leaders/competency-not-in-promotion.ts'
import organizationChannelOverlap from '../organization/channel-overlap.ts'
import performanceChannelCompNotNeutral from '../performance/channel-comp-not-neutral.ts'
import performanceForcedDistributionSmallGroup from '../performance/forced-distribution-small-group.ts'
import performanceForcedDistribution from '../performance/forced-distribution.ts'
import performanceIndividualOnlyGoals from '../performance/individual-only-goals.ts'
import performanceNegativeCrossPayoff from '../performance/negative-cross-payoff.ts'
import performancePartnerOutcomeUnpaid from '../performance/partner-outcome-unpaid.ts'
import performanceRankAndYank from '../performance/rank-and-yank.ts'
import performanceSpiffAgainstPartner from '../performance/spiff-against-partner.ts'
import performanceTeamInternalCalibration from '../performance/team-internal-calibration.ts'
import performanceWeightsNot100 from '../performance/weights-not-100.ts'
import performanceZeroSumPool from '../performance/zero-sum-pool.ts'
import resourcesCapacityOvercommitted from '../resources/capacity-overcommitted.ts'
import resourcesCommitmentUnallocated from '../resources/commitment-unallocated.ts'
import resourcesCommitmentUnderfunded from '../resources/commitment-underfunded.ts'

export const rules = [
  accountabilityObligationWithoutOwner,
  cultureValuesVsIncentives,
  decisionMakingCalendarMisaligned,
  decisionMakingDelegateLacksAuthority,
  decisionMakingNoDecider,
  decisionMakingNoEscalationPath,
  decisionMakingNoInternalEscalationPath,
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
  leadersCompetencyNotInPromotion,
  organizationChannelOverlap,
  performanceChannelCompNotNeutral,
  performanceForcedDistributionSmallGroup,
  performanceForcedDistribution,
  performanceIndividualOnlyGoals,
  performanceNegativeCrossPayoff,
  performancePartnerOutcomeUnpaid,
  performanceRankAndYank,
  performanceSpiffAgainstPartner,
  performanceTeamInternalCalibration,
  performanceWeightsNot100,
  performanceZeroSumPool,
  resourcesCapacityOvercommitted,
  resourcesCommitmentUnallocated,
  resourcesCommitmentUnderfunded,
] as const
