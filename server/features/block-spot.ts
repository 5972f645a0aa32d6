import type { Path } from '../language/path.ts'
import type { Range } from '../language/range.ts'
import { type BlockLine, behindProperties, indentOf, keyName, lineAt, lineStart } from './block-line.ts'
import { type Ancestor, type Surroundings, surroundings } from './block-surroundings.ts'
import { documentRange } from './cursor.ts'
import { flowSpot } from './flow-spot.ts'
import type { Spot } from './spot.ts'

/**
 * What may be written at an offset, told from the text alone: by columns in blocks, by brackets inside them. It works where the
 * parser gives up: in half-typed lines, on blank ones, and in documents that are broken elsewhere. Nothing in comments and texts;
 * two spots where another item of a list may follow as well as another key.
 */
export function spotsAt(text: string, offset: number): readonly Spot[] {
  const document = documentRange(text, offset)
  if (offset < document.start) return []
  const root = firstOf(text, document)
  if (root < offset && /[{[]/.test(text.charAt(root))) {
    return inBrackets(text, { start: root, end: document.end }, offset, [])
  }
  const line = lineAt(text, offset)
  if (line.start < document.start || (line.comment !== undefined && offset > line.comment)) return []
  const column = columnAt(line, offset)
  if (column === undefined) return []
  const around = surroundings(text, document, line, column)
  if (around === undefined) return []
  return (
    insideValue(text, around.ancestors, offset, document.end) ?? own(text, line, offset, column, around, document.end)
  )
}

/** The column of the entry that an offset belongs to: the line's own, or where the cursor stands in a line without one. */
function columnAt(line: BlockLine, offset: number): number | undefined {
  const last = line.dashes.at(-1)
  const behind = offset - line.start
  if (line.content.start < line.content.end) {
    return offset < line.content.start ? undefined : line.content.start - line.start
  }
  if (last === undefined) return behind
  return behind > last ? Math.max(behind, last + 2) : undefined
}

function own(
  text: string,
  line: BlockLine,
  offset: number,
  column: number,
  { ancestors, taken, beside, listAbove }: Surroundings,
  end: number,
): readonly Spot[] {
  const { key, value, content } = line
  const path = pathOf(ancestors)
  const indent = Math.min(indentOf(text, line.start), offset - line.start)
  const common = {
    path,
    taken,
    beside,
    hasColon: false,
    isClose: false,
    needsComma: false,
    layout: { style: 'block', offset: column - indent },
  } as const
  if (key !== undefined && value !== undefined) {
    if (offset <= key.end) return offset < key.start ? [] : [{ at: 'key', ...common, hasColon: true, replace: key }]
    const colon = text.indexOf(':', key.end)
    return offset <= colon ? [] : behindColon(text, value, colon, offset, end, common, keyName(text, key))
  }
  const start = behindProperties(text, content)
  if (start < content.end && offset < start) return []
  if (start < content.end && /[{[]/.test(text.charAt(start))) return inBrackets(text, { start, end }, offset, path)
  if (/^["'|>*]/.test(text.slice(start, content.end)) && beside !== undefined) return []
  const close = /^([A-Za-z]\w*):\S+/.exec(text.slice(start, content.end))
  if (close?.[1] !== undefined && start + close[1].length < offset)
    return behindColon(text, content, start + close[1].length, offset, end, common, close[1])
  const isClose = line.dashes.length > 0 && content.start === content.end && text.charAt(offset - 1) === '-'
  const spot: Spot = {
    at: beside === 'keys' ? 'key' : 'start',
    ...common,
    isClose,
    replace: wordAt({ start, end: content.end }, offset),
  }
  if (listAbove === undefined || line.dashes.length > 0) return [spot]
  return [spot, { ...spot, at: 'start', path: [...path, listAbove], beside: 'items' }]
}

/** The value of a key, which begins behind the colon and perhaps a space. */
function behindColon(
  text: string,
  value: Range,
  colon: number,
  offset: number,
  end: number,
  common: Omit<Spot, 'at' | 'replace'>,
  name: string,
): readonly Spot[] {
  const start = Math.max(behindProperties(text, value), colon + 1)
  const first = start < value.end ? text.charAt(start) : ''
  const path = [...common.path, name]
  if (/[{[]/.test(first) && offset > start) return inBrackets(text, { start, end }, offset, path)
  if (/[|>*]/.test(first) || (offset < start && start > value.start)) return []
  const replace = wordAt({ start, end: value.end }, offset)
  const isClose = replace.start === colon + 1
  return [{ at: 'value', ...common, path, taken: new Set(), beside: undefined, isClose, replace }]
}

/** The written word, if the cursor is at it or behind it; else nothing yet. */
function wordAt({ start, end }: Range, offset: number): Range {
  if (start >= end) return { start: offset, end: offset }
  return { start: Math.min(start, offset), end: Math.max(end, offset) }
}

function inBrackets(text: string, open: Range, offset: number, path: Path): readonly Spot[] {
  const spot = flowSpot(text, { start: open.start, end: endOfBrackets(text, open, offset) }, offset, path)
  return spot === undefined ? [] : [spot]
}

/** Brackets that are not closed yet end at the latest where a line stands no deeper than the one that they open in. */
function endOfBrackets(text: string, { start, end }: Range, offset: number): number {
  const indent = indentOf(text, lineStart(text, start))
  for (let at = text.indexOf('\n', offset) + 1; at > 0 && at < end; at = text.indexOf('\n', at) + 1) {
    const column = indentOf(text, at)
    if (column <= indent && !/[\s}\],#]/.test(text.charAt(at + column))) return at
  }
  return end
}

/** What may be written inside a value that began in a line above: in brackets; or in a text, where nothing is to be completed. */
function insideValue(
  text: string,
  ancestors: readonly Ancestor[],
  offset: number,
  end: number,
): readonly Spot[] | undefined {
  for (let at = ancestors.length - 1; at >= 0; at--) {
    const value = ancestors[at]?.value
    const start = value === undefined ? 0 : behindProperties(text, value)
    if (value === undefined || start >= value.end) continue
    // What is no bracket is a text.
    return inBrackets(text, { start, end }, offset, pathOf(ancestors.slice(at)))
  }
  return undefined
}

function pathOf(ancestors: readonly Ancestor[]): Path {
  return ancestors.flatMap(({ step }) => (step === '' ? [] : [step])).reverse()
}

/** The first character of a document that says something. */
function firstOf(text: string, { start, end }: Range): number {
  const blank = /(?:\s+|#.*)*/y
  blank.lastIndex = start
  return Math.min(start + (blank.exec(text)?.[0].length ?? 0), end)
}
