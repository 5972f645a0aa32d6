import type { Found, PolicyFolder } from '../hosts/policy-folders.ts'
import type { Rule } from '../rules/rule.ts'
import { type Layout, LoadedCompany } from './loaded-company.ts'
import { isIn } from './uris.ts'

/** The companies of all folders and of the documents outside them. A file belongs to one of them at most. */
export class Companies {
  readonly #byBase = new Map<string, LoadedCompany>()
  readonly #textOf: (file: string) => string | undefined

  constructor(textOf: (file: string) => string | undefined) {
    this.#textOf = textOf
  }

  *[Symbol.iterator](): Generator<LoadedCompany> {
    yield* this.#byBase.values()
  }

  has(company: LoadedCompany): boolean {
    return this.#byBase.get(company.base) === company
  }

  /** The company that a file is part of, or would be part of if it were saved where it says. */
  of(name: string): LoadedCompany | undefined {
    let found: LoadedCompany | undefined
    for (const company of this) {
      if (company.files.has(name)) return company
      if (company.covers(name) && company.base.length > (found?.base.length ?? -1)) found = company
    }
    return found
  }

  /** Takes over what a search found: keeps the companies that are still there, with everything that is known of them. */
  arrange(layouts: readonly Layout[], today: string): void {
    const bases = new Set(layouts.map(({ base }) => base))
    for (const base of this.#byBase.keys()) if (!bases.has(base)) this.#byBase.delete(base)
    for (const layout of layouts) {
      const known = this.#byBase.get(layout.base)
      if (known !== undefined) known.layout = layout
      else this.#byBase.set(layout.base, new LoadedCompany(layout, today, this.#textOf))
    }
  }
}

/** What a search found, as layouts in which no file stands twice: of two folders that hold it, the inner one counts. */
export function layoutsOf(
  { folders, ruleFiles, leads }: Pick<Found, 'folders' | 'ruleFiles' | 'leads'>,
  rulesOf: (folder: PolicyFolder) => readonly Rule[],
): readonly Layout[] {
  const layouts = folders.map((folder) => ({
    base: folder.root ?? '',
    configs: folder.configs,
    customRules: rulesOf(folder),
    ruleFiles,
    leads,
    baseline: folder.baseline,
    files: new Set(folder.files),
    asked: folder.asked,
  }))
  return layouts.map((layout) => {
    const inner = layouts.filter((other) => other !== layout && isIn(other.base, layout.base))
    if (inner.length === 0) return layout
    return {
      ...layout,
      files: new Set([...layout.files].filter((file) => !inner.some(({ files }) => files.has(file)))),
    }
  })
}

/** A document that is no file: a company of its own. */
export function layoutOfDocument(name: string): Layout {
  return {
    base: name,
    configs: [],
    customRules: [],
    ruleFiles: new Set(),
    leads: [],
    baseline: undefined,
    files: new Set([name]),
    asked: new Set([name]),
  }
}
