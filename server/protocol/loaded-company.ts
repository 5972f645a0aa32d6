import { Checker } from '../checker/checker.ts'
import { configuredSettings } from '../checker/configured.ts'
import type { Finding } from '../checker/finding.ts'
import type { Settings } from '../checker/settings.ts'
import { ConfigChain, type PlacedConfig } from '../config/config-chain.ts'
import type { Company } from '../features/place.ts'
import type { PolicyFile } from '../language/policy-file.ts'
import { type Counts, countsOf } from '../reports/report.ts'
import { rules } from '../rules/generated/registry.ts'
import { Workspace } from '../workspace/workspace.ts'
import { isIn } from './uris.ts'

/** Where a company lies and what holds for it, as a search of the folders found it. */
export interface Layout {
  /** The folder that holds everything of the company, or the one file or document that it consists of. */
  readonly base: string
  readonly configs: readonly PlacedConfig[]
  readonly files: ReadonlySet<string>
  /** The folders and files that the editor shows; findings elsewhere are not reported. */
  readonly asked: ReadonlySet<string>
}

const foreignFolder = /\/(?:node_modules|\.git|\.hg|\.svn)\//

/** A company as the server holds it: read, judged, and kept up to date with every change. */
export class LoadedCompany implements Company {
  readonly workspace: Workspace
  readonly checker: Checker
  readonly textOf: (file: string) => string | undefined
  #layout: Layout
  #chain: ConfigChain
  #settings: Settings
  /** Files that the disk holds now and that were not read since. */
  readonly unread = new Set<string>()
  /** Files that could not be read, and why. */
  readonly unreadable = new Map<string, string>()
  /** The state of the workspace when every policy was judged last. */
  #judgedAt: number | undefined
  #counts: Counts = { error: 0, warning: 0, info: 0 }

  constructor(layout: Layout, today: string, textOf: (file: string) => string | undefined) {
    this.#layout = layout
    this.#chain = new ConfigChain(layout.configs)
    this.#settings = configuredSettings(this.#chain)
    this.textOf = textOf
    this.workspace = new Workspace(today)
    this.checker = new Checker(this.workspace, rules, this.#settings)
    for (const file of layout.files) this.unread.add(file)
  }

  get base(): string {
    return this.#layout.base
  }

  get settings(): Settings {
    return this.#settings
  }

  /** Files that a search found. */
  get files(): ReadonlySet<string> {
    return this.#layout.files
  }

  /** Takes over what a later search found: other files, another configuration. */
  set layout(layout: Layout) {
    const before = this.#layout
    this.#layout = layout
    for (const file of layout.files) if (!before.files.has(file)) this.unread.add(file)
    if (JSON.stringify(before.configs) === JSON.stringify(layout.configs)) return
    this.#chain = new ConfigChain(layout.configs)
    this.#settings = configuredSettings(this.#chain)
    this.checker.settings = this.#settings
    this.#judgedAt = undefined
  }

  /** Whether a file that was not there when the folders were searched belongs to this company. */
  covers(name: string): boolean {
    const { base, asked } = this.#layout
    if (!isIn(name, base) && !asked.has(name)) return false
    return !foreignFolder.test(name.slice(base.length)) && !this.#chain.ignores(name)
  }

  /** Whether findings in a file are shown. */
  shows(name: string): boolean {
    for (const asked of this.#layout.asked) if (isIn(name, asked)) return true
    return false
  }

  put(name: string, content: PolicyFile): void {
    this.unreadable.delete(name)
    if (content.documents.length > 0) this.workspace.replace(name, content)
    else this.remove(name)
  }

  remove(name: string): void {
    this.unreadable.delete(name)
    if (this.workspace.file(name) !== undefined) this.workspace.remove(name)
  }

  /** Whether every policy is judged as things are now. */
  get judged(): boolean {
    return this.#judgedAt === this.workspace.changes
  }

  /** Judges what is not judged yet, in small steps. Changes in between are for the next time. */
  *judge(): Generator<void> {
    const { changes } = this.workspace
    yield* this.checker.steps()
    this.#judgedAt = changes
    if (this.judged) this.#counts = countsOf([...this.findings.values()].flat())
  }

  /** How many findings were shown when everything was judged last. */
  get counts(): Counts {
    return this.#counts
  }

  /** The findings of each file that shows any. */
  get findings(): ReadonlyMap<string, readonly Finding[]> {
    const all = this.checker.findingsByFile()
    return this.#showsAll ? all : new Map([...all].filter(([name]) => this.shows(name)))
  }

  findingsIn(name: string): readonly Finding[] | undefined {
    return this.shows(name) ? this.checker.findingsIn(name) : undefined
  }

  get #showsAll(): boolean {
    return this.#layout.asked.has(this.#layout.base)
  }
}
