import type { CustomRule } from '../config/generated/config.ts'
import { isList, type Path } from '../language/path.ts'
import type { Kind, Policy } from '../language/policy-file.ts'
import { barrier, barrierAt, type Context, type Option, type Outcome, passed, type Rule } from '../rules/rule.ts'
import { RuleFault } from '../rules/rule-fault.ts'
import type { PolicyEntry } from '../workspace/policy-entry.ts'
import type { Budget } from './budget.ts'
import type { Cel } from './cel.ts'
import { type Expression, runnable, type Values } from './expression.ts'
import { valuesOf } from './surroundings.ts'
import { inSentence, partsOfTemplate } from './template.ts'
import { RunningVocabulary } from './vocabulary.ts'

/** So many things of one policy are looked at by one rule. */
const mostThings = 10_000

/** The parts of a rule, ready to run. */
interface Parts {
  readonly forEach: Expression | undefined
  readonly names: readonly (readonly [name: string, expression: Expression])[]
  readonly when: Expression | undefined
  readonly passes: Expression
  readonly what: Sentence
  readonly howMuch: Sentence | undefined
  readonly change: Sentence
}

type Sentence = (values: Values) => string

/** How a rule that has been checked runs. It is made ready when it runs first. */
export function running(
  definition: CustomRule,
  kinds: readonly Kind[],
  cel: Cel,
  budget: Budget,
): NonNullable<Rule['run']> {
  let ready: { readonly vocabulary: RunningVocabulary; readonly parts: Parts } | undefined
  return (entry, policy, context) => {
    if (policy === undefined || !kinds.includes(policy.kind)) return []
    if (ready === undefined) {
      const vocabulary = new RunningVocabulary(cel, budget)
      ready = { vocabulary, parts: partsOf(definition, vocabulary, budget) }
    }
    const { vocabulary, parts } = ready
    vocabulary.context = context
    budget.renew()
    return outcomes(definition, parts, entry, policy, context)
  }
}

function* outcomes(
  definition: CustomRule,
  parts: Parts,
  entry: PolicyEntry,
  policy: Policy,
  context: Context,
): Generator<Outcome> {
  const options = optionsOf(definition, context.options)
  const given = valuesOf(context, options, policy)
  const listed = parts.forEach === undefined ? [policy] : parts.forEach(given)
  if (listed === undefined) return
  if (!isList(listed)) throw new RuleFault('"forEach" does not yield a list')
  if (listed.length > mostThings)
    throw new RuleFault(`"forEach" yields more than ${mostThings.toLocaleString('en')} things`)
  for (const [index, item] of listed.entries()) {
    const values = Object.create(given, { item: { value: item, enumerable: true } })
    for (const [name, expression] of parts.names) {
      const value = expression(values)
      if (value !== undefined) values[name] = value
    }
    if (parts.when !== undefined && !isTrue(parts.when(values), 'when')) continue
    const passes = parts.passes(values)
    if (passes === undefined) continue
    if (isTrue(passes, 'passes')) yield passed()
    else {
      const howMuch = parts.howMuch?.(values)
      const report = {
        what: parts.what(values),
        change: parts.change(values),
        ...(howMuch === undefined ? {} : { howMuch }),
      }
      yield marked(item, index, listed, definition.at, entry, report)
    }
  }
}

function isTrue(value: unknown, field: string): boolean {
  if (value === undefined) return false
  if (typeof value !== 'boolean') throw new RuleFault(`"${field}" is neither true nor false`)
  return value
}

/** A barrier at the field of the thing; where the thing is no part of the policy, at the policy's name. */
function marked(
  item: unknown,
  index: number,
  listed: readonly unknown[],
  at: string | undefined,
  entry: PolicyEntry,
  report: Omit<Parameters<typeof barrier>[2], never>,
): Outcome {
  if (typeof item !== 'object' || item === null) {
    const path = entry.pathTo(listed, index)
    // The same text may stand elsewhere, too.
    return barrierAt(path ?? ['metadata', 'name'], { ...report, identity: String(item) })
  }
  let object = item
  let key: string | undefined
  for (const step of at?.split('.') ?? []) {
    const field: unknown = Object.entries(object).find(([name]) => name === step)?.[1]
    if (field === undefined) break
    key = step
    if (typeof field !== 'object' || field === null || Array.isArray(field)) break
    object = field
    key = undefined
  }
  const path: Path | undefined = entry.pathTo(object, key)
  return path === undefined ? barrierAt(['metadata', 'name'], report) : barrier(object, key, report)
}

function partsOf(definition: CustomRule, vocabulary: RunningVocabulary, budget: Budget): Parts {
  const { forEach, when, passes, what, howMuch, change } = definition
  const expression = (text: string): Expression => runnable(text, vocabulary, budget)
  const sentence = (template: string): Sentence => {
    const parts = partsOfTemplate(template)
    if ('unclosed' in parts) return () => template
    const pieces = parts.map((part) => ('text' in part ? part.text : expression(part.expression)))
    return (values) => pieces.map((piece) => (typeof piece === 'string' ? piece : inSentence(piece(values)))).join('')
  }
  return {
    forEach: forEach === undefined ? undefined : expression(forEach),
    names: Object.entries(definition.let ?? {}).map(([name, text]) => [name, expression(text)]),
    when: when === undefined ? undefined : expression(when),
    passes: expression(passes),
    what: sentence(what),
    howMuch: howMuch === undefined ? undefined : sentence(howMuch),
    change: sentence(change),
  }
}

function optionsOf(
  definition: CustomRule,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, number | boolean>> {
  return Object.fromEntries(
    Object.entries(definition.options ?? {}).map(([name, { default: otherwise }]): [string, Option['default']] => {
      const value = given[name]
      return [
        name,
        typeof value === typeof otherwise && (typeof value === 'number' || typeof value === 'boolean')
          ? value
          : otherwise,
      ]
    }),
  )
}
