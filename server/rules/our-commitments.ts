import type { Allocation, Commitment, PartnerAgreement } from '../language/generated/policies.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { amountText } from './resource-amounts.ts'
import { type Severity, titled } from './rule.ts'
import type { TimeSpan } from './time-spans.ts'

/** A commitment that we made to a partner, with the time that it is promised for. */
export interface OurCommitment {
  readonly commitment: Commitment
  /** `agreement/commitment`, as allocations refer to it. */
  readonly reference: string
  /** Its own days, else those of the agreement's term. */
  readonly span: TimeSpan
  /** `The commitment "Optical engineers" (4 FTE optics)`. */
  readonly called: string
  /** What is promised only as far as other work leaves room is missed less. */
  readonly severity: Severity
}

export function ourCommitments({ metadata, spec }: PartnerAgreement): readonly OurCommitment[] {
  return (spec.commitments ?? [])
    .filter(({ by }) => by !== 'partner')
    .map((commitment) => ({
      commitment,
      reference: `${metadata.name}/${commitment.name}`,
      span: { from: commitment.from ?? spec.term?.from, to: commitment.to ?? spec.term?.to },
      called: `The commitment "${titled(commitment)}" (${amountText(commitment)})`,
      severity: commitment.class === 'best-effort' ? 'warning' : 'error',
    }))
}

/** A commitment of ours with the agreement that promises it. */
export interface HeldCommitment {
  readonly agreement: PartnerAgreement
  readonly ours: OurCommitment
}

/** The commitments of ours that these allocations are for, each once. */
export function commitmentsServed(allocations: readonly Allocation[], workspace: Workspace): readonly HeldCommitment[] {
  const references = new Set(allocations.flatMap(({ commitment }) => commitment ?? []))
  return [...references].flatMap((reference) => {
    const agreement = workspace.find('PartnerAgreement', reference.split('/')[0])
    if (agreement === undefined) return []
    return ourCommitments(agreement).flatMap((ours) => (ours.reference === reference ? [{ agreement, ours }] : []))
  })
}
