import type { Path } from '../path.ts'
import type { Range } from '../range.ts'
import type { Value } from '../source-document.ts'

/** A replacement of a stretch of a text. */
export interface TextEdit {
  readonly range: Range
  readonly text: string
}

/**
 * A change to the value of a document. Paths go through the value as it reads, with aliases and merge keys resolved, and always
 * mean the document before any of the operations.
 * - `set` gives a key or an item another value; a missing key is added, with its missing parents, and so is the item after the last.
 * - `rename` gives a key another name.
 * - `remove` takes out a key with its value, or an item; nothing happens where there is none.
 * - `append` adds an item to the end of a list, and makes the list where there is nothing.
 */
export type Operation =
  | { readonly op: 'set'; readonly path: Path; readonly value: Value; readonly comment?: string }
  | { readonly op: 'rename'; readonly path: Path; readonly key: string }
  | { readonly op: 'remove'; readonly path: Path }
  | { readonly op: 'append'; readonly path: Path; readonly value: Value; readonly comment?: string }
