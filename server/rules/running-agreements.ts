import type { PartnerAgreement } from '../language/generated/policies.ts'
import { indexOf, type Workspace } from '../workspace/workspace.ts'
import { titled } from './rule.ts'
import { isOver } from './time-spans.ts'

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
  return isOver(term ?? {}, today)
}

/** The agreements under way of which a role is our alliance manager, by the role's name. */
export function managedBy(role: string, workspace: Workspace): readonly PartnerAgreement[] {
  return managing(workspace, role).filter((agreement) => isRunning(agreement, workspace.today))
}

const managing = indexOf('PartnerAgreement', function* (agreement) {
  const manager = agreement.spec.allianceManagers?.ours
  if (manager !== undefined) yield [manager, agreement] as const
})

/** How people call an agreement: by its title, else by its partner's. */
export function agreementTitle({ metadata, spec }: PartnerAgreement): string {
  return metadata.title ?? `the agreement with ${titled(spec.partner)}`
}
