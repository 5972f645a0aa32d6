import { Uri } from 'vscode'
import { builtPages } from './packed.ts'

/** Every page by its path under docs/: `rules/performance/zero-sum-pool.md`, `evidence.md`. */
export type Pages = ReadonlyMap<string, string>

/** The pages that the extension brings along, read when the first one is wanted. */
export class RulePageStore {
  readonly #programs: Uri
  #pages: Promise<Pages> | undefined

  constructor(extension: Uri) {
    this.#programs = Uri.joinPath(extension, 'dist')
  }

  pages(): Promise<Pages> {
    this.#pages ??= this.#read()
    return this.#pages
  }

  async #read(): Promise<Pages> {
    return new Map(Object.entries(await builtPages(this.#programs)))
  }
}
