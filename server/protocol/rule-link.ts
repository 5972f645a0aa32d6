import type { RuleLink } from '../features/finding-docs.ts'
import type { ClientAbilities } from './client-abilities.ts'

/** Where a rule's page opens in the client; undefined where it has no place for it. */
export function rulePage({ rulePageUri }: Pick<ClientAbilities, 'rulePageUri'>, rule: string): string | undefined {
  return rulePageUri?.replaceAll('{rule}', rule)
}

/** A rule's id, leading to its page where the client shows pages. */
export function ruleLink(client: Pick<ClientAbilities, 'rulePageUri'>): RuleLink {
  return (rule) => {
    const uri = rulePage(client, rule)
    return uri === undefined ? `\`${rule}\`` : `[${rule}](${uri})`
  }
}
