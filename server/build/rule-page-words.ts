import type { Law, Reading, Strength } from '../rules/evidence.ts'
import type { Severity, SeverityByInterdependence } from '../rules/rule.ts'

/** How strong a source is, for people who read a rule's page. */
export const strengthInWords: Readonly<Record<Strength, string>> = {
  law: 'law',
  research: 'research, with data',
  simulation: 'a simulation',
  case: 'what companies went through',
  practice: 'what practitioners say or do',
  reasoning: 'reasoning, not a measurement',
}

export const appliesToInWords: Readonly<Record<Law['appliesTo'], string>> = {
  'us-federal-agency': 'federal agencies of the United States',
  'us-senior-executive-service': 'the Senior Executive Service of the United States',
  'us-broker-dealer': 'broker-dealers in the United States',
  'us-listed-issuer': 'companies listed in the United States',
}

/** `error`, or `warning to error` where it depends on how far people must help one another. */
export function severityInWords(severity: Severity | SeverityByInterdependence): string {
  if (typeof severity === 'string') return severity
  const found = (['info', 'warning', 'error'] as const).filter((level) => Object.values(severity).includes(level))
  return found.length === 1 ? found.join('') : `${found[0]} to ${found.at(-1)}`
}

/** What was read of a source, where that is not its text; empty where it is. */
const readingInWords: Readonly<Record<Reading, string>> = {
  text: '',
  summary: 'cited from its summary',
  known: 'cited as it is known, not read again for this',
}

/** `research, with data; cited from its summary` */
export function weightInWords({ strength, read }: { readonly strength: Strength; readonly read: Reading }): string {
  return [strengthInWords[strength], readingInWords[read]].filter((part) => part !== '').join('; ')
}
