/** A file that the generator writes; its path is relative to the project. */
export interface Output {
  readonly path: string
  readonly content: string
  /** Whether the file is kept out of git and made anew wherever it is needed. */
  readonly uncommitted?: true
}
