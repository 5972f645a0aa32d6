import { presets } from '../config/presets.ts'
import { type Field, fieldIn, schemaFileOf } from '../language/field.ts'
import { kinds } from '../language/generated/policies.ts'
import type { Path } from '../language/path.ts'
import type { Kind } from '../language/policy-file.ts'
import type { Range } from '../language/range.ts'
import { cannotBeSuppressed } from '../language/suppressions.ts'
import { sortInWords } from '../rules/sorts-in-words.ts'
import { ruleOfOptions } from './completion-keys.ts'
import { apiVersion, type Subject } from './completion-subject.ts'
import { entryAt, unquoted } from './cursor.ts'
import { thingsToReferTo } from './declared-things.ts'
import type { Place } from './place.ts'
import { shownFile } from './thing-docs.ts'
import { labelValuesInUse, wordsInUse } from './words-in-use.ts'

/** A plain value that fits somewhere. */
export interface FittingValue {
  readonly value: string | number | boolean
  readonly title: string
  readonly about: string
  /** Whether something of that name is meant. */
  readonly isName: boolean
}

/** So many dates are taken from the rest of a document. */
const mostDates = 8

/** The plain values that fit at a path; in a list, those that it does not have yet. `replace` is what they would stand in place of. */
export function valuesAt(place: Place, subject: Subject, path: Path, replace: Range): readonly FittingValue[] {
  const field = fieldIn(subject.schemaFile, path)
  const fitting =
    subject.is === 'config'
      ? configValues(place, field, path)
      : (headValues(place, path) ?? (field === undefined ? [] : policyValues(place, subject, field, path, replace)))
  const besides = itemsBeside(place, subject, path, replace)
  const seen = new Set<string>()
  return fitting.filter((one) => {
    const said = `${one.isName ? one.about : ''} ${one.value}`
    const isNew = !seen.has(said) && !besides.has(String(one.value))
    seen.add(said)
    return isNew
  })
}

/** Whether plain values may be known for a path, told without looking for them. */
export function hasValues(subject: Subject, path: Path): boolean {
  if (subject.is === 'policy' && path.length === 1 && path[0] === 'kind') return true
  if (subject.is === 'config' && path.at(-2) === 'options') return true
  const field = fieldIn(subject.schemaFile, path)
  if (field === undefined) return false
  const { values, types, refersTo, form } = field
  if (values.length > 0 || types.includes('boolean') || refersTo.length > 0) return true
  return form === 'words' ? subject.is === 'policy' && isVocabulary(field, path) : form !== undefined
}

/** Whether a field takes words that the company shares, rather than a name of its own. */
function isVocabulary({ form, refersTo }: Field, path: Path): boolean {
  return form === 'words' && refersTo.length === 0 && path.at(-1) !== 'name'
}

/** What a kind of policy is about, in a few words. */
export function aboutKind(kind: Kind): string {
  const description = fieldIn(schemaFileOf(kind), [])?.description ?? ''
  return description.split(/[.:;]/)[0] ?? ''
}

function plainly(value: FittingValue['value'], about = ''): FittingValue {
  return { value, title: '', about, isName: false }
}

/** Values that no field of a kind can tell. */
function headValues({ company, name }: Place, path: Path): readonly FittingValue[] | undefined {
  const [first, second, third] = path
  if (path.length === 1 && first === 'apiVersion') return [plainly(apiVersion, 'The version of the policy language')]
  if (path.length === 1 && first === 'kind') return kinds.map((kind) => plainly(kind, aboutKind(kind)))
  if (first !== 'metadata') return undefined
  if (path.length === 2 && second === 'name') return [plainly(nameOfFile(name), 'as the file is called')]
  if (path.length === 3 && second === 'labels' && typeof third === 'string')
    return labelValuesInUse(company.workspace, third).map((value) => plainly(value))
  return undefined
}

