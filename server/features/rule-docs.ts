import type { Rule } from '../rules/rule.ts'
import type { RuleLink } from './finding-docs.ts'

/** What a rule finds and why, as Markdown; its own texts are Markdown already. */
export function ruleDocs({ id, title, finds, why }: Rule, link: RuleLink): string {
  return [`**${title}** (${link(id)})`, finds, why].join('\n\n')
}
