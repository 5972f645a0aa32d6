import type { AgreementDecision, PartnerAgreement, Party } from '../language/generated/policies.ts'

/** Whether a joint decision comes to an end where it is taken. Without a tie-break, only one party's does. */
export function isSettled({ rule, tieBreak }: AgreementDecision): boolean {
  return rule === 'one-party' || tieBreak === 'casting-vote' || tieBreak === 'expert' || tieBreak === 'arbitration'
}

/** The party that can end it alone: by its decision, or by the vote that counts when both disagree. A chair that alternates is neither. */
export function partyThatEnds(decision: AgreementDecision, { spec }: PartnerAgreement): Party | undefined {
  const { rule, decidedBy, tieBreak, castingVote, body } = decision
  if (rule === 'one-party') return decidedBy
  if (tieBreak !== 'casting-vote') return undefined
  if (castingVote !== 'chair') return castingVote
  const chair = spec.governance?.bodies?.find(({ name }) => name === body)?.chair
  return chair === 'us' || chair === 'partner' ? chair : undefined
}
