import type { Range } from '../language/range.ts'
import type { OpenFile } from './place.ts'
import { extentOf, type WrittenNode, writtenNodes } from './written-nodes.ts'

/**
 * For each offset, what an editor selects when the selection grows, the smallest first and each around the one before: word, text,
 * value, field or item, what that stands in, and so on to the policy and the whole file.
 */
export function selectionRanges(
  { text, content }: Pick<OpenFile, 'text' | 'content'>,
  offsets: readonly number[],
): readonly (readonly Range[])[] {
  const roots = content.documents.map(({ tree }) => writtenNodes(tree))
  return offsets.map((offset) => {
    const nodes = roots.flatMap((root) => nodesAround(root, offset))
    const values = nodes.flatMap((node) => rangesOf(node, offset, text))
    const innermost = nodes.at(-1)
    const isInText = innermost?.children.length === 0
    const comment = isInText ? [] : [commentAt(text, offset, innermost?.children ?? roots)]
    return growing([...values, ...comment, wordAt(text, offset), { start: 0, end: text.length }], offset)
  })
}

/** Everything in a document that holds an offset, from the outside in. */
function nodesAround(root: WrittenNode, offset: number): readonly WrittenNode[] {
  const found: WrittenNode[] = []
  let node: WrittenNode | undefined = root
  while (node !== undefined && holds(extentOf(node), offset)) {
    found.push(node)
    node = node.children.find((child) => holds(extentOf(child), offset))
  }
  return found
}

/** A field or item as a whole, its key or value, and that without quotes. */
function rangesOf(node: WrittenNode, offset: number, text: string): readonly Range[] {
  const { key, value, step, children } = node
  const whole = typeof step === 'number' ? withDash(text, value) : extentOf(node)
  const part = key !== undefined && holds(key, offset) ? key : value
  return part === key || children.length === 0 ? [whole, part, withoutQuotes(text, part)] : [whole, part]
}

function wordAt(text: string, offset: number): Range {
  return stretch(text, offset, (character) => /[\p{L}\p{N}_]/u.test(character))
}

/** The comment in the line of an offset; empty where there is none. A # in one of the nodes before it is none. */
function commentAt(text: string, offset: number, nodes: readonly WrittenNode[]): Range {
  const { start, end } = stretch(text, offset, (character) => character !== '\n' && character !== '\r')
  const ends = nodes.map((node) => extentOf(node).end)
  const from = Math.max(start, ends.findLast((end) => end <= offset) ?? 0)
  const comment = /(?:^|[ \t])(#.*)$/.exec(text.slice(from, end))?.[1] ?? ''
  return { start: end - comment.length, end }
}

function stretch(text: string, offset: number, belongs: (character: string) => boolean): Range {
  let start = offset
  let end = offset
  while (start > 0 && belongs(text.charAt(start - 1))) start--
  while (end < text.length && belongs(text.charAt(end))) end++
  return { start, end }
}

/** An item of a block list with its dash. */
function withDash(text: string, { start, end }: Range): Range {
  let before = start - 1
  while (/\s/.test(text.charAt(before))) before--
  return text[before] === '-' && /\s/.test(text.charAt(before + 1)) ? { start: before, end } : { start, end }
}

function withoutQuotes(text: string, { start, end }: Range): Range {
  const [first, last] = [text[start], text[end - 1]]
  return (first === '"' || first === "'") && first === last && end - start > 1
    ? { start: start + 1, end: end - 1 }
    : { start, end }
}

/** Ranges that hold an offset, the smallest first, without those that only cross the one before. */
function growing(ranges: readonly Range[], offset: number): readonly Range[] {
  const bySize = ranges
    .filter((range) => range.end > range.start && holds(range, offset))
    .sort((a, b) => a.end - a.start - (b.end - b.start))
  const grown: Range[] = []
  for (const range of bySize) {
    const last = grown.at(-1)
    const isLarger = last === undefined || range.end - range.start > last.end - last.start
    if (isLarger && (last === undefined || (range.start <= last.start && last.end <= range.end))) grown.push(range)
  }
  return grown.length === 0 ? [{ start: 0, end: 0 }] : grown
}

function holds({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset <= end
}
