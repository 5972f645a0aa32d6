import type { PartnerAgreement, PartnerInformation } from '../language/generated/policies.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { isRunning } from './running-agreements.ts'

/** The agreements under way that a rule on information is for: the one that it names, else those with its partner. */
export function agreementsOf(
  { agreement, partner }: PartnerInformation,
  workspace: Workspace,
): readonly PartnerAgreement[] {
  const named = workspace.find('PartnerAgreement', agreement)
  const all = agreement === undefined ? workspace.all('PartnerAgreement') : named === undefined ? [] : [named]
  return all.filter(
    (one) => isRunning(one, workspace.today) && (agreement !== undefined || one.spec.partner.name === partner),
  )
}
