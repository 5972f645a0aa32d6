import type { Finding } from '../checker/finding.ts'
import { fieldIn } from '../language/field.ts'
import { plainText } from '../language/markdown.ts'
import { type Assumption, type Figure, figureText, number } from '../rules/figure.ts'
import type { Rule } from '../rules/rule.ts'

/** Makes the Markdown that leads to a rule's page: a link where the editor can open one. */
export type RuleLink = (rule: string) => string

const severityWords = { error: 'Error', warning: 'Warning', info: 'Information' } as const

/**
 * A finding's figures with what they assume, and its rule, as Markdown. What it says stands in the list of problems. A rule of the
 * company has no page of its own, so what it rests on stands here.
 */
export function findingDocs(
  finding: Finding,
  rule: Pick<Rule, 'title' | 'certainty' | 'declaredAt'> | undefined,
  link: RuleLink,
): string {
  const figures = finding.figures.map(
    (figure) => `- ${plainText(figure.title)}: **${plainText(figureText(figure))}**${assumptionsText(figure)}`,
  )
  const heading = `${severityWords[finding.severity]}: ${plainText(rule?.title ?? finding.rule)} (${link(finding.rule)})`
  const basis = rule?.declaredAt === undefined ? '' : plainText(rule.certainty)
  return [heading, basis, figures.join('\n')].filter((part) => part !== '').join('\n\n')
}

function assumptionsText({ assumptions = [] }: Figure): string {
  return assumptions.length === 0 ? '' : `, assuming ${assumptions.map(assumptionText).join('; ')}`
}

const sources: Readonly<Record<Assumption['from'], string>> = {
  default: 'the default',
  configuration: 'from the configuration',
  'leadership system': 'from the leadership system',
  policy: 'from this policy',
  convention: 'a convention',
}

function assumptionText({ name, value, from }: Assumption): string {
  const known = fieldIn('concord-config.schema.json', ['assumptions', name])?.title
  const words = known ?? name.replace(/(?<=[a-z])(?=[A-Z])|-/g, ' ')
  const said = typeof value === 'number' ? number(value, 4) : value
  return plainText(`${words.toLowerCase()} ${said} (${sources[from]})`)
}
