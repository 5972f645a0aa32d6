import type { Cel } from '../custom-rules/cel.ts'
import { type Field, fieldIn, schemaFileOf } from '../language/field.ts'
import { kinds } from '../language/generated/policies.ts'
import type { Path } from '../language/path.ts'
import { spotsAt } from './block-spot.ts'
import type { Completion, CompletionItem, Origin } from './completion-item.ts'
import { keysAt } from './completion-keys.ts'
import { type Subject, subjectAt } from './completion-subject.ts'
import { aboutKind, valuesAt } from './completion-values.ts'
import { CompletionWriter } from './completion-writer.ts'
import { expressionCompletion } from './expression-completion.ts'
import type { Place } from './place.ts'
import { isList } from './snippet-writer.ts'
import type { Spot } from './spot.ts'
import { suppressionCompletion } from './suppression-completion.ts'

/**
 * What may be written at a cursor in a policy or a configuration: fields, values, names of other things, whole pieces, the parts of a
 * comment that suppresses a finding, and, with the library for expressions, names in those of custom rules. Undefined where nothing can
 * be told: in other comments, in texts, and in YAML that is something else.
 */
export function completion(place: Place, cel?: () => Cel): Completion | undefined {
  const suppression = suppressionCompletion(place)
  if (suppression !== undefined) return suppression
  const expression = cel === undefined ? undefined : expressionCompletion(place, cel)
  if (expression !== undefined) return expression
  const spots = spotsAt(place.text, place.offset)
  const [first] = spots
  const subject = first === undefined ? undefined : subjectAt(place, spots)
  if (first === undefined || subject === undefined) return undefined
  const items = spots.flatMap((spot) => itemsAt(place, subject, spot))
  const wholes = wholePolicies(place, subject, first)
  if (items.length + wholes.length === 0) return undefined
  const origins = spots.flatMap((spot) => originsOf(subject, spot))
  return {
    replace: first.replace,
    items: [...wholes, ...items],
    origins: wholes.length === 0 ? origins : [...origins, { at: 'policies', schemaFile: subject.schemaFile, path: [] }],
  }
}

function itemsAt(place: Place, subject: Subject, spot: Spot): readonly CompletionItem[] {
  const field = fieldIn(subject.schemaFile, spot.path)
  if (field === undefined) return spot.at === 'key' ? [] : valuesOnly(place, subject, spot)
  if (spot.at === 'key') return keys(place, subject, spot)
  return spot.at === 'value' ? values(place, subject, spot, field) : starts(place, subject, spot, field)
}

function keys(place: Place, subject: Subject, spot: Spot): readonly CompletionItem[] {
  const writer = new CompletionWriter(place, subject, spot)
  return keysAt(place, subject, spot.path, spot.taken).map((key) => writer.key(key))
}

/** Behind a colon, or in brackets. */
function values(place: Place, subject: Subject, spot: Spot, field: Field): readonly CompletionItem[] {
  const writer = new CompletionWriter(place, subject, spot)
  const group =
    takesFields(field) || isListOfGroups(subject, spot.path, field) ? writer.group(spot.path, 'itself') : undefined
  const single = isList(field)
    ? valuesAt(place, subject, [...spot.path, 0], spot.replace).map((value) => writer.value(value, 'list'))
    : valuesAt(place, subject, spot.path, spot.replace).map((value) => writer.value(value, 'itself'))
  return [...single, ...(group === undefined ? [] : [group])]
}

/** On a line of its own, or behind a list mark. */
function starts(place: Place, subject: Subject, spot: Spot, field: Field): readonly CompletionItem[] {
  const writer = new CompletionWriter(place, subject, spot)
  const items: (CompletionItem | undefined)[] = []
  if (field.types.includes('object') && spot.beside === undefined) {
    if (spot.taken.size === 0 && spot.path.length > 0) items.push(writer.group(spot.path, 'fields'))
    items.push(...keys(place, subject, spot))
  }
  if (field.types.includes('array') && spot.beside !== 'keys') {
    const item = [...spot.path, nextItem(subject, spot.path)]
    if (fieldIn(subject.schemaFile, item)?.types.includes('object') === true) items.push(writer.group(item, 'item'))
    items.push(...valuesAt(place, subject, item, spot.replace).map((value) => writer.value(value, 'item')))
  }
  if (spot.beside === undefined && !isList(field))
    items.push(...valuesAt(place, subject, spot.path, spot.replace).map((value) => writer.value(value, 'itself')))
  return items.filter((item) => item !== undefined)
}

/** Where only the head of a policy says what fits, since its kind is not known. */
function valuesOnly(place: Place, subject: Subject, spot: Spot): readonly CompletionItem[] {
  const writer = new CompletionWriter(place, subject, spot)
  return valuesAt(place, subject, spot.path, spot.replace).map((value) => writer.value(value, 'itself'))
}

/** One more than the list has: what is told apart from its items is apart from all of them. */
function nextItem(subject: Subject, path: Path): number {
  if (subject.is === 'config' || subject.document === undefined) return 0
  const { tree } = subject.document
  const { node, complete } = tree.find(path)
  return complete ? [...tree.children(node)].length : 0
}

function takesFields({ types, values }: Field): boolean {
  return types.includes('object') && (values.length === 0 || types.length > 1)
}

function isListOfGroups({ schemaFile }: Subject, path: Path, field: Field): boolean {
  return isList(field) && fieldIn(schemaFile, [...path, 0])?.types.includes('object') === true
}

/** A policy of each kind, where a document begins. */
function wholePolicies(place: Place, subject: Subject, spot: Spot): readonly CompletionItem[] {
  if (subject.is !== 'policy' || !subject.isNew || subject.kind !== undefined || spot.path.length > 0) return []
  const isAtMargin = spot.replace.start === 0 || place.text.charAt(spot.replace.start - 1) === '\n'
  if (spot.layout.style !== 'block' || spot.at === 'value' || !isAtMargin) return []
  const style = place.name.endsWith('.json') ? 'json' : 'block'
  return kinds.flatMap((kind) => {
    const ofKind = { ...subject, kind, schemaFile: schemaFileOf(kind) }
    const item = new CompletionWriter(place, ofKind, { ...spot, layout: { style, offset: 0 } }).policy(aboutKind(kind))
    return item === undefined ? [] : [item]
  })
}

function originsOf({ schemaFile }: Subject, { at, path, beside }: Spot): readonly Origin[] {
  const itemsToo = beside === 'items' ? [...path, 0] : path
  if (at === 'key') return [{ at: 'keys', schemaFile, path }]
  if (at === 'value') return [{ at: 'values', schemaFile, path }]
  return [
    { at: 'keys', schemaFile, path },
    { at: 'values', schemaFile, path: itemsToo },
  ]
}
