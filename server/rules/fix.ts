import type { Path } from '../language/path.ts'
import type { Policy } from '../language/policy-file.ts'
import type { Value } from '../language/source-document.ts'

/**
 * How far a fix may go. Safe: the policy says the same, only as intended. Unsafe: it changes what the policy says.
 * Placeholder: it inserts what is known and marks with "?" what only a person can fill in.
 */
export type Applicability = 'safe' | 'unsafe' | 'placeholder'

/** A change of one field: of an object of a policy, or at a path of the document being checked. */
export type Change = ObjectChange | PathChange

export interface ObjectChange {
  readonly op: 'set' | 'remove' | 'append'
  /** The policy to change; the one being checked when left out. */
  readonly policy?: Policy
  /** An object or list of that policy, as the policy holds it. */
  readonly on: object
  readonly key: string | number
  readonly value?: Value
  /** Becomes a comment at the end of the inserted line. */
  readonly comment?: string
}

export interface PathChange {
  readonly op: 'set'
  readonly at: Path
  readonly value: Value
}

export interface Fix {
  readonly title: string
  readonly applicability: Applicability
  readonly changes: readonly Change[]
}

/** A fix after which the policy says the same, only as intended. */
export function safe(title: string, ...changes: readonly Change[]): Fix {
  return { title, applicability: 'safe', changes }
}

/** A fix that changes what the policy says. */
export function unsafe(title: string, ...changes: readonly Change[]): Fix {
  return { title, applicability: 'unsafe', changes }
}

/** A fix that inserts what is known, and leaves something for a person to fill in. */
export function placeholder(title: string, ...changes: readonly Change[]): Fix {
  return { title, applicability: 'placeholder', changes }
}

interface Where {
  readonly in?: Policy
  readonly comment?: string
}

/** Sets a field, whether it is there or not. */
export function set(on: object, key: string | number, value: Value, where: Where = {}): Change {
  return { op: 'set', on, key, value, ...placed(where) }
}

/** Sets the value at a path of the document being checked, for rules of the language itself: they judge text that is no policy yet. */
export function setAt(at: Path, value: Value): Change {
  return { op: 'set', at, value }
}

/** Removes a field, or an item of a list. */
export function remove(on: object, key: string | number, where: Where = {}): Change {
  return { op: 'remove', on, key, ...placed(where) }
}

/** Adds an item at the end of the list in a field, making the list where there is none. */
export function append(on: object, key: string | number, value: Value, where: Where = {}): Change {
  return { op: 'append', on, key, value, ...placed(where) }
}

function placed(where: Where): { readonly policy?: Policy; readonly comment?: string } {
  return {
    ...(where.in === undefined ? {} : { policy: where.in }),
    ...(where.comment === undefined ? {} : { comment: where.comment }),
  }
}

/** The weight of something new among things that have all of it already. */
export const weightFromOthers = '? its weight, taken from the others'

/** Marks a value that only a person knows, saying what belongs there: `? the role that decides`. */
export function fillIn(what: string): string {
  return `? ${what}`
}
