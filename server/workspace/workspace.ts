import { kinds } from '../language/generated/policies.ts'
import type { Kind, Policy, PolicyDocument, PolicyFile, PolicyOf } from '../language/policy-file.ts'
import type { SourceTree } from '../language/source-tree.ts'
import { PolicyEntry } from './policy-entry.ts'
import { type Cell, everyRead, sameItems, type Tracking } from './tracking.ts'

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
  readonly tracking: Tracking
  readonly #files = new Map<string, WorkspaceFile>()
  /** Undefined after a file has come or gone, until they are asked for. */
  #sortedFiles: readonly WorkspaceFile[] | undefined
  readonly #entries: Cell<readonly PolicyEntry[]>
  readonly #entryOf = new WeakMap<Policy, PolicyEntry>()
  readonly #answers = new Map<unknown, (argument: string) => unknown>()
  readonly #told = new Map<unknown, (policy: Policy) => unknown>()
  readonly #today: Cell<string>
  #changing = 0
  #changes = 0
  /** Whether a policy has come or gone in the change that is under way. */
  #cameOrWent = false

  /** `today`, an ISO date, decides which policies are no longer in force. */
  constructor(today: string, tracking: Tracking = everyRead()) {
    this.tracking = tracking
    this.#entries = tracking.cell<readonly PolicyEntry[]>([])
    this.#today = tracking.cell(today)
  }

  get today(): string {
    return this.#today.value
  }

  set today(date: string) {
    this.#today.value = date
    this.#changes++
  }

  /** How often anything has changed. */
  get changes(): number {
    return this.#changes
  }

  /** The files read, in the order of their names. Not tracked. */
  get files(): readonly WorkspaceFile[] {
    this.#sortedFiles ??= [...this.#files.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
    return this.#sortedFiles
  }

  file(name: string): WorkspaceFile | undefined {
    return this.#files.get(name)
  }

  /** The places of a document of a file, counted as `readDocuments` does. */
  treeOf(name: string, document: number): SourceTree | undefined {
    return this.file(name)?.content.documents.find(({ index }) => index === document)?.tree
  }

  /** Every policy document, also those out of force, in the order of files and places. */
  get entries(): readonly PolicyEntry[] {
    return this.#entries.value
  }

  /** Several changes as one: their readers run once. */
  change(changes: () => void): void {
    this.tracking.together(() => {
      this.#changing++
      try {
        changes()
      } finally {
        this.#changes++
        if (--this.#changing === 0 && this.#cameOrWent) this.#setEntries()
      }
    })
  }

  /** Sets what a file holds now. */
  replace(name: string, content: PolicyFile): void {
    const known = this.#files.get(name)
    const before = new Map(known?.entries.map((entry) => [entry.id, entry]))
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
      this.#keep({ name, content, entries })
      if (known === undefined || !sameItems(known.entries, entries)) this.#cameOrWent = true
    })
  }

  remove(name: string): void {
    this.change(() => {
      this.#files.delete(name)
      this.#sortedFiles = undefined
      this.#cameOrWent = true
    })
  }

  /** The policies of a kind that are in force today or later. */
  all<K extends Kind>(kind: K): readonly PolicyOf<K>[] {
    // What is answered for a kind is of that kind.
    return this.ask(policiesOf, kind) as readonly PolicyOf<K>[]
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
    let answers = this.#answers.get(question)
    if (answers === undefined) {
      // Whatever is asked comes from above, as the question takes it.
      answers = this.tracking.answers((asked) => question(this, asked as Argument))
      this.#answers.set(question, answers)
    }
    return answers(argument) as Answer
  }

  /** A function of one policy alone that remembers what it returned for each as long as that lives, where that is worth its memory. */
  remembered<P extends Policy, T>(tell: (policy: P) => T): (policy: P) => T {
    let known = this.#told.get(tell)
    if (known === undefined) {
      // Only policies that `tell` takes are ever put in.
      known = this.tracking.remembered((policy: Policy) => tell(policy as P))
      this.#told.set(tell, known)
    }
    return known as (policy: P) => T
  }

  /** The entries of a kind that are in force today or later. */
  inForce(kind: Kind): readonly PolicyEntry[] {
    return this.ask(entriesOf, kind)
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
    if (known === undefined) return new PolicyEntry(file, id, kind, document, this.tracking)
    known.update(document)
    return known
  }

  /** An edited file stays where it stands among the others, so that nothing is sorted for it. */
  #keep(file: WorkspaceFile): void {
    const before = this.#files.get(file.name)
    this.#files.set(file.name, file)
    const sorted = this.#sortedFiles
    const at = before === undefined || sorted === undefined ? -1 : sorted.indexOf(before)
    this.#sortedFiles = at < 0 || sorted === undefined ? undefined : sorted.with(at, file)
  }

  #setEntries(): void {
    this.#cameOrWent = false
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

/**
 * The same of what the policies of one kind say, each by itself: where answers outlive an edit, only the edited policy is read
 * again for it. `collect` must tell the same of a policy at any time.
 */
export function indexOf<K extends Kind, Item>(
  kind: K,
  collect: (policy: PolicyOf<K>) => Iterable<readonly [key: string, item: Item]>,
): Query<string, readonly Item[]> {
  const list = (policy: PolicyOf<K>) => [...collect(policy)]
  return index(function* (workspace) {
    const told = workspace.remembered(list)
    for (const policy of workspace.all(kind)) yield* told(policy)
  })
}

/** By kind, so that an edit of a policy looks again only at those of its kind. */
const entriesByKind = index(function* (workspace) {
  for (const entry of workspace.entries) yield [entry.kind, entry] as const
})

const entriesOf = (workspace: Workspace, kind: Kind): readonly PolicyEntry[] =>
  entriesByKind(workspace, kind).filter((entry) => inForce(entry, workspace.today))

const policiesOf = (workspace: Workspace, kind: Kind): readonly Policy[] =>
  workspace.inForce(kind).flatMap((entry) => {
    const policy = workspace.policyOf(entry)
    return policy?.kind === kind ? [policy] : []
  })

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
