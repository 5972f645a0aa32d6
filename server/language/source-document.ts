import type { Problem } from './problem.ts'
import type { Range } from './range.ts'
import type { SourceTree } from './source-tree.ts'

/** A value as YAML gives it: plain data, no dates, no tags. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value }
/** One YAML document: its value, where everything in it stands, and what is wrong with its text. */
export interface SourceDocument {
  readonly value: Value
  readonly tree: SourceTree
  readonly range: Range
  readonly problems: readonly Problem[]
}
