import { fitted } from './fitted.ts'
import type { Path } from './path.ts'
import type { Range } from './range.ts'

const stride = 5 // parent, key start, key end, value start, value end

/** Where a value stands. `written` differs from `used` when an alias or a merge key brings it in from elsewhere. */
export interface Place {
  readonly used: Range
  readonly written?: Range
}

/** The alias that brings a value in, and whether the key comes with it, as it does in a merge. */
interface Bringer {
  readonly use: Range
  readonly keyToo: boolean
}

/**
 * The ranges of every key and value of one document, in the order of writing: what stays of a syntax tree once the file is closed.
 * Node 0 is the document's root; a node's descendants follow it directly.
 */
export class SourceTree {
  readonly #numbers: Int32Array
  readonly #keys: readonly (string | number)[]
  readonly #brought: ReadonlyMap<number, Bringer>

  constructor(numbers: Int32Array, keys: readonly (string | number)[], brought: ReadonlyMap<number, Bringer>) {
    this.#numbers = numbers
    this.#keys = keys
    this.#brought = brought
  }

  get size(): number {
    return this.#keys.length
  }

  /** The node at a path, or as far as the path exists. */
  find(path: Path): { readonly node: number; readonly complete: boolean } {
    let node = 0
    for (const step of path) {
      const next = this.#child(node, step)
      if (next === undefined) return { node, complete: false }
      node = next
    }
    return { node, complete: true }
  }

  /** The key or position of a node under its parent. */
  stepOf(node: number): string | number {
    return this.#keys[node] ?? ''
  }

