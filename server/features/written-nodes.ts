import type { Range } from '../language/range.ts'
import type { SourceTree } from '../language/source-tree.ts'

/** A value of a document with its key, as they are written, and what is written inside it. */
export interface WrittenNode {
  /** Which node of the tree it is. */
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
export function writtenNodes(tree: SourceTree): WrittenNode {
  return new LazyNode(tree, 0, '')
}

/** From the key, where there is one, to the end of the value. */
export function extentOf({ key, value }: WrittenNode): Range {
  return key === undefined ? value : { start: key.start, end: Math.max(key.end, value.end) }
}

/** Whether a list or mapping is written in brackets. */
export function isFlow({ value, children }: WrittenNode, text: string): boolean {
  return children.length > 0 && (text.charAt(value.start) === '{' || text.charAt(value.start) === '[')
}

/** Looks into what is inside only when somebody asks: of a long document often a small part is wanted. */
class LazyNode implements WrittenNode {
  readonly node: number
  readonly step: string | number
  readonly key: Range | undefined
  readonly value: Range
  readonly #tree: SourceTree
  #children: readonly WrittenNode[] | undefined

  constructor(tree: SourceTree, node: number, step: string | number) {
    const { used, written } = tree.value(node)
    this.node = node
    this.step = step
    this.key = typeof step === 'string' && node > 0 ? tree.key(node).used : undefined
    this.value = used
    this.#tree = tree
    this.#children = written === undefined ? undefined : []
  }

  get children(): readonly WrittenNode[] {
    this.#children ??= childrenOf(this.#tree, this.node)
    return this.#children
  }
}

function childrenOf(tree: SourceTree, node: number): readonly WrittenNode[] {
  const children: WrittenNode[] = []
  for (const child of tree.children(node)) {
    const isMerged = typeof child.key === 'string' && tree.key(child.node).written !== undefined
    if (!isMerged) children.push(new LazyNode(tree, child.node, child.key))
  }
  return children
}
