import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core'
import { kinds } from '../language/generated/policies.ts'
import type { Kind, Policy, PolicyDocument, PolicyFile, PolicyOf } from '../language/policy-file.ts'
import { PolicyEntry } from './policy-entry.ts'

/** One file: what was read from it, and its policies as entries that outlive edits. */
export interface WorkspaceFile {
  readonly name: string
  readonly content: PolicyFile
  readonly entries: readonly PolicyEntry[]
}

/** A question about the whole workspace whose answer is remembered until something that it read changes. */
export type Query<Argument extends string, Answer> = (workspace: Workspace, argument: Argument) => Answer

/**
 * The policies of a company. Whatever is read through it while a query or a check runs is remembered as read by it, and only
 * a change of that makes it run again.
 */
export class Workspace {
  readonly #files = new Map<string, WorkspaceFile>()
  readonly #entries = signal<readonly PolicyEntry[]>([])
  readonly #ofKind = new Map<Kind, ReadonlySignal<readonly PolicyEntry[]>>()
  readonly #policies = new Map<Kind, ReadonlySignal<readonly Policy[]>>()
  readonly #entryOf = new WeakMap<Policy, PolicyEntry>()
  readonly #answers = new Map<unknown, Map<string, ReadonlySignal<unknown>>>()
  readonly #today: Signal<string>
  #changing = 0

  /** `today`, an ISO date, decides which policies are no longer in force. */
  constructor(today: string) {
    this.#today = signal(today)
  }

  get today(): string {
    return this.#today.value
  }

  set today(date: string) {
    this.#today.value = date
  }

