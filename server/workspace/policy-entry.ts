import equal from 'fast-deep-equal'
import { fitted } from '../language/fitted.ts'
import { isList, type Path } from '../language/path.ts'
import type { DocumentSymbols, Kind, Policy, PolicyDocument } from '../language/policy-file.ts'
import type { Cell, Tracking } from './tracking.ts'

interface Content {
  readonly policy: Policy | undefined
  /** Where the items of a list stood before unreadable ones were left out. */
  readonly positions: PolicyDocument['positions']
}

/**
 * One policy of the workspace. The entry outlives edits of its file; what it holds changes only when the policy's content does,
 * so that moving text around makes nobody read it again.
 */
export class PolicyEntry {
  readonly file: string
  readonly kind: Kind
  readonly name: string
  /** Unique in the workspace: the file, the kind, the name, and which of that name in the file it is. */
  readonly id: string
  #document: PolicyDocument
  readonly #content: Cell<Content>
  readonly #symbols: Cell<DocumentSymbols>

  constructor(file: string, id: string, kind: Kind, document: PolicyDocument, tracking: Tracking) {
    this.file = file
    this.id = id
    this.kind = kind
    this.name = document.name
    this.#document = document
    this.#content = tracking.cell<Content>({ policy: document.policy, positions: document.positions })
    this.#symbols = tracking.cell(document.symbols)
  }

  /** The policy as far as it is well-formed; undefined when its essence is missing. Tracked. */
  get policy(): Policy | undefined {
    return this.#content.value.policy
  }

  /** The names that it declares and refers to. Tracked. */
  get symbols(): DocumentSymbols {
    return this.#symbols.value
  }

  /** The document as it was read last, with the places of everything. Not tracked: places are for showing, not for judging. */
  get document(): PolicyDocument {
    return this.#document
  }

  update(document: PolicyDocument): void {
    this.#document = document
    const content = { policy: document.policy, positions: document.positions }
    if (
      !equal(this.#content.peek().policy, content.policy) ||
      this.#content.peek().positions.size + content.positions.size > 0
    )
      this.#content.value = content
    if (!equal(this.#symbols.peek(), document.symbols)) this.#symbols.value = document.symbols
  }

  /**
   * The path of an object of this policy, found by identity, or of one of its fields or items; undefined when the object belongs to
   * another policy. The position of an item counts what was left out of the list as unreadable.
   */
  pathTo(object: object, key?: string | number): Path | undefined {
    const { policy, positions } = this.#content.peek()
    const last = typeof key === 'number' && isList(object) ? (positions.get(object)?.[key] ?? key) : key
    const path: (string | number)[] = []
    const search = (value: unknown): boolean => {
      if (value === object) return true
      if (typeof value !== 'object' || value === null) return false
      if (Array.isArray(value)) {
        const stood = positions.get(value)
        return value.some((item, index) => descend(item, stood?.[index] ?? index))
      }
      return Object.entries(value).some(([key, item]) => descend(item, key))
    }
    const descend = (value: unknown, step: string | number): boolean => {
      path.push(step)
      if (search(value)) return true
      path.pop()
      return false
    }
    if (!search(policy)) return undefined
    return last === undefined ? fitted(path) : path.concat(last)
  }
}
