import type { ErrorObject } from 'ajv'
import { nearest } from './did-you-mean.ts'
import { type Field, fieldIn } from './field.ts'
import type { Kind } from './generated/policies.ts'
import { identityPath } from './identity-path.ts'
import { type Path, pathText } from './path.ts'
import type { Problem } from './problem.ts'
import type { Value } from './source-document.ts'
import type { SourceTree } from './source-tree.ts'

/** A value that stands for something still to be filled in; what a fix leaves where only a person knows the answer. */
export const isPlaceholder = (value: unknown): boolean => typeof value === 'string' && value.startsWith('?')

/** What is checked: the data, where it stands, and the schema file that describes it. */
export interface Checked {
  readonly value: Value
  readonly tree: SourceTree
  readonly schemaFile: string
  /** The kind of policy; none for a configuration. */
  readonly kind?: Kind
}

/** The validator's errors as findings in plain words: what is there, what was expected, what was probably meant. */
export function schemaProblems(errors: readonly ErrorObject[], checked: Checked): readonly Problem[] {
  const problems: Problem[] = []
  for (const error of withoutOtherBranches(errors, checked.value)) {
    // These say that a branch of the schema failed; the errors inside the branch say what is wrong.
    if (error.keyword === 'if' || error.keyword === 'then' || error.keyword === '$ref') continue
    const isUnfilled = isPlaceholder(valueAt(checked.value, pathOf(error.instancePath, checked.value)))
    // In a policy a finding of its own: what is still to be filled in cannot be wrong yet. A configuration cannot be used with it.
    if (isUnfilled && checked.kind !== undefined) continue
    const problem = isUnfilled
      ? unfilled(pathOf(error.instancePath, checked.value), checked)
      : problemOf(error, checked)
    const same = problems.some(
      ({ rule, identity, range }) =>
        rule === problem.rule && identity === problem.identity && range.start === problem.range.start,
    )
    if (!same) problems.push(problem)
  }
  return problems
}

/** Where a value may have one of two forms, only what is wrong with the form that was chosen is worth saying; where it has neither, that. */
function withoutOtherBranches(errors: readonly ErrorObject[], root: Value): readonly ErrorObject[] {
  const choices = new Set(errors.flatMap(({ keyword, instancePath }) => (keyword === 'anyOf' ? [instancePath] : [])))
  const kept = errors.filter(({ keyword, instancePath }) => {
    if (keyword === 'anyOf') return false
    if (!choices.has(instancePath)) return true
    const chosen = valueAt(root, pathOf(instancePath, root))
    return typeof chosen === 'object' && chosen !== null ? keyword !== 'type' && keyword !== 'enum' : keyword === 'enum'
  })
  const isExplained = (choice: string): boolean =>
    kept.some(({ instancePath }) => instancePath === choice || instancePath.startsWith(`${choice}/`))
  return errors.filter((error) => (error.keyword === 'anyOf' ? !isExplained(error.instancePath) : kept.includes(error)))
}

function unfilled(path: Path, { tree }: Checked): Problem {
  const range = tree.value(tree.find(path).node).used
  return { rule: 'language/placeholder', message: 'This is still to be filled in.', range, identity: path.join('.') }
}

function problemOf(error: ErrorObject, checked: Checked): Problem {
  const path = pathOf(error.instancePath, checked.value)
  if (error.keyword === 'additionalProperties')
    return unknownField(String(error.params['additionalProperty']), path, checked)
  if (error.keyword === 'required') return missingField(String(error.params['missingProperty']), path, checked)
  return wrongValue(error, path, checked)
}

/** By what identifies list items, so that a reordered list has the same problems. */
function identityOf(path: Path, { kind, value }: Checked): string {
  return identityPath(kind, value, path)
}

function unknownField(name: string, path: Path, checked: Checked): Problem {
  const field = fieldIn(checked.schemaFile, path)
  const known = field?.properties ?? []
  const meant = nearest(name, known)
  const range = checked.tree.key(checked.tree.find([...path, name]).node).used
  const where = path.length === 0 ? 'here' : `in ${pathText(path)}`
  const offer =
    meant === undefined
      ? `Possible fields: ${list(known)}.${commaHint(name, path, checked)}`
      : `Did you mean "${meant}"?`
  const message = `"${name}" is not a field that can stand ${where}. ${offer}`
  const problem: Problem = {
    rule: 'language/unknown-field',
    message,
    range,
    identity: identityOf([...path, name], checked),
  }
  return meant === undefined
    ? problem
    : { ...problem, fix: { title: `Rename "${name}" to "${meant}"`, applicability: 'safe', range, text: meant } }
}

/** In `{ purpose: Wins customers, alone or with partners }` the comma begins a field that nobody meant. */
function commaHint(name: string, path: Path, { value }: Checked): string {
  return name.includes(' ') && valueAt(value, [...path, name]) === null
    ? ' If it belongs to the text before it: inside { } and [ ] a comma ends a text that has no quotation marks.'
    : ''
}

function missingField(name: string, path: Path, checked: Checked): Problem {
  const field = fieldIn(checked.schemaFile, [...path, name])
  const range = shortPlace(path, checked)
  const what = field === undefined || field.description === '' ? '' : ` ${field.description}`
  const message = `The field "${name}" is missing ${path.length === 0 ? (checked.kind === undefined ? 'here' : 'in this policy') : `in ${pathText(path)}`}.${what}`
  return { rule: 'language/missing-field', message, range, identity: identityOf([...path, name], checked) }
}