  /** The files read, in the order of their names. Not tracked. */
  get files(): readonly WorkspaceFile[] {
    return [...this.#files.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  file(name: string): WorkspaceFile | undefined {
    return this.#files.get(name)
  }

  /** Every policy document, also those out of force, in the order of files and places. */
  get entries(): readonly PolicyEntry[] {
    return this.#entries.value
  }

  /** Several changes as one: their readers run once. */
  change(changes: () => void): void {
    batch(() => {
      this.#changing++
      try {
        changes()
      } finally {
        if (--this.#changing === 0) this.#setEntries()
      }
    })
  }

  /** Sets what a file holds now. */
  replace(name: string, content: PolicyFile): void {
    const before = new Map(this.#files.get(name)?.entries.map((entry) => [entry.id, entry]))
    this.change(() => {
      const entries: PolicyEntry[] = []
      const taken = new Map<string, number>()
      for (const document of content.documents) {
        if (document.kind === undefined) continue
        const called = `${document.kind}/${document.name}`
        const nth = (taken.get(called) ?? 0) + 1
        taken.set(called, nth)
        entries.push(this.#entry(before, name, `${name}#${called}#${nth}`, document.kind, document))
      }
      this.#files.set(name, { name, content, entries })
    })
  }

  remove(name: string): void {
    this.change(() => this.#files.delete(name))
  }

  /** The policies of a kind that are in force today or later. */
  all<K extends Kind>(kind: K): readonly PolicyOf<K>[] {
    // What is kept under a kind was made for that kind.
    const known = this.#policies.get(kind) as ReadonlySignal<readonly PolicyOf<K>[]> | undefined
    if (known !== undefined) return known.value
    const policies = keptWhileSame(() =>
      this.inForce(kind).flatMap((entry) => {
        const policy = this.#policyOf(entry)
        return policy !== undefined && isKind(policy, kind) ? [policy] : []
      }),
    )
    this.#policies.set(kind, policies)
    return policies.value
  }

  find<K extends Kind>(kind: K, name: string | undefined): PolicyOf<K> | undefined {
    if (name === undefined) return undefined
    const entry = firstCalled(this, `${kind}\n${name}`)
    const policy = entry === undefined ? undefined : this.#policyOf(entry)
    return policy !== undefined && isKind(policy, kind) ? policy : undefined
  }

  /** The entry that a policy given out by this workspace belongs to. */
  entryOf(policy: Policy): PolicyEntry {
    const entry = this.#entryOf.get(policy)
    if (entry === undefined)
      throw new Error(`The policy ${policy.kind}/${policy.metadata.name} is not of this workspace.`)
    return entry
  }

  /** The policy of an entry, if it is in force today or later, and its essence is there. */
  policyOf(entry: PolicyEntry): Policy | undefined {
    return inForce(entry, this.today) ? this.#policyOf(entry) : undefined
  }

  /** Runs a question once, and again only when something that it read has changed. */
  ask<Argument extends string, Answer>(
    question: (workspace: Workspace, argument: Argument) => Answer,
    argument: Argument,
  ): Answer {
    const answers = this.#answers.get(question) ?? new Map<string, ReadonlySignal<unknown>>()
    this.#answers.set(question, answers)
    let answer = answers.get(argument)
    if (answer === undefined) {
      // Nobody depends on it any more: a name that is gone shall not be kept.
      answer = keptWhileSame(
        () => question(this, argument),
        () => answers.delete(argument),
      )
      answers.set(argument, answer)
    }
    return answer.value as Answer
  }

  /** The entries of a kind that are in force today or later. */
  inForce(kind: Kind): readonly PolicyEntry[] {
    let list = this.#ofKind.get(kind)
    if (list === undefined) {
      list = keptWhileSame(() => this.entries.filter((entry) => entry.kind === kind && inForce(entry, this.today)))
      this.#ofKind.set(kind, list)
    }
    return list.value
  }

  #policyOf(entry: PolicyEntry): Policy | undefined {
    const { policy } = entry
    if (policy !== undefined) this.#entryOf.set(policy, entry)
    return policy
  }

  #entry(
    before: ReadonlyMap<string, PolicyEntry>,
    file: string,
    id: string,
    kind: Kind,
    document: PolicyDocument,
  ): PolicyEntry {
    const known = before.get(id)
    if (known === undefined) return new PolicyEntry(file, id, kind, document)
    known.update(document)
    return known
  }

  #setEntries(): void {
    const entries = this.files.flatMap((file) => file.entries)
    const before = this.#entries.peek()
    if (!sameItems(before, entries)) this.#entries.value = entries
  }
}

/** Makes a question about the workspace remember its answers. */
export function query<Argument extends string, Answer>(
  question: (workspace: Workspace, argument: Argument) => Answer,
): Query<Argument, Answer> {
  return (workspace, argument) => workspace.ask(question, argument)
}

/** A question about one of many keys, answered from an index that is made once for all of them. */
export function index<Item>(
  collect: (workspace: Workspace) => Iterable<readonly [key: string, item: Item]>,
): Query<string, readonly Item[]> {
  const whole = query((workspace, _: '') => {
    const items = new Map<string, Item[]>()
    for (const [key, item] of collect(workspace)) {
      const others = items.get(key)
      if (others === undefined) items.set(key, [item])
      else others.push(item)
    }
    return items
  })
  return query((workspace, key: string) => whole(workspace, '').get(key) ?? [])
}

const called = index(function* (workspace) {
  for (const kind of kinds)
    for (const entry of workspace.inForce(kind)) yield [`${kind}\n${entry.name}`, entry] as const
})

const firstCalled = query((workspace, kindAndName: string) => called(workspace, kindAndName)[0])

function inForce(entry: PolicyEntry, today: string): boolean {
  const until = entry.policy?.metadata.effective?.to
  return until === undefined || until >= today
}

function isKind<K extends Kind>(policy: Policy, kind: K): policy is PolicyOf<K> {
  return policy.kind === kind
}

/** A computed value that stays the same object while it holds the same things, so that its readers need not run again. */
function keptWhileSame<T>(compute: () => T, unwatched?: () => void): ReadonlySignal<T> {
  let last: { readonly value: T } | undefined
  const whole = (): T => {
    const value = compute()
    if (last === undefined || !sameAnswer(last.value, value)) last = { value }
    return last.value
  }
  return computed(whole, unwatched === undefined ? {} : { unwatched })
}

/** By identity of what the answers hold, in lists and in lists of plain pairs: equal but other objects have other places. */
function sameAnswer(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  return Array.isArray(a) && Array.isArray(b) && sameItems(a, b, sameFields)
}

function sameFields(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  return sameItems(Object.entries(a).flat(), Object.entries(b).flat())
}

function sameItems<T>(
  a: readonly T[],
  b: readonly T[],
  same: (x: unknown, y: unknown) => boolean = Object.is,
): boolean {
  return a.length === b.length && a.every((item, index) => same(item, b[index]))
}
