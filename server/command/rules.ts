import pico from 'picocolors'
import { plain } from '../reports/paint.ts'
import { evidence } from '../rules/evidence.ts'
import { rules as ownRules } from '../rules/generated/registry.ts'
import { componentOf, type Rule } from '../rules/rule.ts'
import { oneOf, parsed } from './check-options.ts'
import { customRulesHere } from './custom-rules-here.ts'
import { printErrors } from './printing.ts'
import { testRules } from './test-rules.ts'
import { type Console, type ExitCode, exitCodes, UsageError } from './usage.ts'

/** `concord rules`: every rule by component. */
export function listRules(words: readonly string[], console: Console): ExitCode {
  const { values, positionals } = parsed(words, { format: { type: 'string' }, test: { type: 'boolean' } } as const)
  if (positionals.length > 0)
    throw new UsageError(`"concord rules" lists all rules; "concord explain ${positionals[0]}" says more about one.`)
  const custom = customRulesHere(console.cwd)
  printErrors(custom.errors, console)
  if (values.test === true) return testRules(custom, console)
  const allRules = [...ownRules, ...custom.rules]
  const code = custom.errors.length > 0 ? exitCodes.unusable : exitCodes.clean
  if (oneOf('--format', values.format, ['text', 'json'], 'text') === 'json') {
    console.out(`${JSON.stringify({ version: 1, rules: allRules.map(ruleFacts) }, null, 2)}\n`)
    return code
  }
  const { bold, dim } = console.colours ? pico.createColors(true) : plain
  const widest = Math.max(...allRules.map(({ id }) => id.length))
  let component = ''
  for (const rule of allRules) {
    const own = componentOf(rule.id)
    if (own !== component) console.out(`${component === '' ? '' : '\n'}${bold(own)}\n`)
    component = own
    console.out(`  ${rule.id.padEnd(widest)}  ${severityText(rule).padEnd(19)}  ${rule.title}\n`)
  }
  console.out(
    dim(`\n${allRules.length} rules. "concord explain RULE" says what one finds, why it hurts and how sure that is.\n`),
  )
  return code
}

/** `error`, or `warning to error` where it depends on interdependence. */
export function severityText({ severity }: Pick<Rule, 'severity'>): string {
  if (typeof severity === 'string') return severity
  const found = (['info', 'warning', 'error'] as const).filter((level) => Object.values(severity).includes(level))
  return found.length === 1 ? found.join('') : `${found[0]} to ${found.at(-1)}`
}

function ruleFacts(rule: Rule): object {
  const { id, title, severity, finds, why, certainty, against, fixing, options } = rule
  return {
    id,
    component: componentOf(id),
    title,
    severity,
    kinds: rule.kinds ?? [],
    finds,
    why,
    certainty,
    against: against ?? null,
    fixing,
    options,
    evidence: rule.evidence.map((code) => ({ code, ...evidence[code] })),
  }
}
