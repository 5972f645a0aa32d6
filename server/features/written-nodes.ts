import type { Range } from '../language/range.ts'
import type { SourceTree } from '../language/source-tree.ts'

/** A value of a document with its key, as they are written, and what is written inside it. */
export interface WrittenNode {
  readonly node: number
  /** The key of a mapping, or the position in a list; empty for the root. */
  readonly step: string | number
  /** Undefined for items of lists and for the root. */
  readonly key: Range | undefined
  /** From the first to the last character that belongs to the value; of an alias, the alias itself. Empty where nothing is written. */
  readonly value: Range
  /** Empty for plain values and aliases. */
  readonly children: readonly WrittenNode[]
}

/** The tree of what is written in a document. What aliases and merge keys bring in from elsewhere is left out. */
export function writtenNodes(tree: SourceTree, text: string): WrittenNode {
  return written(tree, text, 0, '')
}

/** From the key, where there is one, to the end of the value. */
export function extentOf({ key, value }: WrittenNode): Range {
  return key === undefined ? value : { start: key.start, end: Math.max(key.end, value.end) }
}

/** Whether a list or mapping is written in brackets. */
export function isFlow({ value, children }: WrittenNode, text: string): boolean {
  return children.length > 0 && (text.charAt(value.start) === '{' || text.charAt(value.start) === '[')
}

function written(tree: SourceTree, text: string, node: number, step: string | number): WrittenNode {
  const { used: value, written: elsewhere } = tree.value(node)
  const key = typeof step === 'string' && node > 0 ? tree.key(node).used : undefined
  const children = elsewhere === undefined ? childrenOf(tree, text, node) : []
  const found = { node, step, key, value: trimmed(text, value), children }
  // A block goes on to the next thing that is written, comments and blank lines included.
  return children.length === 0 || isFlow(found, text) ? found : { ...found, value: around(found) }
}

function childrenOf(tree: SourceTree, text: string, node: number): readonly WrittenNode[] {
  const children: WrittenNode[] = []
  for (const child of tree.children(node)) {
    const isMerged = typeof child.key === 'string' && tree.key(child.node).written !== undefined
    if (!isMerged) children.push(written(tree, text, child.node, child.key))
  }
  return children
}

function around({ value, children }: WrittenNode): Range {
  return { start: value.start, end: children.reduce((end, child) => Math.max(end, extentOf(child).end), value.start) }
}

function trimmed(text: string, { start, end }: Range): Range {
  let last = end
  while (last > start && /\s/.test(text.charAt(last - 1))) last--
  return { start, end: last }
}
