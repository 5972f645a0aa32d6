import { type Evidence, type EvidenceCode, evidence, type Strength } from '../rules/evidence.ts'
import type { Rule } from '../rules/rule.ts'
import { appliesToInWords, strengthInWords, weightInWords } from './rule-page-words.ts'

const doNotEdit = '<!-- Generated from server/rules/evidence.ts by `npm run generate`. Do not edit. -->'

/** What each strength means; the strongest first. */
const meanings: Readonly<Record<Strength, string>> = {
  law: 'Binds those whom it names, from and until a day; it says nothing about whether something works.',
  research: 'Experiments, field data and meta-analyses. Each shows what it measured, where it was measured.',
  simulation: 'A model that was run with assumed numbers: it shows what follows from them.',
  case: 'What single companies changed, or came to harm by. Other causes cannot be ruled out.',
  practice: 'Standards, surveys, handbooks and the experience of practitioners. Widely shared, rarely measured.',
  reasoning: 'An argument, or arithmetic on the policy’s own numbers.',
}

/** docs/evidence.md: every source with its strength, what it shows, and the rules that rest on it. */
export function evidencePage(rules: readonly Rule[]): string {
  const strengths = Object.keys(meanings) as Strength[]
  const codes = Object.keys(evidence) as EvidenceCode[]
  const rows = strengths.map((strength) => {
    const own = codes.filter((code) => evidence[code].strength === strength)
    return `| ${strengthInWords[strength]} | ${meanings[strength]} | ${own.map((code) => `[${code}](#${code.toLowerCase()})`).join(', ')} |`
  })
  return `${doNotEdit}

# Evidence

What Concord’s rules rest on, and how strong it is. No rule cites anything that is not here, and no source is said to show more than it does.

| Strength | What that means | Sources |
| --- | --- | --- |
${rows.join('\n')}

${codes.map((code) => entry(code, rules)).join('\n\n')}
`
}

function entry(code: EvidenceCode, rules: readonly Rule[]): string {
  const { citation, shows, law }: Evidence = evidence[code]
  const users = rules.filter((rule) => rule.evidence.includes(code)).map(({ id }) => `[${id}](rules/${id}.md)`)
  const dates =
    law === undefined
      ? []
      : [law.from === undefined ? [] : [`from ${law.from}`], law.to === undefined ? [] : [`until ${law.to}`]].flat(2)
  return [
    `## ${code}`,
    '',
    citation,
    '',
    `- What it shows: ${shows}`,
    `- Strength: ${weightInWords(evidence[code])}`,
    ...(law === undefined ? [] : [`- Binds ${[appliesToInWords[law.appliesTo], ...dates].join(', ')}. ${law.status}`]),
    ...(users.length > 0 ? [`- Used by: ${users.join(', ')}`] : []),
  ].join('\n')
}
