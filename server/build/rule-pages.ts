import { join } from 'node:path'
import { type EvidenceCode, evidence } from '../rules/evidence.ts'
import { componentOf, components, type Rule } from '../rules/rule.ts'
import { evidencePage } from './evidence-page.ts'
import { kebabCase, sentenceCase } from './names.ts'
import type { Output } from './outputs.ts'
import { cell } from './reference-words.ts'
import { type Example, parseExamples } from './rule-examples.ts'
import { type RuleModule, ruleIds, ruleModule } from './rule-modules.ts'
import { blocks, concordSays, conditions } from './rule-page-examples.ts'
import { appliesToInWords, severityInWords, weightInWords } from './rule-page-words.ts'

const doNotEdit = '<!-- Generated from server/rules/ by `npm run generate`. Do not edit. -->'

/** The pages about rules and their evidence, from the rules' facts and examples, which are run for what Concord says about them. */
export async function rulePages(project: string, problems: string[]): Promise<readonly Output[]> {
  const folder = join(project, 'server/rules')
  const loading = await Promise.allSettled(ruleIds(folder).map((id) => ruleModule(folder, id)))
  const modules = loading.flatMap((loaded) => {
    if (loaded.status === 'fulfilled') return [loaded.value]
    problems.push(`A rule cannot be loaded: ${loaded.reason}`)
    return []
  })
  const rules = modules.map(({ rule }) => rule)
  return [
    { path: 'docs/rules/README.md', content: indexPage(rules) },
    ...modules.map((module) => ({ path: `docs/rules/${module.id}.md`, content: rulePage(module, problems) })),
    { path: 'docs/evidence.md', content: evidencePage(rules) },
  ]
}

function rulePage({ id, rule, examples: text }: RuleModule, problems: string[]): string {
  if (text === undefined) problems.push(`server/rules/${id}.examples.md is missing`)
  const { examples } = parseExamples(text ?? '')
  const worst = examples.find(({ kind }) => kind === 'Barrier')
  const sections = [
    heading(rule, examples),
    section('What it finds', rule.finds),
    section('Why it hurts', rule.why),
    section('How sure the evidence is', certainty(rule)),
    section('What speaks against it', rule.against),
    section(
      'Example',
      worst && `${opening(worst)}${blocks(worst.files)}\n\nConcord says:\n\n${concordSays(worst, rule)}`,
    ),
    section('Better', better(worst, examples)),
    section('Fix', rule.fixing),
    section('Options', options(rule)),
    section('Law', law(rule)),
    section('How to configure it', configuring(rule)),
  ]
  return `${doNotEdit}\n\n${sections.filter((each) => each !== '').join('\n\n')}\n`
}

function section(title: string, text: string | undefined): string {
  return text === undefined || text === '' ? '' : `## ${title}\n\n${text}`
}

function heading(rule: Rule, examples: readonly Example[]): string {
  const kinds = rule.kinds?.map((kind) => `[${sentenceCase(kind)}](../../language/${kebabCase(kind)}.md)`)
  const lines = [
    `# ${rule.title}`,
    '',
    `- Rule: \`${rule.id}\``,
    `- Component: ${componentOf(rule.id)}`,
    `- Looks at: ${kinds?.join(', ') ?? 'every policy'}`,
  ]
  if (typeof rule.severity === 'string') {
    const marked = new Set(
      examples.flatMap(({ files }) => files.flatMap(({ marks }) => marks.map(({ severity }) => severity))),
    )
    const others = [...marked].filter((severity) => severity !== rule.severity)
    return [
      ...lines,
      `- Severity: ${rule.severity}${others.length > 0 ? `, in some cases ${others.join(' or ')}` : ''}`,
    ].join('\n')
  }
  const { pooled, sequential, reciprocal, undeclared } = rule.severity
  return [
    ...lines,
    '- Severity: depends on how far people must help one another',
    '',
    '| Interdependence of the work | Severity |',
    '| --- | --- |',
    `| reciprocal: work goes back and forth | ${reciprocal} |`,
    `| sequential: one hands over to the next | ${sequential} |`,
    `| pooled: each works alone, results are added up | ${pooled} |`,
    `| not declared | ${undeclared} |`,
  ].join('\n')
}

