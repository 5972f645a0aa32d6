import { fieldIn, schemaFileOf } from '../language/field.ts'
import { kinds } from '../language/generated/policies.ts'
import { plainText } from '../language/markdown.ts'
import type { Path } from '../language/path.ts'
import type { Origin } from './completion-item.ts'
import { areRules, ruleOfOptions } from './completion-keys.ts'
import { documentAt, entryAt } from './cursor.ts'
import { thingsToReferTo } from './declared-things.ts'
import { fieldDocs } from './field-docs.ts'
import type { RuleLink } from './finding-docs.ts'
import type { Place } from './place.ts'
import { ruleDocs } from './rule-docs.ts'
import { thingDocs } from './thing-docs.ts'

/** So many things of one name are described. */
const mostThings = 3

/** What is to be said of an item of a completion, as Markdown; undefined where its label says it all. */
export function completionDocs(
  place: Place,
  origins: readonly Origin[],
  label: string,
  ruleLink: RuleLink,
): string | undefined {
  for (const origin of origins) {
    const docs = docsFrom(place, origin, label, ruleLink)
    if (docs !== undefined) return docs
  }
  return undefined
}

function docsFrom(place: Place, origin: Origin, label: string, ruleLink: RuleLink): string | undefined {
  const { at, schemaFile, path } = origin
  if (at === 'keys') return keyDocs(place, origin, label, ruleLink)
  if (areRuleNames(path)) return namedRuleDocs(place, label, ruleLink)
  const kind = kinds.find((kind) => kind === label)
  if (kind !== undefined && (at === 'policies' || (path.length === 1 && path[0] === 'kind')))
    return fieldDocs(schemaFileOf(kind), [])
  if (at === 'policies') return undefined
  for (const each of [path, [...path, 0]]) {
    const field = fieldIn(schemaFile, each)
    if (field === undefined) continue
    if (field.title === label || Object.hasOwn(field.meanings, label)) return fieldDocs(schemaFile, each, label)
    const things = field.refersTo.length === 0 ? undefined : thingsDocs(place, field.refersTo, label)
    if (things !== undefined) return things
  }
  return undefined
}

/** Whether the value at a path of a configuration is the name of a rule. */
function areRuleNames(path: Path): boolean {
  return path[0] === 'waivers' && path.at(-1) === 'rule'
}

function namedRuleDocs({ company }: Place, label: string, ruleLink: RuleLink): string | undefined {
  const rule = company.rules.find(({ id }) => id === label)
  return rule === undefined ? undefined : ruleDocs(rule, ruleLink)
}

function keyDocs(place: Place, { schemaFile, path }: Origin, label: string, ruleLink: RuleLink): string | undefined {
  const rule = areRules(path) ? namedRuleDocs(place, label, ruleLink) : undefined
  if (rule !== undefined) return rule
  const options = ruleOfOptions(place, path)?.options
  const option = options !== undefined && Object.hasOwn(options, label) ? options[label] : undefined
  if (option !== undefined) return plainText(option.description)
  const own = fieldIn(schemaFile, path)
  if (own !== undefined && own.title === label) return fieldDocs(schemaFile, path)
  return own?.properties.includes(label) === true ? fieldDocs(schemaFile, [...path, label]) : undefined
}

function thingsDocs(place: Place, sorts: readonly string[], name: string): string | undefined {
  const document = documentAt(place)
  const entry = document === undefined ? undefined : entryAt(place, document)
  const own = document === undefined || entry === undefined ? undefined : { document, entry }
  const docs = thingsToReferTo(place.company.workspace, sorts, own)
    .filter((thing) => thing.name === name)
    .slice(0, mostThings)
    .map(({ sort, entry: { file, document }, path }) => thingDocs(sort, { file, document, path }, place.name))
  return docs.length === 0 ? undefined : docs.join('\n\n---\n\n')
}
