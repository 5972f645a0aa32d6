import type { Path } from '../language/path.ts'

/** Something in a configuration that names other files, and those that it names. */
export interface ConfigLead {
  /** The configuration. */
  readonly file: string
  /** The way to the name in it, and the name as it is written. */
  readonly path: Path
  readonly name: string
  readonly to: readonly string[]
}