/** A file's name as policies are named. */
export function nameOfFile(file: string): string {
  const base = file.slice(file.lastIndexOf('/') + 1).replace(/\.[a-z]+$/i, '')
  return base
    .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

function configValues(place: Place, field: Field | undefined, path: Path): readonly FittingValue[] {
  const option = ruleOfOptions(place, path.slice(0, -1))?.options[String(path.at(-1))]
  if (path[0] === 'waivers' && path.at(-1) === 'rule')
    return place.company.rules.filter(({ id }) => !cannotBeSuppressed(id)).map(({ id, title }) => plainly(id, title))
  if (path[0] === 'waivers' && path.at(-1) === 'policy')
    return place.company.workspace.entries.map(({ kind, name }) => plainly(`${kind}/${name}`))
  if (path[0] === 'extends') return presets.map((preset) => plainly(preset, field?.meanings[preset] ?? ''))
  if (option === undefined) return field === undefined ? [] : [...listed(field), ...currencies(place, field)]
  if (typeof option.default === 'number') return [plainly(option.default, 'the default')]
  return [true, false].map((value) => plainly(value, value === option.default ? 'the default' : ''))
}

function policyValues(
  place: Place,
  subject: Subject & { readonly is: 'policy' },
  field: Field,
  path: Path,
  replace: Range,
): readonly FittingValue[] {
  const key = String(path.findLast((step) => typeof step === 'string') ?? '')
  return [
    ...listed(field),
    ...names(place, subject, field),
    ...(field.form === 'date' ? dates(place, key, replace) : []),
    ...currencies(place, field),
    ...(isVocabulary(field, path) ? wordsInUse(place.company.workspace, key).map((word) => plainly(word)) : []),
  ]
}

function listed({ values, types, meanings }: Field): readonly FittingValue[] {
  // Where more is allowed than what can be listed, what is listed is still worth offering.
  const known = values.length > 0 ? values : Object.keys(meanings)
  const all = [...known, ...(types.includes('boolean') ? [true, false] : [])]
  return all.map((value) => plainly(value, meanings[String(value)] ?? ''))
}

function currencies({ company }: Place, { form, examples }: Field): readonly FittingValue[] {
  if (form !== 'currency') return []
  const inUse = wordsInUse(company.workspace, 'currency')
  return (inUse.length > 0 ? inUse : examples.map(String)).map((currency) => plainly(currency))
}

function names(
  place: Place,
  { document }: Subject & { readonly is: 'policy' },
  { refersTo }: Field,
): readonly FittingValue[] {
  const entry = document === undefined ? undefined : entryAt(place, document)
  const own = document === undefined || entry === undefined ? undefined : { document, entry }
  const abouts = new Map<string, string>()
  return thingsToReferTo(place.company.workspace, refersTo, own).map(({ sort, name, title, entry: { file } }) => {
    const where = `${sort} ${file}`
    const about =
      abouts.get(where) ?? `${sortInWords(sort).replace(/^an? | \(.*/g, '')} in ${shownFile(file, place.name)}`
    abouts.set(where, about)
    return { value: name, title, about, isName: true }
  })
}

const datePattern = /(?:([A-Za-z]+)["']?:[ \t]*)?["']?\b(\d{4}-\d{2}-\d{2})\b/g

/** Today, and the dates of the document: first those under the same key, then those written most often. */
function dates({ text, company }: Place, key: string, replace: Range): readonly FittingValue[] {
  const { today } = company.workspace
  const found = new Map<string, { readonly under: string; uses: number; isSame: boolean }>()
  for (const { 1: under = '', 2: date = '', index, 0: all } of text.matchAll(datePattern)) {
    const end = index + all.length
    if (date === today || (index <= replace.end && end >= replace.start && replace.start < replace.end)) continue
    const known = found.get(date) ?? { under, uses: 0, isSame: false }
    known.uses++
    known.isSame ||= under === key
    found.set(date, known)
  }
  const others = [...found].sort(([, a], [, b]) => Number(b.isSame) - Number(a.isSame) || b.uses - a.uses)
  return [
    plainly(today, 'today'),
    ...others
      .slice(0, mostDates)
      .map(([date, { under }]) => plainly(date, under === '' ? '' : `as "${under}" above or below`)),
  ]
}

/** The plain items that a list has besides the one at a path. */
function itemsBeside({ text }: Place, subject: Subject, path: Path, replace: Range): ReadonlySet<string> {
  const items = new Set<string>()
  if (typeof path.at(-1) !== 'number' || subject.is === 'config' || subject.document === undefined) return items
  const { tree } = subject.document
  const { node, complete } = tree.find(path.slice(0, -1))
  if (!complete) return items
  for (const { node: item, key } of tree.children(node)) {
    const { start, end } = tree.value(item).used
    const isOwn = start <= replace.end && end >= replace.start
    if (typeof key === 'number' && !isOwn) items.add(unquoted(text.slice(start, end)))
  }
  return items
}
