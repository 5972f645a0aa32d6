import { type CST, isAlias, isMap, isScalar, isSeq, type ParsedNode, Scalar } from 'yaml'
import type { Range } from '../range.ts'
import type { CollectionKind } from './draft.ts'
import type { SourceText } from './source-text.ts'
import { anchorOf, contentEnd, itemEnd, itemStart, tokenNamed } from './tokens.ts'

/** What the outermost [ ] or { } around a place tells about it. */
export interface FlowSurroundings {
  /** Where the outermost one ends. */
  readonly end: number
  /** Whether it is written as JSON is: with every key in double quotes. */
  readonly json: boolean
}

/** A place in the text that holds a value, or could. */
export interface Site {
  readonly role: 'root' | 'value' | 'item'
  /** Inside [ ] or { }. */
  readonly flow: FlowSurroundings | undefined
  readonly node: ParsedNode | null
  /** Right after the ":", "-" or "---" before the value, or where the value begins when there is none. */
  readonly after: number
  /** Whether a ":", "-" or "---" stands before the value. */
  readonly introduced: boolean
  /** Where the value's anchor, tag or text begins and ends; both `after` when nothing is written. */
  readonly start: number
  readonly end: number
  /** Whether the value has text, be it only an anchor's. */
  readonly written: boolean
  /** The anchor as written, with its "&". */
  readonly anchor: string | undefined
  /** The column of the key or the dash; of the value for a root. */
  readonly column: number
}

/** One key with its value, or one item of a list. */
export interface Item {
  /** The name of a key that the mapping itself has; undefined in lists, and for a merge key. */
  readonly name: string | undefined
  /** The key's own text and quotes, without anchor and tag; undefined where it cannot be replaced. */
  readonly key: { readonly range: Range; readonly quote: Quote } | undefined
  readonly start: number
  readonly end: number
  /** Where the comma after it ends. */
  readonly comma: number | undefined
  /** Undefined where the value cannot be edited, as after an explicit "? key". */
  readonly site: Site | undefined
}

export interface Collection {
  readonly kind: CollectionKind
  /** The collection's own brackets; undefined in block style. */
  readonly brackets: Range | undefined
  readonly surroundings: FlowSurroundings | undefined
  readonly column: number
  readonly items: readonly Item[]
}

export type Quote = 'plain' | 'single' | 'double'

/** Where the root value of a document stands; undefined when nothing shows it. */
export function rootSite(document: CST.Document, node: ParsedNode | null, source: SourceText): Site | undefined {
  const dashes = tokenNamed(document.start, 'doc-start')
  const place = valuePlace(document.start, dashes, document.value)
  if (dashes === undefined && place === undefined) return undefined
  const after = dashes === undefined ? (place?.start ?? 0) : dashes.offset + dashes.source.length
  const ownLine = place !== undefined && !source.sameLine(after, place.start)
  const { start, end } = place ?? { start: after, end: after }
  const introduced = dashes !== undefined && !ownLine
  const anchor = anchorOf(document.start)
  return {
    role: 'root',
    flow: undefined,
    node,
    after: introduced ? after : start,
    introduced,
    start,
    end,
    written: place !== undefined,
    anchor,
    column: introduced ? 0 : source.column(start),
  }
}

/** The items of a mapping or list with their places; undefined when the parser kept too little of its text. */
export function readCollection(
  site: Site,
  source: SourceText,
  nameOf: (key: ParsedNode | null) => string | undefined,
): Collection | undefined {
  const { node } = site
  if (node === null || isAlias(node) || isScalar(node) || node.srcToken === undefined) return undefined
  const token = node.srcToken
  const brackets = token.type === 'flow-collection' ? { start: token.offset, end: contentEnd(token) } : undefined
  const written = isMap(node) ? node.items.map((pair) => pair.srcToken) : token.items.filter(isListItem)
  if (written.length !== node.items.length || written.includes(undefined)) return undefined
  const tokens = written.filter((item) => item !== undefined)
  const [first] = tokens
  const column = first === undefined ? 0 : source.column(itemStart(first))
  const json = looksLikeJson(node) ?? site.flow?.json ?? false
  const surroundings = brackets && { end: site.flow?.end ?? brackets.end, json }
  const items = tokens.map((item, position): Item => {
    const start = itemStart(item)
    const end = itemEnd(item) ?? start
    const comma = commaAfter(token, item)
    if (isMap(node)) {
      const pair = node.items[position]
      const key = pair?.key ?? null
      const editable =
        tokenNamed(item.start, 'explicit-key-ind') === undefined && item.key !== null && item.key !== undefined
      const merge = isScalar(key) && key.value === '<<' && quoteOf(key) === 'plain'
      const site = editable ? pairSite(item, pair?.value ?? null, start, surroundings, source) : undefined
      return {
        name: merge ? undefined : nameOf(key),
        key: editable ? keyText(key) : undefined,
        start,
        end,
        comma,
        site,
      }
    }
    const value = isSeq(node) ? (node.items[position] ?? null) : null
    return {
      name: undefined,
      key: undefined,
      start,
      end,
      comma,
      site: listSite(item, value, start, end, surroundings, source),
    }
  })
  return { kind: isMap(node) ? 'map' : 'list', brackets, surroundings, column, items }
}

