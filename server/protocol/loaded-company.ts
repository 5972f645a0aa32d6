import { Checker } from '../checker/checker.ts'
import { configuredSettings } from '../checker/configured.ts'
import type { Finding } from '../checker/finding.ts'
import type { Settings } from '../checker/settings.ts'
import { ConfigChain, type PlacedConfig } from '../config/config-chain.ts'
import { configFileName, configSchemaFile, customRulesSchemaFile } from '../config/config-file.ts'
import type { ConfigLead } from '../config/config-lead.ts'
import type { Company } from '../features/place.ts'
import { isForeign } from '../hosts/foreign-folders.ts'
import type { FoundBaseline } from '../hosts/policy-folders.ts'
import type { PolicyFile } from '../language/policy-file.ts'
import { type Counts, countsOf } from '../reports/report.ts'
import { rules } from '../rules/generated/registry.ts'
import type { Rule } from '../rules/rule.ts'
import { Workspace } from '../workspace/workspace.ts'
import { isIn } from './uris.ts'

/** Where a company lies and what holds for it, as a search of the folders found it. */
export interface Layout {
  /** The folder that holds everything of the company, or the one file or document that it consists of. */
  readonly base: string
  readonly configs: readonly PlacedConfig[]
  readonly baseline: FoundBaseline | undefined
  /** The company's own rules. */
  readonly customRules: readonly Rule[]
  /** The files that hold them. */
  readonly ruleFiles: ReadonlySet<string>
  /** What the configurations name that are other files. */
  readonly leads: readonly ConfigLead[]
  readonly files: ReadonlySet<string>
  /** The folders and files that the editor shows; findings elsewhere are not reported. */
  readonly asked: ReadonlySet<string>
}

const none: readonly Finding[] = []

/** What the configurations say, without the waivers: those judge nothing. */
function settingsOf({ configs }: Layout): string {
  return JSON.stringify(configs.map(({ folder, config: { waivers: _, ...settings } }) => [folder, settings]))
}

/** A company as the server holds it: read, judged, and kept up to date with every change. */
export class LoadedCompany implements Company {
  readonly workspace: Workspace
  checker: Checker
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
  #inBaseline = 0
  #ruler: object = {}
  #counts: Counts = { error: 0, warning: 0, info: 0 }

  constructor(layout: Layout, today: string, textOf: (file: string) => string | undefined) {
    this.#layout = layout
    this.#chain = new ConfigChain(layout.configs)
    this.#settings = configuredSettings(this.#chain)
    this.textOf = textOf
    this.workspace = new Workspace(today)
    this.checker = this.checkerOver(this.workspace)
    for (const file of layout.files) this.unread.add(file)
  }

  /** A checker of other policies by the same rules, settings, waivers and baseline. */
  checkerOver(workspace: Workspace): Checker {
    const checker = new Checker(workspace, this.rules, this.#settings)
    checker.waivers = this.#chain.waivers
    checker.baseline = this.#layout.baseline?.entries
    return checker
  }

  /** Another object whenever it is judged by something else: rules, settings, waivers or a baseline. */
  get ruler(): object {
    return this.#ruler
  }

  /** Concord's own rules, and those of the company. */
  get rules(): readonly Rule[] {
    const { customRules } = this.#layout
    return customRules.length === 0 ? rules : [...rules, ...customRules]
  }

  configSchemaOf(file: string): string | undefined {
    if (file.endsWith(`/${configFileName}`)) return configSchemaFile
    if (this.#layout.ruleFiles.has(file)) return customRulesSchemaFile
    return this.#layout.configs.some((config) => config.file === file) ? configSchemaFile : undefined
  }

  leadsFrom(file: string): readonly ConfigLead[] {
    return this.#layout.leads.filter((lead) => lead.file === file)
  }

  configAbove(file: string): string | undefined {
    const above = this.#chain.configs.filter(({ folder }) => file.startsWith(folder))
    return above.findLast((config) => config.file === config.folder + configFileName)?.file
  }

  get base(): string {
    return this.#layout.base
  }

  /** The file of the baseline, whether there is one or not. */
  get baselineFile(): string | undefined {
    return this.#layout.baseline?.file
  }

  /** How many findings the baseline held back when everything was judged last. */
  get inBaseline(): number {
    return this.#inBaseline
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
    if (JSON.stringify(before.baseline) !== JSON.stringify(layout.baseline)) {
      this.checker.baseline = layout.baseline?.entries
      this.#judgedAt = undefined
      this.#ruler = {}
    }
    const hasOtherRules = before.customRules !== layout.customRules
    if (JSON.stringify(before.configs) === JSON.stringify(layout.configs) && !hasOtherRules) return
    this.#ruler = {}
    this.#chain = new ConfigChain(layout.configs)
    this.checker.waivers = this.#chain.waivers
    this.#judgedAt = undefined
    if (settingsOf(before) === settingsOf(layout) && !hasOtherRules) return
    this.#settings = configuredSettings(this.#chain)
    if (!hasOtherRules) this.checker.settings = this.#settings
    else this.checker = this.checkerOver(this.workspace)
  }

  /** Whether a file that was not there when the folders were searched belongs to this company. */
  covers(name: string): boolean {
    const { base, asked } = this.#layout
    if (!isIn(name, base) && !asked.has(name)) return false
    return !isForeign(name.slice(base.length)) && !this.#chain.ignores(name)
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
    if (!this.judged) return
    this.#counts = countsOf([...this.findings.values()].flat())
    const known = this.checker
      .setAside()
      .filter(({ by, finding }) => by === 'baseline' && this.shows(finding.place.file))
    this.#inBaseline = known.length
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
    if (!this.shows(name)) return undefined
    if (!name.endsWith(`/${configFileName}`)) return this.checker.findingsIn(name)
    // What is wrong with waivers is known when everything is judged; nobody waits for it.
    return this.judged ? this.checker.waiverFindingsIn(name) : none
  }

  get #showsAll(): boolean {
    return this.#layout.asked.has(this.#layout.base)
  }
}