  pathOf(node: number): Path {
    const path: (string | number)[] = []
    for (let at = node; at > 0; at = this.#parent(at)) path.push(this.#keys[at] ?? '')
    return path.reverse()
  }

  /** The value's place. */
  value(node: number): Place {
    return this.#placed(node, { start: this.#at(node, 3), end: this.#at(node, 4) }, true)
  }

  /** The key's place; the value's for an item of a list and for the root. */
  key(node: number): Place {
    const start = this.#at(node, 1)
    if (start < 0) return this.value(node)
    return this.#placed(node, { start, end: this.#at(node, 2) }, this.#brought.get(node)?.keyToo === true)
  }

  /** The nodes directly under a node, with their keys, in the order of writing. */
  *children(node: number): Generator<{ readonly node: number; readonly key: string | number }> {
    for (let at = node + 1; at < this.size && this.#parent(at) >= node; at++) {
      if (this.#parent(at) === node) yield { node: at, key: this.#keys[at] ?? '' }
    }
  }

  /** The first node behind a node and everything in it. */
  behind(node: number): number {
    let at = node + 1
    while (at < this.size && this.#parent(at) >= node) at++
    return at
  }

  hasChildren(node: number): boolean {
    return node + 1 < this.size && this.#parent(node + 1) === node
  }

  /** The innermost node whose own text holds the offset; undefined outside the document. */
  nodeAt(offset: number): { readonly node: number; readonly onKey: boolean } | undefined {
    let best: { node: number; onKey: boolean; width: number } | undefined
    for (let node = 0; node < this.size; node++) {
      if (this.#broughtBy(node, true) !== undefined) continue
      for (const onKey of [true, false]) {
        const start = this.#at(node, onKey ? 1 : 3)
        const end = this.#at(node, onKey ? 2 : 4)
        if (start < 0 || offset < start || offset > end) continue
        const width = end - start
        if (best === undefined || width <= best.width) best = { node, onKey, width }
      }
    }
    return best
  }

  /**
   * Whether a change at a path might change another place as well, since an alias brings something in here or takes something from
   * here. `within` for a change that only adds to what stands there.
   */
  mayBeShared(path: Path, within: boolean): boolean {
    if (this.#brought.size === 0) return false
    const { node, complete } = this.find(path)
    if (this.#broughtBy(node, true) !== undefined) return true
    const [start, end] = [this.#at(node, 3), this.#at(node, 4)]
    return [...this.#brought.keys()].some((brought) => {
      const [from, to] = [this.#at(brought, 3), this.#at(brought, 4)]
      return within || !complete ? from <= start && end <= to : from < end && start < to
    })
  }

  /** What a builder takes over of a node: parent, key start and end, value start and end. */
  numbers(node: number): readonly number[] {
    return [...this.#numbers.subarray(node * stride, (node + 1) * stride)]
  }

  /** The alias that brings a node itself in. */
  bringer(node: number): Bringer | undefined {
    return this.#brought.get(node)
  }

  #child(node: number, step: string | number): number | undefined {
    for (let at = node + 1; at < this.size && this.#parent(at) >= node; at++)
      if (this.#parent(at) === node && this.#keys[at] === step) return at
    return undefined
  }

  #parent(node: number): number {
    return this.#at(node, 0)
  }

  #at(node: number, field: number): number {
    return this.#numbers[node * stride + field] ?? -1
  }

  #placed(node: number, own: Range, ownBringerCounts: boolean): Place {
    const used = this.#broughtBy(node, ownBringerCounts)
    return used === undefined ? { used: own } : { used, written: own }
  }

  /** The outermost alias through which a node comes here: an alias inside an anchored value is written there, not here. */
  #broughtBy(node: number, ownCounts: boolean): Range | undefined {
    let found: Range | undefined
    for (let at = node; at >= 0; at = this.#parent(at)) {
      if (at !== node || ownCounts) found = this.#brought.get(at)?.use ?? found
    }
    return found
  }
}

const nothingBrought: ReadonlyMap<number, Bringer> = new Map()

/** Collects the nodes of a document while it is read. */
export class SourceTreeBuilder {
  readonly #numbers: number[] = []
  readonly #keys: (string | number)[] = []
  readonly #brought = new Map<number, Bringer>()

  /** Adds a node; its parent is there already. `key` is its range, undefined for items and the root. */
  add(parent: number, step: string | number, key: Range | undefined, value: Range): number {
    this.#numbers.push(parent, key?.start ?? -1, key?.end ?? -1, value.start, value.end)
    return this.#keys.push(step) - 1
  }

  /** Says where a node's value ends, once what is inside has been read. */
  end(node: number, offset: number): void {
    this.#numbers[node * stride + 4] = offset
  }

  /** So many nodes there are. */
  get size(): number {
    return this.#keys.length
  }

  /**
   * Adds a node again, with everything in it, somewhere else: what an alias stands for. `behind` is the first node behind it, `key`
   * its key there. The places stay those of the node itself.
   */
  repeat(node: number, behind: number, parent: number, step: string | number, key: Range | undefined): number {
    const [start = 0, end = 0] = this.#numbers.slice(node * stride + 3, node * stride + 5)
    const copy = this.add(parent, step, key, { start, end })
    for (let at = node + 1; at < behind; at++) {
      const [above = 0, ...places] = this.#numbers.slice(at * stride, (at + 1) * stride)
      this.#numbers.push(above + copy - node, ...places)
      const index = this.#keys.push(this.#keys[at] ?? '') - 1
      const bringer = this.#brought.get(at)
      if (bringer !== undefined) this.#brought.set(index, bringer)
    }
    return copy
  }

  /** Adds a node of another tree of the same text, with everything in it. */
  graft(from: SourceTree, node: number, parent: number): void {
    const moved = this.size - node
    for (let at = node; at < from.behind(node); at++) {
      const [above = 0, ...places] = from.numbers(at)
      this.#numbers.push(at === node ? parent : above + moved, ...places)
      const index = this.#keys.push(from.stepOf(at)) - 1
      const bringer = from.bringer(at)
      if (bringer !== undefined) this.#brought.set(index, bringer)
    }
  }

  /** Forgets all nodes but so many first ones. */
  cut(size: number): void {
    for (const node of this.#brought.keys()) if (node >= size) this.#brought.delete(node)
    this.#numbers.length = size * stride
    this.#keys.length = size
  }

  /** Whether anything in a node comes there by an alias. */
  isBrought(node: number, behind: number): boolean {
    return [...this.#brought.keys()].some((at) => at >= node && at < behind)
  }

  /** The nodes directly under one, with their keys; `behind` is the first node behind it. */
  *inside(
    node: number,
    behind: number,
  ): Generator<{ readonly node: number; readonly key: string; readonly at: Range }> {
    for (let at = node + 1; at < behind; at++) {
      const [parent, start = 0, end = 0] = this.#numbers.slice(at * stride, at * stride + 3)
      if (parent === node) yield { node: at, key: String(this.#keys[at]), at: { start, end } }
    }
  }

  /** Says that a node's value, and in a merge its key too, is brought in by the alias that stands at `use`. */
  bring(node: number, use: Range, keyToo: boolean): void {
    this.#brought.set(node, { use, keyToo })
  }

  build(): SourceTree {
    return new SourceTree(
      new Int32Array(this.#numbers),
      fitted(this.#keys),
      this.#brought.size === 0 ? nothingBrought : this.#brought,
    )
  }
}
