import type { CustomRule } from '../config/generated/config.ts'
import { fieldIn, schemaFileOf } from '../language/field.ts'
import { kinds } from '../language/generated/policies.ts'
import type { Kind } from '../language/policy-file.ts'
import type { Cel } from './cel.ts'
import { checkedType } from './expression.ts'
import { typeInWords } from './policy-types.ts'
import { type CheckedVocabulary, checkedVocabulary } from './vocabulary.ts'

/** A name that may be written in an expression. */
export interface OfferedName {
  readonly name: string
  /** What a field is called in words; empty for other names. */
  readonly title: string
  /** What it is, in a few words. */
  readonly about: string
  /** Whether it is called. */
  readonly isFunction: boolean
}

/** Of a rule that is being written, what the names in its expressions depend on. */
export type RuleInPart = Pick<Partial<CustomRule>, 'kind' | 'forEach' | 'let' | 'options'>

const ofLists: readonly string[] = ['all', 'exists', 'exists_one', 'filter', 'map', 'size', 'join']
const ofTexts: readonly string[] = ['startsWith', 'endsWith', 'contains', 'split', 'lowerAscii', 'size']

/**
 * The names that may follow `before`, the beginning of an expression of a rule: what stands behind the dot in its last part, or else
 * everything that expressions see. `letName` is the name under `let` that the expression is for: those after it are not known yet.
 */
export function namesOffered(
  rule: RuleInPart,
  before: string,
  letName: string | undefined,
  cel: Cel,
): readonly OfferedName[] {
  const word = /\w*$/.exec(before)?.[0] ?? ''
  const ahead = before.slice(0, before.length - word.length)
  if (textsEnd(ahead) < ahead.length) return []
  const of = kindsOf(rule).map((kind) => {
    const vocabulary = vocabularyFor(rule, kind, `${before} ${JSON.stringify(rule)}`, letName, cel)
    declareItems(vocabulary, ahead)
    return ahead.endsWith('.') ? behindDot(vocabulary, ahead.slice(0, -1)) : everything(vocabulary)
  })
  const [first = [], ...others] = of
  // Of several kinds, what all of them have: anything else is a mistake for one of them.
  return first.filter(({ name }) => others.every((names) => names.some((other) => other.name === name)))
}

function kindsOf({ kind }: RuleInPart): readonly Kind[] {
  return [kind ?? []].flat().filter((each) => kinds.includes(each))
}

/** The vocabulary with the item and the names of the rule, as far as they are right. */
function vocabularyFor(
  { forEach, let: names = {}, options = {} }: RuleInPart,
  kind: Kind,
  text: string,
  letName: string | undefined,
  cel: Cel,
): CheckedVocabulary {
  const defaults = Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option?.default ?? 0]))
  const vocabulary = checkedVocabulary(cel, kind, defaults, text)
  declare(vocabulary, 'item', forEach === undefined ? kind : itemOf(typeOfExpression(vocabulary, forEach)))
  for (const [name, expression] of Object.entries(names)) {
    if (name === letName) break
    declare(vocabulary, name, typeOfExpression(vocabulary, expression))
  }
  return vocabulary
}

function declare({ env, names }: CheckedVocabulary, name: string, type: string): void {
  if (names.has(name) || !/^[A-Za-z_]\w*$/.test(name)) return
  try {
    env.registerVariable(name, type)
    names.add(name)
  } catch {
    // A word of the language is no name; the check says so where it stands.
  }
}

function typeOfExpression(vocabulary: CheckedVocabulary, expression: unknown): string {
  const found = checkedType(String(expression), vocabulary)
  return 'type' in found ? (/^dyn<(.+)>$/.exec(found.type)?.[1] ?? found.type) : 'dyn'
}

function itemOf(type: string): string {
  return /^list<(.+)>$/.exec(type)?.[1] ?? 'dyn'
}

const goingThrough = /\.(?:all|exists|exists_one|filter|map)\(\s*([A-Za-z_]\w*)\s*,/g

/** Names of items in what goes through a list, such as `c` in `policy.spec.commitments.all(c, c.fte`. */
function declareItems(vocabulary: CheckedVocabulary, text: string): void {
  for (const { index, 1: name = '' } of text.matchAll(goingThrough))
    declare(vocabulary, name, itemOf(typeOfExpression(vocabulary, operandBefore(text, index))))
}

function behindDot(vocabulary: CheckedVocabulary, before: string): readonly OfferedName[] {
  const operand = operandBefore(before, before.length)
  if (operand === '') return []
  const type = typeOfExpression(vocabulary, operand)
  const fields = Object.entries(vocabulary.fields.get(type) ?? {}).map(([name, of]) =>
    offered(name, of, titleOf(type, name)),
  )
  const calls = type.startsWith('list') ? ofLists : type === 'string' ? ofTexts : []
  return [...fields, ...calls.map(called)]
}

function everything({ env, names, functions }: CheckedVocabulary): readonly OfferedName[] {
  const types = new Map(env.getDefinitions().variables.map(({ name, type }) => [name, String(type)]))
  const isKind = (name: string): boolean => kinds.some((kind) => kind === name)
  const own = [...names].filter((name) => !isKind(name)).map((name) => offered(name, types.get(name) ?? 'dyn'))
  return [...own, ...functions.map(called), ...['has', 'size'].map(called), ...kinds.map(kindName)]
}

function offered(name: string, type: string, title = ''): OfferedName {
  return { name, title, about: typeInWords(type), isFunction: false }
}

function called(name: string): OfferedName {
  return { name, title: '', about: 'a function', isFunction: true }
}

function kindName(name: Kind): OfferedName {
  return { name, title: '', about: 'a kind of policy, for all() and find()', isFunction: false }
}

/** The title of a field of a type, which is called like the way to it. */
function titleOf(type: string, name: string): string {
  const [first, ...way] = type.split('.')
  const kind = kinds.find((each) => each === first)
  if (kind === undefined) return ''
  const path = [...way.map((step) => (step === 'item' ? 0 : step)), name]
  return fieldIn(schemaFileOf(kind), path)?.title ?? ''
}

/** Where an expression goes on in a quote that is not closed; its length where all are. */
function textsEnd(expression: string): number {
  for (let at = 0; at < expression.length; at++) {
    const letter = expression.charAt(at)
    if (letter !== '"' && letter !== "'") continue
    const end = expression.indexOf(letter, at + 1)
    if (end < 0) return at
    at = end
  }
  return expression.length
}

/** The operand that ends at an offset: names joined by dots, with what they are called with. */
function operandBefore(text: string, end: number): string {
  const openings = openingsOf(text.slice(0, end))
  let start = end
  for (;;) {
    for (let opening = openings.get(start - 1); opening !== undefined; opening = openings.get(start - 1))
      start = opening
    const word = /\w+$/.exec(text.slice(0, start))?.[0]
    if (word !== undefined) start -= word.length
    if (text.charAt(start - 1) !== '.') return text.slice(start, end)
    start--
  }
}

/** Where each closing bracket was opened. */
function openingsOf(text: string): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  const open: number[] = []
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at)
    if (letter === '"' || letter === "'") {
      const end = text.indexOf(letter, at + 1)
      if (end < 0) break
      at = end
    } else if (letter === '(' || letter === '[') open.push(at)
    else if (letter === ')' || letter === ']') {
      const opening = open.pop()
      if (opening !== undefined) found.set(at, opening)
    }
  }
  return found
}
