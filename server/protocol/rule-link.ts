import type { RuleLink } from '../features/finding-docs.ts'
import type { Rule } from '../rules/rule.ts'
import type { ClientAbilities } from './client-abilities.ts'
import { uriOfName } from './uris.ts'

type PageAbility = Pick<ClientAbilities, 'rulePageUri'>

/**
 * Where a rule can be read in the client: its page, if the client has a place for it; for a rule of the company's own, among `rules`, the
 * line of the file in which it is written.
 */
export function rulePage({ rulePageUri }: PageAbility, rule: string, rules: readonly Rule[]): string | undefined {
  if (!rule.startsWith('custom/')) return rulePageUri?.replaceAll('{rule}', rule)
  const written = rules.find(({ id }) => id === rule)?.declaredAt
  return written === undefined ? undefined : `${uriOfName(written.file)}#L${written.line}`
}

/** A rule's id, leading to where the client shows it. */
export function ruleLink(client: PageAbility, rules: readonly Rule[]): RuleLink {
  return (rule) => {
    const uri = rulePage(client, rule, rules)
    // A bracket would end the address in Markdown.
    return uri === undefined ? `\`${rule}\`` : `[${rule}](${uri.replaceAll('(', '%28').replaceAll(')', '%29')})`
  }
}
