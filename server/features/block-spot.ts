import type { Path } from '../language/path.ts'
import type { Range } from '../language/range.ts'
import { type BlockLine, behindProperties, indentOf, keyName, lineAt } from './block-line.ts'
import { type Ancestor, type Surroundings, surroundings } from './block-surroundings.ts'
import { documentRange } from './cursor.ts'
import { flowSpot } from './flow-spot.ts'
import type { Spot } from './spot.ts'

/**
 * What may be written at an offset, told from the text alone: by columns in blocks, by brackets inside them. It works where the
 * parser gives up: in half-typed lines, on blank ones, and in documents that are broken elsewhere. Undefined in comments and texts.
 */
export function spotAt(text: string, offset: number): Spot | undefined {
  const document = documentRange(text, offset)
  if (offset < document.start) return undefined
  const root = firstOf(text, document)
  if (root < offset && /[{[]/.test(text.charAt(root))) {
    const spot = flowSpot(text, { start: root, end: document.end }, offset, [])
    return spot === 'closed' ? undefined : spot
  }
  const line = lineAt(text, offset)
  if (line.start < document.start || (line.comment !== undefined && offset > line.comment)) return undefined
  const column = columnAt(line, offset)
  if (column === undefined) return undefined
  const around = surroundings(text, document, line, column)
  if (around === undefined) return undefined
  const inside = insideValue(text, around.ancestors, offset, document.end)
  if (inside !== 'outside') return inside
  return own(text, line, offset, column, around, document.end)
}

/** The column of the entry that an offset belongs to: the line's own, or where the cursor stands in a line without one. */
function columnAt(line: BlockLine, offset: number): number | undefined {
  const last = line.dashes.at(-1)
  const behind = offset - line.start
  if (line.content.start < line.content.end) {
    return offset < line.content.start && line.content.start - line.start > behind
      ? undefined
      : line.content.start - line.start
  }
  if (last === undefined) return behind
  return behind > last ? Math.max(behind, last + 2) : undefined
}

function own(
  text: string,
  line: BlockLine,
  offset: number,
  column: number,
  { ancestors, taken, beside }: Surroundings,
  end: number,
): Spot | undefined {
  const path = pathOf(ancestors)
  const isItem = line.dashes.length > 0
  const layout = { style: 'block', offset: column - indentOf(text, line.start), isItem } as const
  const common = { path, taken, beside, layout, hasColon: false, isClose: false }
  const { key, value, content } = line
  if (key === undefined || value === undefined) {
    const isClose = text.charAt(offset - 1) === '-' && content.start === content.end && isItem
    const start = behindProperties(text, content)
    if (/[{[]/.test(text.charAt(start)) && start < content.end)
      return notClosed(flowSpot(text, { start, end }, offset, path))
    if (/^["'|>*]/.test(text.slice(start, content.end)) && beside !== undefined) return undefined
    return { at: beside === 'keys' ? 'key' : 'start', ...common, isClose, replace: wordAt(content, offset) }
  }
  if (offset <= key.end) return { at: 'key', ...common, hasColon: true, replace: key }
  const colon = text.indexOf(':', key.end)
  if (offset <= colon) return undefined
  const start = behindProperties(text, value)
  const inner = { ...common, path: [...path, keyName(text, key)], taken: new Set<string>(), beside: undefined }
  const first = start < value.end ? text.charAt(start) : ''
  if (/[{[]/.test(first) && offset > start) return notClosed(flowSpot(text, { start, end }, offset, inner.path))
  if (/[|>*]/.test(first) || (offset < start && start < value.end && start > value.start)) return undefined
  return { at: 'value', ...inner, isClose: offset === colon + 1, replace: wordAt({ start, end: value.end }, offset) }
}

/** The written word, if the cursor is at it or behind it; else nothing yet. */
function wordAt({ start, end }: Range, offset: number): Range {
  if (start === end) return { start: offset, end: offset }
  return { start: Math.min(start, offset), end: Math.max(end, offset) }
}

function notClosed(spot: ReturnType<typeof flowSpot>): Spot | undefined {
  return spot === 'closed' ? undefined : spot
}

/** Where the cursor is inside a value that began in a line above: in brackets, or in a text, where nothing is to be completed. */
function insideValue(
  text: string,
  ancestors: readonly Ancestor[],
  offset: number,
  end: number,
): Spot | 'outside' | undefined {
  for (let at = ancestors.length - 1; at >= 0; at--) {
    const value = ancestors[at]?.value
    const start = value === undefined ? 0 : behindProperties(text, value)
    if (value === undefined || start >= value.end) continue
    if (!/[{[]/.test(text.charAt(start))) return undefined
    return notClosed(flowSpot(text, { start, end }, offset, pathOf(ancestors.slice(at))))
  }
  return 'outside'
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
