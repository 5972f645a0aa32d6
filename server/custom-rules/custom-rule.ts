import type { ConfigProblem } from '../config/config-file.ts'
import type { PlacedRule } from '../config/custom-rule-file.ts'
import type { CustomRule } from '../config/generated/config.ts'
import type { Path } from '../language/path.ts'
import type { Kind } from '../language/policy-file.ts'
import type { Option, Rule } from '../rules/rule.ts'
import { Budget } from './budget.ts'
import type { Cel } from './cel.ts'
import { checkedType } from './expression.ts'
import { running } from './running-rule.ts'
import { partsOfTemplate } from './template.ts'
import { checkedVocabulary } from './vocabulary.ts'

const messageFields = ['what', 'howMuch', 'change'] as const

/** A rule that is ready to run, or what is wrong with it, at its places. */
export type Compiled = { readonly rule: Rule } | { readonly problems: readonly ConfigProblem[] }

/** Makes a rule of what is written. Its expressions are checked for each kind of policy that it looks at. */
export function compiled({ definition, file, places, path }: PlacedRule, cel: Cel): Compiled {
  const problems: ConfigProblem[] = []
  const kinds = kindsOf(definition)
  for (const kind of kinds) {
    for (const { at, text, start, end, message } of problemsFor(definition, kind, cel)) {
      const problem = places.problemWithin([...path, ...at], text, { start, end }, message)
      // The same is wrong for several kinds.
      if (!problems.some(({ range }) => range.start === problem.range.start)) problems.push(problem)
    }
  }
  if (problems.length > 0) return { problems }
  const { line } = places.positionOf(path)
  return { rule: ruleOf(definition, kinds, { file, line: line + 1 }, cel) }
}

function kindsOf({ kind }: CustomRule): readonly Kind[] {
  return typeof kind === 'string' ? [kind] : kind
}

/** Something wrong with the text at a path of the definition. */
interface TextProblem {
  readonly at: Path
  readonly text: string
  readonly start: number
  readonly end: number
  readonly message: string
}

function problemsFor(definition: CustomRule, kind: Kind, cel: Cel): readonly TextProblem[] {
  const problems: TextProblem[] = []
  const defaults = Object.fromEntries(
    Object.entries(definition.options ?? {}).map(([name, option]) => [name, option.default]),
  )
  const vocabulary = checkedVocabulary(cel, kind, defaults, JSON.stringify(definition))
  const check = (at: Path, text: string, expression = text, from = 0): string | undefined => {
    const found = checkedType(expression, vocabulary)
    if ('type' in found) return found.type
    const { start, end } = found.range
    problems.push({ at, text, start: from + start, end: from + end, message: found.message })
    return undefined
  }
  const whole = (at: Path, text: string, message: string): unknown =>
    problems.push({ at, text, start: 0, end: text.length, message })
  const declare = (name: string, type: string | undefined): void => {
    vocabulary.names.add(name)
    vocabulary.env.registerVariable(name, type ?? 'dyn')
  }

  let item: string | undefined = kind
  if (definition.forEach !== undefined) {
    const type = check(['forEach'], definition.forEach)
    const listed = type === undefined ? undefined : /^list(?:<(.+)>)?$/.exec(type)
    if (type !== undefined && type !== 'dyn' && listed === null)
      whole(['forEach'], definition.forEach, 'This must yield a list, such as policy.spec.commitments.')
    item = listed?.[1] ?? 'dyn'
  }
  declare('item', item)
  for (const [name, text] of Object.entries(definition.let ?? {})) {
    if (!/^[a-z][A-Za-z0-9]*$/.test(name) || vocabulary.names.has(name)) {
      const message = vocabulary.names.has(name)
        ? 'is a name that expressions have already'
        : 'is no name: letters and digits, the first one small'
      whole(['let', name], text, `"${name}" ${message}.`)
    } else declare(name, check(['let', name], text))
  }
  for (const field of ['when', 'passes'] as const) {
    const text = definition[field]
    const type = text === undefined ? undefined : check([field], text)
    if (text !== undefined && type !== undefined && type !== 'bool' && !type.startsWith('dyn'))
      whole([field], text, 'This must be true or false: a comparison, for instance.')
  }
  for (const field of messageFields) {
    const template = definition[field]
    if (template === undefined) continue
    const parts = partsOfTemplate(template)
    if ('unclosed' in parts) {
      const { unclosed: start } = parts
      problems.push({
        at: [field],
        text: template,
        start,
        end: start + 2,
        message: 'This expression is not closed: a } is missing.',
      })
    } else for (const part of parts) if ('expression' in part) check([field], template, part.expression, part.start)
  }
  return problems
}

function ruleOf(
  definition: CustomRule,
  kinds: readonly Kind[],
  declaredAt: NonNullable<Rule['declaredAt']>,
  cel: Cel,
): Rule {
  const { id, title, severity, finds, why, evidence } = definition
  const budget = new Budget()
  return {
    // Its schema has made sure of the form.
    id: id as Rule['id'],
    title,
    severity,
    finds: finds ?? `${title}.`,
    why,
    evidence: [],
    certainty: evidence === undefined ? 'A rule of this company.' : `A rule of this company. It rests on: ${evidence}`,
    fixing: 'No fix: the rule says what to change.',
    kinds,
    options: Object.fromEntries(
      Object.entries(definition.options ?? {}).map(([name, option]) => [name, optionOf(name, option)]),
    ),
    declaredAt,
    run: running(definition, kinds, cel, budget),
  }
}

function optionOf(
  name: string,
  { default: value, description, minimum, maximum }: NonNullable<CustomRule['options']>[string],
): Option {
  return {
    default: value,
    title: name,
    description,
    convention: true,
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  }
}
