import { sep } from 'node:path'
import type { FileProblem } from '../config/extended-configs.ts'
import type { Range } from '../language/range.ts'

/** A line about input that cannot be used: where, and why. */
export interface InputError {
  readonly path: string
  readonly line?: number
  readonly column?: number
  /** The same place as a stretch of the text. */
  readonly range?: Range
  readonly message: string
}

/** A problem of a configuration as such a line. */
export function inputErrorOf({ file, position, range, message }: FileProblem): InputError {
  return { path: file, line: position.line + 1, column: position.column + 1, range, message }
}

/** A path as names are written everywhere in Concord: with forward slashes. */
export function nameOf(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/')
}