function certainty({ certainty: text, evidence: codes }: Rule): string {
  const sources = codes.map((code) => {
    const { citation, shows } = evidence[code]
    return `- ${citation.endsWith('.') ? citation : `${citation}.`} ${shows} ([${code}](../../evidence.md#${code.toLowerCase()}): ${weightInWords(evidence[code])})`
  })
  return [text, ...(sources.length > 0 ? ['', ...sources] : [])].join('\n')
}

function opening(example: Example): string {
  return `${cell(example.title).replace(/^./, (first) => first.toUpperCase())}${conditions(example)}:\n\n`
}

/** The first example as it is after its first fix; where there is no fix, one that passes. */
function better(worst: Example | undefined, examples: readonly Example[]): string | undefined {
  const after = worst?.afters[0]
  if (after !== undefined) return `After the fix “${after.title}”:\n\n${blocks(after.files)}`
  const good = examples.find(({ kind }) => kind === 'Passes')
  return good && `${opening(good)}${blocks(good.files)}`
}

function options({ options: all }: Rule): string | undefined {
  const rows = Object.entries(all).map(
    ([name, { default: usual, title, description, convention, minimum, maximum }]) => {
      const limits = [
        minimum === undefined ? [] : [`at least ${minimum}`],
        maximum === undefined ? [] : [`at most ${maximum}`],
      ].flat()
      const meaning = `${title}. ${description}${limits.length > 0 ? ` (${limits.join(', ')})` : ''}`
      return `| \`${name}\` | \`${usual}\` | ${convention ? 'yes' : ''} | ${cell(meaning)} |`
    },
  )
  if (rows.length === 0) return undefined
  const table = ['| Option | Default | A convention | What it means |', '| --- | --- | --- | --- |', ...rows].join('\n')
  return `${table}\n\nA convention is a number that people agreed on; no study says that it must be this one.`
}

function law({ evidence: codes }: Rule): string | undefined {
  const rows = codes.flatMap((code: EvidenceCode) => {
    const source: (typeof evidence)[EvidenceCode] = evidence[code]
    if (!('law' in source) || source.law === undefined) return []
    const { provision, appliesTo, from, to, status } = source.law
    return [
      `| ${cell(provision)} | ${appliesToInWords[appliesTo]} (\`${appliesTo}\`) | ${from ?? ''} | ${to ?? ''} | ${cell(status)} |`,
    ]
  })
  if (rows.length === 0) return undefined
  const table = [
    '| Provision | Whom it binds | From | Until | Status |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
  return `${table}\n\nIt is named in a finding only where the leadership system says under \`regulatedAs\` that the company is regulated so. This is no legal advice.`
}

function configuring({ id, options: all, offByDefault }: Rule): string {
  const [name, option] = Object.entries(all)[0] ?? []
  const withOption =
    name === undefined
      ? ''
      : `\n\nTo set its options:\n\n\`\`\`yaml\nrules:\n  ${id}:\n    options:\n      ${name}: ${option?.default}\n\`\`\``
  const how =
    offByDefault === true
      ? 'It runs only where the configuration names it, or extends `concord:all`. In `.concord.yaml`:'
      : 'In `.concord.yaml`:'
  return `${how}\n\n\`\`\`yaml\nrules:\n  ${id}: ${offByDefault === true ? 'warning' : 'off'}\n\`\`\`\n\nThe value is \`off\`, \`info\`, \`warning\` or \`error\`.${withOption}`
}

function indexPage(rules: readonly Rule[]): string {
  const parts = [...components, 'language'].flatMap((component) => {
    const own = rules.filter(({ id }) => componentOf(id) === component)
    if (own.length === 0) return []
    const rows = own.map(
      (rule) =>
        `| [${rule.id.slice(component.length + 1)}](${rule.id}.md) | ${severityInWords(rule.severity)} | ${cell(rule.title)} |`,
    )
    return [
      [`## ${sentenceCase(component)}`, '', '| Rule | Severity | What it finds |', '| --- | --- | --- |', ...rows].join(
        '\n',
      ),
    ]
  })
  return `${doNotEdit}

# Rules

What Concord looks for, by component of the leadership system. Each page says what the rule finds, why it hurts, how sure that is, and what helps.
Every source that a rule rests on is listed under [evidence](../evidence.md) with its strength.

${parts.join('\n\n')}
`
}
