import { configSchemaFile } from '../config/config-file.ts'
import { type Field, fieldIn } from '../language/field.ts'
import type { Path } from '../language/path.ts'
import type { Rule } from '../rules/rule.ts'
import { apiVersion, type Subject } from './completion-subject.ts'
import { ruleAt } from './config-hover.ts'
import { unquoted } from './cursor.ts'
import type { Place } from './place.ts'
import { labelsInUse } from './words-in-use.ts'

/** A key that fits into a mapping. */
export interface Key {
  readonly name: string
  readonly title: string
  readonly isRequired: boolean
  /** A merge key brings it in; written once more, it says something else here. */
  readonly isMerged: boolean
}

/** The keys that may be added to the mapping at a path: what is required first, what is there already through a merge last. */
export function keysAt(place: Place, subject: Subject, path: Path, taken: ReadonlySet<string>): readonly Key[] {
  const merged = subject.is === 'policy' ? mergedKeys(subject, path) : noKeys
  const rank = ({ isMerged, isRequired }: Key): number => (isMerged ? 2 : isRequired ? 0 : 1)
  return namesAt(place, subject, path)
    .filter(({ name }) => !taken.has(name))
    .map((key) => ({ ...key, isMerged: merged.has(key.name) }))
    .sort((a, b) => rank(a) - rank(b))
}

/** The rule whose options stand at a path of a configuration. */
export function ruleOfOptions({ company }: Pick<Place, 'company'>, path: Path): Rule | undefined {
  return path.at(-1) === 'options' ? company.rules.find(({ id }) => id === ruleAt(path)) : undefined
}

/** Whether the keys at a path of a configuration are rules. */
export function areRules(path: Path): boolean {
  return path.at(-1) === 'rules' && (path.length === 1 || path[0] === 'overrides')
}

const noKeys: ReadonlySet<string> = new Set()

function namesAt(place: Place, subject: Subject, path: Path): readonly Omit<Key, 'isMerged'>[] {
  const free = (name: string, title: string) => ({ name, title, isRequired: false })
  if (subject.is === 'config') {
    if (areRules(path) && subject.schemaFile === configSchemaFile)
      return place.company.rules.map(({ id, title }) => free(id, title))
    const rule = ruleOfOptions(place, path)
    if (rule !== undefined) return Object.entries(rule.options).map(([name, { title }]) => free(name, title))
  } else if (path.length === 2 && path[0] === 'metadata' && path[1] === 'labels')
    return labelsInUse(place.company.workspace).map((label) => free(label, ''))
  const field = fieldIn(subject.schemaFile, path)
  if (field === undefined) return []
  const required = new Set([...field.required, ...requiredBeside(place, subject, path, field)])
  return field.properties
    .filter((name) => path.length > 0 || name !== 'spec' || subject.is === 'config' || subject.kind !== undefined)
    .map((name) => ({
      name,
      title: fieldIn(subject.schemaFile, [...path, name])?.title ?? '',
      isRequired: required.has(name),
    }))
}

/** What the values of the fields that are there make necessary. */
function requiredBeside({ text }: Place, subject: Subject, path: Path, { requiredWith }: Field): readonly string[] {
  const found = subject.is === 'policy' ? subject.document?.tree.find(path) : undefined
  if (requiredWith.length === 0 || found?.complete !== true || subject.is !== 'policy') return []
  const { tree } = subject.document ?? {}
  return [...(tree?.children(found.node) ?? [])].flatMap(({ node, key }) => {
    const place = tree?.value(node)
    const { start, end } = place?.written ?? place?.used ?? { start: 0, end: 0 }
    const value = unquoted(text.slice(start, end))
    return requiredWith.flatMap((one) => (one.field === key && one.value === value ? one.required : []))
  })
}

/** The keys that merges bring into the mapping at a path. */
function mergedKeys({ document }: Subject & { readonly is: 'policy' }, path: Path): ReadonlySet<string> {
  const found = document?.tree.find(path)
  if (document === undefined || found?.complete !== true) return noKeys
  const { tree } = document
  const merged = new Set<string>()
  for (const { node, key } of tree.children(found.node))
    if (typeof key === 'string' && tree.key(node).written !== undefined && tree.value(node).written !== undefined)
      merged.add(key)
  return merged
}

/** The value that a key can only have. */
export function onlyValue(subject: Subject, path: Path): string | undefined {
  if (path.length === 1 && path[0] === 'apiVersion') return apiVersion
  if (path.length === 1 && path[0] === 'kind' && subject.is === 'policy') return subject.kind
  const { values = [], types = [] } = fieldIn(subject.schemaFile, path) ?? {}
  return values.length === 1 && !types.includes('boolean') ? String(values[0]) : undefined
}
