import type { Path } from '../language/path.ts'
import type { Range } from '../language/range.ts'

/** Something that may be written at a cursor, as the text around it says; what fits there, the schema says. */
export interface Spot {
  /**
   * - `key`: a key of the mapping at `path`.
   * - `value`: the value at `path`, behind its key's colon or inside brackets.
   * - `start`: the first of the value at `path`, on a line of its own or behind a list mark: a key, a list mark or a plain value.
   */
  readonly at: 'key' | 'value' | 'start'
  readonly path: Path
  /** What is written there already, in one line. */
  readonly replace: Range
  /** The keys that the mapping has besides. */
  readonly taken: ReadonlySet<string>
  /** Whether a colon follows the key already. */
  readonly hasColon: boolean
  /** Whether a space is still missing in front. */
  readonly isClose: boolean
  /** Whether a comma is still missing behind. */
  readonly needsComma: boolean
  /** Whether what stands at the same level says that this is a list or a mapping. */
  readonly beside: 'keys' | 'items' | undefined
  readonly layout: Layout
}

export interface Layout {
  readonly style: 'block' | 'flow' | 'json'
  /** Columns from the line's first character to the entry being written: what stands on the following lines is indented by as much. */
  readonly offset: number
}
