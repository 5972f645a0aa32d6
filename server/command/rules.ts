import pico from 'picocolors'
import { nearest } from '../language/did-you-mean.ts'
import { plain } from '../reports/text.ts'
import { wrapped } from '../reports/wrap.ts'
import { type Evidence, evidence } from '../rules/evidence.ts'
import { rules as allRules } from '../rules/generated/registry.ts'
import { componentOf, type Rule } from '../rules/rule.ts'
import { oneOf, parsed } from './check-options.ts'
import { type Console, type ExitCode, exitCodes, UsageError } from './usage.ts'

/** `concord rules`: every rule by component. */
export function listRules(words: readonly string[], console: Console): ExitCode {
  const { values, positionals } = parsed(words, { format: { type: 'string' } } as const)
  if (positionals.length > 0)
    throw new UsageError(`"concord rules" lists all rules; "concord explain ${positionals[0]}" says more about one.`)
  if (oneOf('--format', values.format, ['text', 'json'], 'text') === 'json') {
    console.out(`${JSON.stringify({ version: 1, rules: allRules.map(ruleFacts) }, null, 2)}\n`)
    return exitCodes.clean
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
  return exitCodes.clean
}

/** `concord explain RULE`: a rule's page for the terminal. */
export function explain(words: readonly string[], console: Console): ExitCode {
  const { positionals } = parsed(words, {})
  const [asked, second] = positionals
  if (asked === undefined || second !== undefined)
    throw new UsageError('"concord explain" takes one rule, such as performance/zero-sum-pool.')
  const rule = allRules.find(({ id }) => id === asked) ?? onlyRuleCalled(asked)
  if (rule === undefined) {
    const meant = nearest(
      asked,
      allRules.flatMap(({ id }) => [id, id.slice(id.indexOf('/') + 1)]),
    )
    throw new UsageError(
      `There is no rule "${asked}". ${meant === undefined ? '"concord rules" lists them.' : `Did you mean "${meant}"?`}`,
    )
  }
  const { bold } = console.colours ? pico.createColors(true) : plain
  const section = (title: string, text: string): string =>
    text === '' ? '' : `\n${bold(title)}\n${wrapped(text, console.width, '  ')}\n`
  const options = Object.entries(rule.options).map(
    ([name, { default: value, description, convention }]) =>
      `${name} (default ${value}${convention ? ', a convention' : ''}): ${description}`,
  )
  console.out(
    [
      `${bold(rule.title)}\n${rule.id} · ${severityText(rule)}\n`,
      section('What it finds', rule.finds),
      section('Why it hurts', rule.why),
      section('How sure the evidence is', rule.certainty),
      section('What speaks against it', rule.against ?? ''),
      section('Fix', rule.fixing),
      ...options.map((option, index) => section(index === 0 ? 'Options' : '', option)),
      `\n${bold('Sources')}\n`,
      ...rule.evidence.map((code) => `${wrapped(sourceText(evidence[code]), console.width, '  ')}\n`),
    ].join(''),
  )
  return exitCodes.clean
}

/** A rule may be called without its component where that is clear. */
function onlyRuleCalled(name: string): Rule | undefined {
  const called = allRules.filter(({ id }) => id.endsWith(`/${name}`))
  return called.length === 1 ? called[0] : undefined
}

function sourceText({ citation, shows, strength }: Evidence): string {
  return `${citation} ${shows} (${strength})`
}

/** `error`, or `warning to error` where it depends on interdependence. */
function severityText({ severity }: Pick<Rule, 'severity'>): string {
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
