import type { Operation } from '../language/edit.ts'
import type { Path } from '../language/path.ts'
import type { Kind } from '../language/policy-file.ts'
import type { Position, Range } from '../language/range.ts'
import type { Figure } from '../rules/figure.ts'
import type { Applicability } from '../rules/fix.ts'
import type { Severity } from '../rules/rule.ts'

/** A stretch of a file, with what editors need to show it. Lines and columns count from 0. */
export interface FilePlace {
  readonly file: string
  readonly range: Range
  readonly start: Position
  readonly end: Position
}

export interface FindingPlace extends FilePlace {
  readonly message: string
}

/** Which policy a finding is about. The kind is missing while the document does not say it. */
export interface PolicyName {
  readonly kind: Kind | undefined
  readonly name: string
}

/** What a finding says, in sentences: one message when joined, or its parts where a surface shows them apart. */
export interface FindingText {
  readonly what: string
  readonly why: string
  readonly howMuch: string
  readonly change: string
  /** What the severity depended on, where nothing was declared. */
  readonly note: string
}

/** Changes to one document of one file, in the policy language's terms; text edits are made of them when they are wanted. */
export interface DocumentChange {
  readonly file: string
  readonly document: number
  readonly operations: readonly Operation[]
}

/** Replacements that are known as text already, such as a misspelt field's name. */
export interface TextChange {
  readonly file: string
  readonly range: Range
  readonly text: string
}

export interface FindingFix {
  readonly title: string
  readonly applicability: Applicability
  readonly changes: readonly DocumentChange[]
  readonly texts: readonly TextChange[]
}

/** A barrier, or a fault of the text, at a place. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly text: FindingText
  readonly place: FilePlace
  readonly related: readonly FindingPlace[]
  readonly figures: readonly Figure[]
  readonly fixes: readonly FindingFix[]
  readonly policy: PolicyName
  readonly path: Path
  /** Stays the same when lines move, lists are reordered or the text is laid out anew; the number before the colon is its version. */
  readonly fingerprint: string
  /** The rule failed; whatever else it would have found is unknown. */
  readonly internal: boolean
}

/** The whole message in one line. */
export function messageOf({ text }: Pick<Finding, 'text'>): string {
  return [text.what, text.why, text.howMuch, text.change, text.note].filter((part) => part !== '').join(' ')
}
