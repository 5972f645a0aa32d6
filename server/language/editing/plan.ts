import isSame from 'fast-deep-equal'
import { isAlias, isMap, isScalar, isSeq } from 'yaml'
import type { Path } from '../path.ts'
import type { Value } from '../source-document.ts'
import { type Addition, addTo, type CollectionDraft, type Draft, draftOf, roomFor } from './draft.ts'
import type { Operation } from './operation.ts'
import { valueAt } from './outcome.ts'
import type { Collection, Site } from './site.ts'

/** What happens to one place of a document. */
export interface Change {
  readonly site: Site
  /** What it holds from now on. */
  replacement?: { readonly draft: Draft; readonly comment: string | undefined }
  /** A comment for the line of a value that stays. */
  note?: string
  removed?: boolean
  /** The new name of its key. */
  name?: string
  inside?: InsideChange
}

/** What happens inside the collection at a place. */
export interface InsideChange {
  readonly site: Site
  readonly collection: Collection
  /** By the position of the item. */
  readonly items: Map<number, Change>
  readonly added: CollectionDraft
}

/** Sorts operations by the places that they change. Undefined when one cannot be done, or two get in each other's way. */
export function planOf(
  site: Site,
  value: Value,
  operations: readonly Operation[],
  collectionAt: (site: Site) => Collection | undefined,
): Change | undefined {
  const root: Change = { site }
  const planner = new Planner(value, collectionAt)
  return operations.every((operation) => planner.isDone(operation) || planner.add(root, operation)) ? root : undefined
}

class Planner {
  readonly #value: Value
  readonly #collectionAt: (site: Site) => Collection | undefined

  constructor(value: Value, collectionAt: (site: Site) => Collection | undefined) {
    this.#value = value
    this.#collectionAt = collectionAt
  }

  /** What is to go is not there. */
  isDone({ op, path }: Operation): boolean {
    return op === 'remove' && valueAt(this.#value, path) === undefined
  }

  add(change: Change, operation: Operation, depth = 0): boolean {
    if (change.removed) return false
    const step = operation.path[depth]
    if (step === undefined) return this.#here(change, operation)
    const { node } = change.site
    if (node === null || (isScalar(node) && node.value === null)) return this.#grow(change, operation, depth)
    if (isAlias(node) || isScalar(node)) return false
    const inside = this.#inside(change)
    if (inside === undefined) return false
    const at =
      typeof step === 'number'
        ? isSeq(node)
          ? step
          : -1
        : inside.collection.items.findIndex(({ name }) => name === step)
    const item = inside.collection.items[at]
    if (item === undefined) return this.#beside(inside, operation, depth)
    if (item.site === undefined) return false
    const there = inside.items.get(at) ?? { site: item.site }
    inside.items.set(at, there)
    const last = depth === operation.path.length - 1
    if (!last || operation.op === 'set' || operation.op === 'append') return this.add(there, operation, depth + 1)
    if (there.removed || there.name !== undefined) return false
    if (operation.op === 'remove') {
      there.removed = true
      return there.replacement === undefined && there.inside === undefined && there.note === undefined
    }
    if (item.key === undefined) return false
    there.name = operation.key
    return true
  }

  /** The operation is about the value at this very place. */
  #here(change: Change, operation: Operation): boolean {
    const { node } = change.site
    if (operation.op === 'append') {
      if (node === null || (isScalar(node) && node.value === null))
        return this.#grow(change, operation, operation.path.length)
      const inside = isSeq(node) ? this.#inside(change) : undefined
      return inside !== undefined && addTo(inside.added, additionOf(operation, operation.path.length))
    }
    if (
      operation.op !== 'set' ||
      change.replacement !== undefined ||
      change.inside !== undefined ||
      change.note !== undefined
    )
      return false
    const { comment } = operation
    if (isSame(valueAt(this.#value, operation.path), operation.value)) {
      if (comment !== undefined) change.note = comment
    } else change.replacement = { draft: draftOf(operation.value), comment }
    return true
  }

  /** Nothing stands here yet, so parents are made. */
  #grow(change: Change, operation: Operation, depth: number): boolean {
    if (operation.op === 'remove' || operation.op === 'rename' || change.note !== undefined) return false
    const addition = additionOf(operation, depth)
    const draft = change.replacement?.draft ?? roomFor(addition)
    if (draft === undefined || draft.kind === 'plain' || !draft.made) return false
    change.replacement ??= { draft, comment: undefined }
    return addTo(draft, addition)
  }

  /** The collection has no such item of its own. */
  #beside(inside: InsideChange, operation: Operation, depth: number): boolean {
    if (operation.op === 'remove' || operation.op === 'rename') return false
    const path = operation.path.slice(0, depth + 1)
    const own = depth === operation.path.length - 1 && operation.op === 'set'
    // A key that a merge brings in can get an own value in its stead, but not be changed inside.
    if (!own && typeof path.at(-1) === 'string' && valueAt(this.#value, path) !== undefined) return false
    return addTo(inside.added, additionOf(operation, depth), inside.collection.items.length)
  }

  #inside(change: Change): InsideChange | undefined {
    if (change.replacement !== undefined || change.note !== undefined) return undefined
    if (change.inside !== undefined) return change.inside
    const collection = this.#collectionAt(change.site)
    if (collection === undefined) return undefined
    change.inside = {
      site: change.site,
      collection,
      items: new Map(),
      added: { kind: isMap(change.site.node) ? 'map' : 'list', made: true, entries: [] },
    }
    return change.inside
  }
}

function additionOf(operation: Operation & { readonly op: 'set' | 'append' }, depth: number): Addition {
  const path: Path = operation.path.slice(depth)
  return { path, value: operation.value, atEnd: operation.op === 'append', comment: operation.comment }
}
