import { batch, computed, type ReadonlySignal, signal } from '@preact/signals-core'

/** A value that is read through what depends on it. */
export interface Readable<T> {
  readonly value: T
}

/** A value that changes from outside. */
export interface Cell<T> extends Readable<T> {
  value: T
  /** Reads it without depending on it. */
  peek(): T
}

/** How answers stay right when what they were made of changes. */
export interface Tracking {
  cell<T>(value: T): Cell<T>
  /** Computed when it is read first, and again when something that it read has changed. */
  derived<T>(compute: () => T): Readable<T>
  /** What is computed for each of some items; where reads are remembered, only for those again that read something that has changed. */
  each<Item, T>(items: readonly Item[], compute: (item: Item) => T): () => readonly T[]
  /** A derived value for each of many arguments. An answer stays the same object while it holds the same things. */
  answers<T>(compute: (argument: string) => T): (argument: string) => T
  /** A function of things that never change. What it returned for one is kept while that one lives, where that is worth its memory. */
  remembered<Item extends object, T>(compute: (item: Item) => T): (item: Item) => T
  /** Several changes as one. */
  together(changes: () => void): void
}

/**
 * Remembers what each answer read, so that a change computes only those again that read it: for an editor, where changes are small
 * and many. The memory for this is a multiple of what the policies take.
 */
export function everyRead(): Tracking {
  return {
    cell: signal,
    derived: computed,
    each(items, compute) {
      const all = items.map((item) => computed(() => compute(item)))
      return () => all.map((one) => one.value)
    },
    answers(compute) {
      // Whoever read an answer holds it; one that nobody holds any more, such as that about a name that is gone, is not kept.
      const known = new Map<string, WeakRef<ReadonlySignal<unknown>>>()
      const forgotten = new FinalizationRegistry((argument: string) => {
        if (known.get(argument)?.deref() === undefined) known.delete(argument)
      })
      return (argument) => {
        let answer = known.get(argument)?.deref()
        if (answer === undefined) {
          answer = keptWhileSame(() => compute(argument))
          known.set(argument, new WeakRef(answer))
          forgotten.register(answer, argument)
        }
        // Only what `compute` returned is ever kept here.
        return answer.value as ReturnType<typeof compute>
      }
    },
    remembered(compute) {
      const known = new WeakMap<WeakKey, { readonly of: ReturnType<typeof compute> }>()
      return (item) => {
        let told = known.get(item)
        if (told === undefined) {
          told = { of: compute(item) }
          known.set(item, told)
        }
        return told.of
      }
    },
    together: batch,
  }
}

/** Remembers answers until anything changes: for a command, which reads everything, checks it and ends. */
export function anyChange(): Tracking {
  const changes = { count: 0 }
  return {
    cell: (value) => new Counted(value, changes),
    derived: (compute) => new UntilAnyChange(compute, changes),
    each: (items, compute) => () => items.map((item) => compute(item)),
    answers(compute) {
      const known = new Map<string, ReturnType<typeof compute>>()
      let knownAt = changes.count
      return (argument) => {
        if (knownAt !== changes.count) known.clear()
        knownAt = changes.count
        const answer = known.get(argument)
        if (answer !== undefined || known.has(argument)) return answer as ReturnType<typeof compute>
        const computed = compute(argument)
        known.set(argument, computed)
        return computed
      }
    },
    remembered: (compute) => compute,
    together: (change) => change(),
  }
}

/** How often anything has changed. */
interface Changes {
  count: number
}

class Counted<T> implements Cell<T> {
  #value: T
  readonly #changes: Changes

  constructor(value: T, changes: Changes) {
    this.#value = value
    this.#changes = changes
  }

  get value(): T {
    return this.#value
  }

  set value(value: T) {
    this.#value = value
    this.#changes.count++
  }

  peek(): T {
    return this.#value
  }
}

class UntilAnyChange<T> implements Readable<T> {
  readonly #compute: () => T
  readonly #changes: Changes
  #known: { readonly value: T; readonly at: number } | undefined

  constructor(compute: () => T, changes: Changes) {
    this.#compute = compute
    this.#changes = changes
  }

  get value(): T {
    const at = this.#changes.count
    if (this.#known?.at !== at) this.#known = { value: this.#compute(), at }
    return this.#known.value
  }
}

/** A computed value that stays the same object while it holds the same things, so that its readers need not run again. */
function keptWhileSame<T>(compute: () => T): ReadonlySignal<T> {
  let last: { readonly value: T } | undefined
  return computed(() => {
    const value = compute()
    if (last === undefined || !sameAnswer(last.value, value)) last = { value }
    return last.value
  })
}

/** By identity of what the answers hold, in lists and in lists of plain pairs: equal but other objects have other places. */
function sameAnswer(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  return Array.isArray(a) && Array.isArray(b) && sameItems(a, b, sameFields)
}

function sameFields(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  return isPair(a) && isPair(b) && sameItems(Object.entries(a).flat(), Object.entries(b).flat())
}

/** Not what has a class: it may hold something that does not show, as the entry of a policy that was removed and has come back. */
function isPair(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype
}

export function sameItems<T>(
  a: readonly T[],
  b: readonly T[],
  same: (x: unknown, y: unknown) => boolean = Object.is,
): boolean {
  return a.length === b.length && a.every((item, index) => same(item, b[index]))
}