function wrongValue(error: ErrorObject, path: Path, checked: Checked): Problem {
  const field = fieldIn(checked.schemaFile, path)
  const { node } = checked.tree.find(path)
  const value = valueAt(checked.value, path) ?? null
  const range = typeof value === 'object' && value !== null ? shortPlace(path, checked) : checked.tree.value(node).used
  const place = range.start === range.end ? checked.tree.key(node).used : range
  const message =
    value === null
      ? `${quoted(path)} is empty. Expected: ${expected(field, error)}.`
      : `${quoted(path)} is ${inWords(value)}. Expected: ${expected(field, error)}.`
  const meant = typeof value === 'string' ? nearest(value, possibleValues(field, error)) : undefined
  const problem: Problem = {
    rule: 'language/wrong-value',
    message: meant === undefined ? message : `${message} Did you mean "${meant}"?`,
    range: place,
    identity: identityOf(path, checked),
  }
  return meant === undefined
    ? problem
    : { ...problem, fix: { title: `Change it to "${meant}"`, applicability: 'unsafe', range: place, text: meant } }
}

function possibleValues(field: Field | undefined, error: ErrorObject): readonly string[] {
  const allowed: unknown = error.params['allowedValues']
  return (Array.isArray(allowed) ? allowed : (field?.values ?? [])).map(String)
}

function expected(field: Field | undefined, error: ErrorObject): string {
  const values =
    (error.params['allowedValues'] as readonly unknown[] | undefined) ??
    (field?.values.length ? field.values : undefined)
  if (values !== undefined) return values.length === 1 ? `"${String(values[0])}"` : `one of ${list(values.map(String))}`
  if (error.keyword === 'const') return `"${String(error.params['allowedValue'])}"`
  const example = field?.examples[0]
  const like =
    example === undefined || typeof example === 'object'
      ? ''
      : `, such as ${typeof example === 'string' ? `"${example}"` : String(example)}`
  switch (error.keyword) {
    case 'pattern':
      return `${field?.description.replace(/\.$/, '').replace(/^./, (first) => first.toLowerCase()) ?? 'another form'}${like}`
    case 'format':
      return `a date that exists, as year-month-day${like}`
    case 'minimum':
      return `${String(error.params['limit'])} or more`
    case 'maximum':
      return `${String(error.params['limit'])} or less`
    case 'exclusiveMinimum':
      return `more than ${String(error.params['limit'])}`
    case 'minItems':
      return `at least ${String(error.params['limit'])} item${error.params['limit'] === 1 ? '' : 's'}`
    case 'minLength':
      return `some text${like}`
    case 'maxLength':
      return `at most ${String(error.params['limit'])} characters`
    default:
      return `${typesInWords(field?.types ?? [String(error.params['type'] ?? 'another value')].flat())}${like}`
  }
}

function typesInWords(types: readonly string[]): string {
  const words: Readonly<Record<string, string>> = {
    string: 'text',
    number: 'a number',
    integer: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a group of fields',
  }
  return types.map((type) => words[type] ?? type).join(' or ')
}

function inWords(value: Value): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a group of fields'
  return typeof value === 'string' ? `"${value.length > 60 ? `${value.slice(0, 57)}…` : value}"` : String(value)
}

function quoted(path: Path): string {
  return path.length === 0 ? 'This policy' : `"${pathText(path)}"`
}

function list(words: readonly string[]): string {
  return words.length <= 1 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`
}

/** Where to point at a list or a group of fields: its key, or the name or first key of a list's item; never the whole block. */
function shortPlace(path: Path, { tree }: Checked): { start: number; end: number } {
  return headOf(tree, tree.find(path).node)
}

/** The short place that stands for a node: its own key, or the name (else the first key) of an item, else the value itself. */
export function headOf(tree: SourceTree, node: number): { start: number; end: number } {
  const key = tree.key(node).used
  const value = tree.value(node).used
  if (key.start !== value.start || key.end !== value.end) return key
  const inside = [...tree.children(node)]
  const first =
    inside.find((child) => child.key === 'name') ?? inside.find((child) => child.key === 'kind') ?? inside[0]
  if (first === undefined) return value
  return first.key === 'name' && typeof first.key === 'string'
    ? nonEmpty(tree.value(first.node).used, tree.key(first.node).used)
    : tree.key(first.node).used
}

function nonEmpty(
  range: { start: number; end: number },
  otherwise: { start: number; end: number },
): { start: number; end: number } {
  return range.end > range.start ? range : otherwise
}

/** A JSON pointer as a path: numbers where lists are. */
export function pathOf(pointer: string, root: Value): Path {
  const path: (string | number)[] = []
  let at: Value | undefined = root
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~')
    const key: string | number = Array.isArray(at) ? Number(name) : name
    path.push(key)
    at = valueAt(at ?? null, [key])
  }
  return path
}

export function valueAt(root: Value, path: Path): Value | undefined {
  let at: Value | undefined = root
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined
    at = Array.isArray(at)
      ? at[Number(step)]
      : Object.hasOwn(at, step)
        ? (at as Record<string, Value>)[step]
        : undefined
  }
  return at
}
