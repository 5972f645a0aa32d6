import type { PartnerAgreement } from '../language/generated/policies.ts'

const beforeTheStart: ReadonlySet<PartnerAgreement['spec']['stage']> = new Set([
  'operational-awareness',
  'knowledge',
  'internal-assessment',
  'partner-selection',
])

/** Whether there is a partner to work with, and the term has not ended. What nothing is said of is taken to run. */
export function isRunning({ spec }: PartnerAgreement, today: string): boolean {
  return !beforeTheStart.has(spec.stage) && (spec.term?.to === undefined || spec.term.to >= today)
}

/** How people call an agreement: by its title, else by its partner's. */
export function agreementTitle({ metadata, spec }: PartnerAgreement): string {
  return metadata.title ?? `the agreement with ${spec.partner.title ?? spec.partner.name}`
}
