import type { PartnerAgreement } from '../language/generated/policies.ts'

const beforeTheStart: ReadonlySet<PartnerAgreement['spec']['stage']> = new Set([
  'operational-awareness',
  'knowledge',
  'internal-assessment',
  'partner-selection',
])

/** Whether there is a partner to work with, and the term has not ended. What nothing is said of is taken to run. */
export function isRunning(agreement: PartnerAgreement, today: string): boolean {
  return !beforeTheStart.has(agreement.spec.stage) && !hasEnded(agreement, today)
}

/** Whether its term is over, so that nothing in it can be mended any more. The last day still counts. */
export function hasEnded({ spec: { term } }: PartnerAgreement, today: string): boolean {
  return term?.to !== undefined && term.to < today
}

/** How people call an agreement: by its title, else by its partner's. */
export function agreementTitle({ metadata, spec }: PartnerAgreement): string {
  return metadata.title ?? `the agreement with ${spec.partner.title ?? spec.partner.name}`
}
