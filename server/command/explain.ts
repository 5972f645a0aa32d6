import pico from 'picocolors'
import { isCalendarDate } from '../language/calendar-date.ts'
import { nearest } from '../language/did-you-mean.ts'
import { plain } from '../reports/paint.ts'
import { wrapped } from '../reports/wrap.ts'
import { type Evidence, evidence } from '../rules/evidence.ts'
import { rules as ownRules } from '../rules/generated/registry.ts'
import type { Rule } from '../rules/rule.ts'
import { oneOf, parsed } from './check-options.ts'
import { customRulesHere } from './custom-rules-here.ts'
import { explainInPolicy } from './explain-policy.ts'
import { severityText } from './rules.ts'
import { shownFrom } from './shown-name.ts'
import { type Console, type ExitCode, exitCodes, UsageError } from './usage.ts'

/** `concord explain RULE`: a rule's page for the terminal; with --policy, the arithmetic of what it finds there. */
export function explain(words: readonly string[], console: Console): ExitCode {
  const { values, positionals } = parsed(words, {
    policy: { type: 'string' },
    format: { type: 'string' },
    today: { type: 'string' },
  } as const)
  const [asked, ...paths] = positionals
  if (asked === undefined) throw new UsageError('"concord explain" takes a rule, such as performance/zero-sum-pool.')
  const rule = ruleCalled(asked, console)
  const format = oneOf('--format', values.format, ['text', 'json'], 'text')
  if (values.today !== undefined && !isCalendarDate(values.today))
    throw new UsageError(`--today takes a date that exists, as year-month-day, not "${values.today}".`)
  if (values.policy !== undefined) {
    if (paths.includes('')) throw new UsageError('A path is empty; leave it out, or write "." for this folder.')
    const today = values.today ?? console.today
    return explainInPolicy({ rule, policy: values.policy, paths, format, today }, console)
  }
  if (paths.length > 0 || format === 'json' || values.today !== undefined)
    throw new UsageError(
      `"concord explain ${asked}" shows the rule's page; "--policy NAME" shows the arithmetic of what it finds in a policy.`,
    )
  printPage(rule, console)
  return exitCodes.clean
}

/** By its id, or by its name without the component where that is clear. */
function ruleCalled(asked: string, { cwd }: Console): Rule {
  const isOwn = ownRules.some(({ id }) => id === asked || id.endsWith(`/${asked}`))
  const allRules = isOwn ? ownRules : [...ownRules, ...customRulesHere(cwd).rules]
  const called = allRules.filter(({ id }) => id.endsWith(`/${asked}`))
  const rule = allRules.find(({ id }) => id === asked) ?? (called.length === 1 ? called[0] : undefined)
  if (rule !== undefined) return rule
  const meant = nearest(
    asked,
    allRules.flatMap(({ id }) => [id, id.slice(id.indexOf('/') + 1)]),
  )
  throw new UsageError(
    `There is no rule "${asked}". ${meant === undefined ? '"concord rules" lists them.' : `Did you mean "${meant}"?`}`,
  )
}

function printPage(rule: Rule, console: Console): void {
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
      rule.declaredAt === undefined
        ? `\n${bold('Sources')}\n`
        : section('Written in', `${shownFrom(console.cwd)(rule.declaredAt.file)}:${rule.declaredAt.line}`),
      ...rule.evidence.map((code) => `${wrapped(sourceText(evidence[code]), console.width, '  ')}\n`),
    ].join(''),
  )
}

function sourceText({ citation, shows, strength }: Evidence): string {
  return `${citation} ${shows} (${strength})`
}
