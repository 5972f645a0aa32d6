import { schemaFileOf } from '../language/field.ts'
import { codeBlock } from '../language/markdown.ts'
import type { Path } from '../language/path.ts'
import type { PolicyDocument } from '../language/policy-file.ts'
import type { Range } from '../language/range.ts'
import type { SourceTree } from '../language/source-tree.ts'
import { anchorAt, mergeAt } from './anchors.ts'
import { configHover } from './config-hover.ts'
import { type Cursor, pathAt, rangeAt, unquoted } from './cursor.ts'
import { fieldDocs } from './field-docs.ts'
import { findingDocs, type RuleLink } from './finding-docs.ts'
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
  const configSchema = place.company.configSchemaOf(place.name)
  if (configSchema !== undefined) return configHover(place, configSchema, ruleLink)
  const cursor = pathAt(place)
  const findings = findingsAt(place)
  const described = describe(place, cursor)
  const parts = [
    ...described.parts,
    ...findings.map((finding) => findingDocs(finding, ruleCalled(place, finding.rule), ruleLink)),
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
  if (alias !== undefined) return { range: alias.range, parts: anchored(place, alias.anchor.range) }
  const merge = mergeAt(place)
  if (merge !== undefined)
    return { range: merge.key, parts: merge.anchors.flatMap(({ range }) => anchored(place, range)) }
  if (cursor === undefined || cursor.part === 'blank') return { parts: [] }
  const range = rangeAt(cursor)
  if (cursor.part === 'value') {
    const things = thingsAt(place, range)
    if (things !== undefined) return things
  }
  const { document, path, part } = cursor
  const chosen = part === 'value' ? unquoted(place.text.slice(range.start, range.end)) : undefined
  if (part === 'value' && path.length === 1 && path[0] === 'kind' && document.kind !== undefined)
    return { range, parts: [fieldDocs(schemaFileOf(document.kind), []) ?? ''] }
  const schema = schemaOf(document, path)
  const docs = schema === undefined ? undefined : fieldDocs(schema, path, chosen)
  return { range, parts: docs === undefined ? [] : [docs] }
}

/** What a name refers to; nothing where it is only declared, or leads nowhere. `whole` is the value with its quotes. */
function thingsAt(place: Place, whole: Range): Described | undefined {
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
  return { range: within(place.offset, name.range) ? name.range : whole, parts }
}

/** The value that an anchor marks, as it is written; nothing where none was understood. */
function anchored({ text, content }: Place, { end }: Range): readonly string[] {
  for (const { tree } of content.documents) {
    const value = firstValueFrom(tree, end)
    if (value === undefined || !isMarkedBy(text.slice(end, value.start))) continue
    const column = value.start - (text.lastIndexOf('\n', value.start - 1) + 1)
    const [first = '', ...below] = text.slice(value.start, value.end).split('\n')
    const indented = below.map((line) => line.slice(Math.min(column, /^ */.exec(line)?.[0].length ?? 0)))
    return [codeBlock([first, ...indented].join('\n'))]
  }
  return []
}

/** The outermost of the values that begin first at an offset or behind it. */
function firstValueFrom(tree: SourceTree, offset: number): Range | undefined {
  let first: Range | undefined
  for (let node = 0; node < tree.size; node++) {
    const { used } = tree.value(node)
    const isCloser = first === undefined || used.start < first.start
    if (used.start >= offset && used.end > used.start && isCloser) first = used
  }
  return first
}

/** Whether nothing but a tag and comments stands between an anchor and a value. */
function isMarkedBy(between: string): boolean {
  return /^(?:!\S*)?$/.test(between.replace(/\s#.*/g, '').trim())
}

/** While a kind is not known, what stands outside of its specification can be explained: all kinds share it. */
function schemaOf({ kind }: PolicyDocument, path: Path): string | undefined {
  if (kind !== undefined) return schemaFileOf(kind)
  const isShared = path[0] === 'apiVersion' || (path[0] === 'metadata' && path.length > 1)
  return isShared ? schemaFileOf('LeadershipSystem') : undefined
}

function findingsAt({ company, name, offset }: Place) {
  const findings = company.checker.findingsIn(name)
  return findings.filter(({ place }) => within(offset, place.range))
}

function ruleCalled({ company }: Place, rule: string) {
  return company.rules.find(({ id }) => id === rule)
}

function within(offset: number, { start, end }: Range): boolean {
  return start <= offset && offset <= end
}
