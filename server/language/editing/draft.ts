import type { Path } from '../path.ts'
import type { Value } from '../source-document.ts'

export type Plain = string | number | boolean | null
export type CollectionKind = 'map' | 'list'

/** A value that is to be written, with the comments that go along. */
export type Draft = PlainDraft | CollectionDraft

export interface PlainDraft {
  readonly kind: 'plain'
  readonly value: Plain
}

export interface CollectionDraft {
  readonly kind: CollectionKind
  /** Only there to hold what an operation adds further in, so other operations may add to it. */
  readonly made: boolean
  readonly entries: Entry[]
}

/** A key with its value, or, without a key, an item of a list. */
export interface Entry {
  readonly key?: string
  readonly draft: Draft
  readonly comment: string | undefined
}

/** What an operation adds: a value at a path, or at the end of the list at a path. */
export interface Addition {
  readonly path: Path
  readonly value: Value
  readonly atEnd: boolean
  readonly comment: string | undefined
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value)
}

export function isRecord(value: Value | undefined): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function draftOf(value: Value): Draft {
  if (isList(value))
    return { kind: 'list', made: false, entries: value.map((item) => ({ draft: draftOf(item), comment: undefined })) }
  if (!isRecord(value)) return { kind: 'plain', value }
  return {
    kind: 'map',
    made: false,
    entries: Object.entries(value).map(([key, item]) => ({ key, draft: draftOf(item), comment: undefined })),
  }
}

/** An empty collection that additions can go into; the kind follows from the first of them. */
export function roomFor(addition: Addition): CollectionDraft | undefined {
  const [step] = addition.path
  if (step === undefined) return addition.atEnd ? { kind: 'list', made: true, entries: [] } : undefined
  return { kind: typeof step === 'string' ? 'map' : 'list', made: true, entries: [] }
}

/**
 * Puts an addition into a collection, making the parents that it needs. `taken` is how many items a list has already.
 * False when it does not fit, or something else was put there before.
 */
export function addTo(collection: CollectionDraft, addition: Addition, taken = 0): boolean {
  const { path, comment } = addition
  const [step, ...rest] = path
  if (step === undefined) {
    if (!addition.atEnd || collection.kind !== 'list') return false
    collection.entries.push({ draft: draftOf(addition.value), comment })
    return true
  }
  const further = { ...addition, path: rest }
  if (typeof step === 'string') {
    if (collection.kind !== 'map') return false
    const there = collection.entries.find(({ key }) => key === step)
    if (there !== undefined) return there.draft.kind !== 'plain' && there.draft.made && addTo(there.draft, further)
  } else {
    const there = collection.entries[step - taken]
    if (collection.kind !== 'list' || step - taken < 0 || step - taken > collection.entries.length) return false
    if (there !== undefined) return there.draft.kind !== 'plain' && there.draft.made && addTo(there.draft, further)
  }
  const draft = draftFor(further)
  if (draft === undefined) return false
  collection.entries.push(typeof step === 'string' ? { key: step, draft, comment } : { draft, comment })
  return true
}

/** What stands at the beginning of an addition's path when nothing was there; its comment goes to whoever writes it first. */
function draftFor(addition: Addition): Draft | undefined {
  if (addition.path.length === 0 && !addition.atEnd) return draftOf(addition.value)
  const room = roomFor(addition)
  return room !== undefined && addTo(room, { ...addition, comment: undefined }) ? room : undefined
}
