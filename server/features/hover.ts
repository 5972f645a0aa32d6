import { configFileName } from '../config/config-file.ts'
import { schemaFileOf } from '../language/field.ts'
import type { Kind } from '../language/policy-file.ts'
import type { Range } from '../language/range.ts'
import { rules } from '../rules/generated/registry.ts'
import { anchorAt, mergeAt } from './anchors.ts'
import { lineAt } from './block-line.ts'
import { configHover } from './config-hover.ts'
import { type Cursor, pathAt, rangeAt, unquoted } from './cursor.ts'
import { fieldDocs } from './field-docs.ts'
import { findingDocs, type RuleLink } from './finding-docs.ts'
import { codeBlock } from './markdown.ts'
import { nameAt } from './name-at.ts'
import { declarationsOf } from './names.ts'
import type { Place } from './place.ts'
import { thingDocs } from './thing-docs.ts'

/** What is said of a place in a text, as Markdown. */
export interface Hover {
  readonly range: Range
  readonly markdown: string
}

/** So many things of one name are described. */
const mostThings = 3

/**
 * What stands at a cursor: the thing that is referred to, or else what the field is for and what its value means; the value that an
 * alias stands for; and the figures and rules of the findings there.
 */
export function hover(place: Place, ruleLink: RuleLink): Hover | undefined {
  if (place.name.endsWith(configFileName)) return configHover(place, ruleLink)
  const cursor = pathAt(place)
  const findings = findingsAt(place)
  const described = describe(place, cursor)
  const parts = [
    ...described.parts,
    ...findings.map((finding) => findingDocs(finding, titleOf(finding.rule), ruleLink)),
  ]
  const range = described.range ?? findings[0]?.place.range
  return parts.length === 0 || range === undefined ? undefined : { range, markdown: parts.join('\n\n---\n\n') }
}

interface Described {
  readonly range?: Range
  readonly parts: readonly string[]
}

function describe(place: Place, cursor: Cursor | undefined): Described {
  const alias = anchorAt(place)
  if (alias !== undefined) return { range: alias.range, parts: [codeBlock(anchored(place.text, alias.anchor.range))] }
  const merge = mergeAt(place)
  if (merge !== undefined)
    return { range: merge.key, parts: merge.anchors.map(({ range }) => codeBlock(anchored(place.text, range))) }
  if (cursor === undefined || cursor.part === 'blank') return { parts: [] }
  const range = rangeAt(cursor)
  if (cursor.part === 'value') {
    const things = thingsAt(place)
    if (things !== undefined) return things
  }
  const { document, path, part } = cursor
  const chosen = part === 'value' ? unquoted(place.text.slice(range.start, range.end)) : undefined
  if (part === 'value' && path.length === 1 && path[0] === 'kind' && document.kind !== undefined)
    return { range, parts: [fieldDocs(schemaFileOf(document.kind), []) ?? ''] }
  const docs = fieldDocs(schemaOf(document.kind), path, chosen)
  return { range, parts: docs === undefined ? [] : [docs] }
}

/** What a name refers to; nothing where it is only declared, or leads nowhere. */
function thingsAt(place: Place): Described | undefined {
  const name = nameAt(place)
  if (name === undefined || !name.isDeclared) return undefined
  const declarations = declarationsOf(name.files, name.things)
  const isHere = declarations.some(
    ({ file, document, path }) =>
      file.name === place.name && within(place.offset, document.tree.value(document.tree.find(path).node).used),
  )
  if (isHere) return undefined
  const parts = declarations
    .slice(0, mostThings)
    .map(({ things, file, document, path }) =>
      thingDocs(things[0]?.sort ?? '', { file: file.name, document, path }, place.name),
    )
  return { range: name.range, parts }
}

/** What stands behind an anchor: the rest of its line, and the lines that are indented further. */
function anchored(text: string, { end }: Range): string {
  const line = lineAt(text, end)
  const below: string[] = []
  for (let at = text.indexOf('\n', line.end) + 1; at > 0; at = text.indexOf('\n', at) + 1) {
    const next = lineAt(text, at)
    if (next.indent <= line.indent && next.end > next.start) break
    below.push(text.slice(next.start, next.end))
  }
  const margin = Math.min(...below.flatMap((each) => (each.trim() === '' ? [] : [each.search(/\S/)])))
  const rest = text.slice(end, line.end).trim()
  return [...(rest === '' ? [] : [rest]), ...below.map((each) => each.slice(margin))].join('\n')
}

/** Fields that all kinds share can be explained while the kind is not known. */
function schemaOf(kind: Kind | undefined): string {
  return schemaFileOf(kind ?? 'LeadershipSystem')
}

function findingsAt({ company, name, offset }: Place) {
  const findings = company.checker.findingsByFile().get(name) ?? []
  return findings.filter(({ place }) => within(offset, place.range))
}

function titleOf(rule: string): string {
  return rules.find(({ id }) => id === rule)?.title ?? rule
}

function within(offset: number, { start, end }: Range): boolean {
  return start <= offset && offset <= end
}