/** How a scalar is quoted. */
export function quoteOf(node: ParsedNode | null | undefined): Quote {
  if (!isScalar(node)) return 'plain'
  return node.type === Scalar.QUOTE_DOUBLE ? 'double' : node.type === Scalar.QUOTE_SINGLE ? 'single' : 'plain'
}

/** Whether a collection in brackets has its keys and texts in double quotes; undefined when it has none. */
function looksLikeJson(node: ParsedNode | null): boolean | undefined {
  if (isMap(node) && node.items.length > 0) return node.items.every(({ key }) => quoteOf(key) === 'double')
  if (!isSeq(node)) return undefined
  const signs = node.items.map((item) =>
    isScalar(item) ? (typeof item.value === 'string' ? quoteOf(item) === 'double' : undefined) : looksLikeJson(item),
  )
  const known = signs.filter((sign) => sign !== undefined)
  return known.length === 0 ? undefined : known.every((sign) => sign)
}

function isListItem(item: CST.CollectionItem): boolean {
  return (
    item.key !== undefined ||
    item.sep !== undefined ||
    item.value !== undefined ||
    item.start.some(({ type }) => type === 'seq-item-ind' || type === 'anchor' || type === 'tag')
  )
}

function pairSite(
  item: CST.CollectionItem,
  node: ParsedNode | null,
  start: number,
  flow: FlowSurroundings | undefined,
  source: SourceText,
): Site {
  const tokens = item.sep ?? []
  const colon = tokenNamed(tokens, 'map-value-ind')
  const place = valuePlace(tokens, colon, item.value)
  const after = colon === undefined ? (item.key ? contentEnd(item.key) : start) : colon.offset + colon.source.length
  const { start: from, end } = place ?? { start: after, end: after }
  return {
    role: 'value',
    flow,
    node,
    after,
    introduced: colon !== undefined,
    start: from,
    end,
    written: place !== undefined,
    anchor: anchorOf(tokens),
    column: source.column(start),
  }
}

function listSite(
  item: CST.CollectionItem,
  node: ParsedNode | null,
  start: number,
  end: number,
  flow: FlowSurroundings | undefined,
  source: SourceText,
): Site {
  const dash = tokenNamed(item.start, 'seq-item-ind')
  const place = flow === undefined ? valuePlace(item.start, dash, item.value) : { start, end }
  const after = dash === undefined ? start : dash.offset + dash.source.length
  const pair = item.key !== undefined
  const range = place ?? { start: after, end: after }
  return {
    role: 'item',
    flow,
    node,
    after,
    introduced: true,
    ...range,
    written: place !== undefined,
    anchor: pair ? undefined : anchorOf(item.start),
    column: source.column(start),
  }
}

/** Where a value stands, with its anchor and tag; undefined when there is none of them. */
function valuePlace(
  tokens: readonly CST.SourceToken[],
  indicator: CST.SourceToken | undefined,
  value: CST.Token | undefined,
): Range | undefined {
  const props = tokens.filter(
    ({ type, offset }) => (type === 'anchor' || type === 'tag') && offset > (indicator?.offset ?? -1),
  )
  const [first] = props
  const last = props.at(-1)
  const start = first?.offset ?? value?.offset
  const end = value === undefined ? last && last.offset + last.source.length : contentEnd(value)
  return start === undefined || end === undefined ? undefined : { start, end }
}

function keyText(key: ParsedNode | null): Item['key'] {
  if (!isScalar(key) || key.srcToken === undefined || key.srcToken.type === 'block-scalar') return undefined
  const { offset, source } = key.srcToken
  return { range: { start: offset, end: offset + source.length }, quote: quoteOf(key) }
}

function commaAfter(collection: CST.Token, item: CST.CollectionItem): number | undefined {
  if (collection.type !== 'flow-collection') return undefined
  const next = collection.items[collection.items.indexOf(item) + 1]
  const comma = next && tokenNamed(next.start, 'comma')
  return comma && comma.offset + comma.source.length
}
