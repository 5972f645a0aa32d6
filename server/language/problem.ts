import type { Range } from './range.ts'

/** The findings of the language itself; each is a rule with a page, in rules/language. */
export type ProblemRule =
  | 'language/syntax'
  | 'language/unreadable'
  | 'language/unknown-field'
  | 'language/missing-field'
  | 'language/wrong-value'
  | 'language/person-named'
  | 'language/placeholder'
  | 'language/suppression-malformed'
  | 'language/suppression-unused'
  | 'language/suppression-expired'
  | 'language/suppression-expiring'

/** Another place that belongs to a problem, with a word on how. */
export interface ProblemPlace {
  readonly range: Range
  readonly message: string
}

/** A replacement that mends a problem. */
export interface ProblemFix {
  readonly title: string
  /** Safe where the text says the same, only spelt right; unsafe where the value was a guess. */
  readonly applicability: 'safe' | 'unsafe'
  readonly range: Range
  readonly text: string
}

/** Something wrong with a text itself, before any policy is judged. */
export interface Problem {
  readonly rule: ProblemRule
  readonly message: string
  readonly range: Range
  /** What the place holds, for a fingerprint that does not depend on lines. */
  readonly identity: string
  readonly related?: readonly ProblemPlace[]
  readonly fix?: ProblemFix
}
