import type { Option } from './rule.ts'

type Convention = Option & { readonly default: number; readonly convention: true }

/** The values that a setting may have. */
interface Range {
  readonly minimum: number
  readonly maximum?: number
}

/** A setting for a threshold that no science settles: its usual value, what it may be, and what it means. */
export function convention(usual: number, range: Range, words: Pick<Option, 'title' | 'description'>): Convention {
  return { default: usual, convention: true, ...words, ...range }
}

export function atLeast(minimum: number): Range {
  return { minimum }
}

export function between(minimum: number, maximum: number): Range {
  return { minimum, maximum }
}
