import type { PlacedWaiver } from '../config/config-chain.ts'
import type { Kind } from '../language/policy-file.ts'
import { type DeclaredInterdependence, interdependenceOf } from '../rules/interdependence.ts'
import type { Rule, Severity } from '../rules/rule.ts'
import type { PolicyEntry } from '../workspace/policy-entry.ts'
import type { Readable } from '../workspace/tracking.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { Baseline, BaselineEntry } from './baseline.ts'
import { Baselined, type Split } from './baselined.ts'
import type { StatedExemption } from './exemption.ts'
import type { Finding } from './finding.ts'
import { severityOf } from './findings.ts'
import { type Judgement, type Judgements, judge } from './judgement.ts'
import type { SetAside } from './set-aside.ts'
import type { Settings } from './settings.ts'
import { type Shown, ShownFindings, withDistinctFingerprints } from './shown-findings.ts'
import { type WaiverExemption, waiverExemption } from './waiver-exemption.ts'
import { noWaivers, type WaiverStates, waiverStates } from './waiver-states.ts'

/** What the checker ran since it was last asked: for tests that prove that nothing ran in vain. */
export interface Run {
  readonly rule: string
  readonly policy: string
}

type Units = ReadonlyMap<PolicyEntry, Readable<Judgements>>

const none: readonly Finding[] = []

const noneSetAside: readonly SetAside[] = []

const undeclared: DeclaredInterdependence = { degree: undefined, from: 'nowhere' }

const noJudgements: Judgements = { of: [], policy: undefined, interdependence: undeclared }

/** A judgement with the severity that its barriers have, or would have had, where they do not say it themselves. */
export interface WeighedJudgement {
  readonly judgement: Judgement
  readonly severity: Severity
}

/**
 * Judges every policy of a workspace by every rule. Each pair of rule and policy is one unit that remembers what it read. Nothing is
 * judged before somebody asks; then only the units run again that are needed for the answer and read something that has changed,
 * and the result is that of a check from scratch.
 */
export class Checker {
  readonly #workspace: Workspace
  readonly #rules: readonly Rule[]
  readonly #byKind = new Map<Kind, readonly Rule[]>()
  #settings: Settings
  #units: Units = new Map()
  #unitsAreFor: { readonly settings: Settings; readonly entries: readonly PolicyEntry[] } | undefined
  readonly #shown: ShownFindings
  #waivers:
    | {
        readonly changes: number
        readonly settings: Settings
        readonly waivers: readonly WaiverExemption[]
        readonly states: WaiverStates
      }
    | undefined
  #baselined: Baselined | undefined
  readonly #onRun: ((run: Run) => void) | undefined

  constructor(workspace: Workspace, rules: readonly Rule[], settings: Settings, onRun?: (run: Run) => void) {
    this.#workspace = workspace
    this.#rules = rules
    this.#settings = settings
    this.#onRun = onRun
    this.#shown = new ShownFindings(workspace, rules)
  }

  set settings(settings: Settings) {
    this.#settings = settings
  }

  set waivers(waivers: readonly PlacedWaiver[]) {
    this.#shown.waivers = waivers.map(waiverExemption)
  }

  /** What was there before; undefined for nothing. */
  set baseline(baseline: Baseline | undefined) {
    this.#baselined = baseline === undefined ? undefined : new Baselined(baseline, this.#workspace)
  }

  /** Every judgement that holds now, also of what passed. */
  get judgements(): readonly Judgement[] {
    return [...this.#unitsOfEntries().values()].flatMap((unit) => unit.value.of)
  }

  /** Every finding that holds now, in the order of files and places, each with a fingerprint of its own. */
  findings(): readonly Finding[] {
    return withDistinctFingerprints([...this.findingsByFile().values()].flat())
  }

  /** The findings of each file that has any. A file's list stays the same object while nothing about it changes. */
  findingsByFile(): ReadonlyMap<string, readonly Finding[]> {
    const byFile = new Map<string, readonly Finding[]>()
    for (const { name } of this.#workspace.files) {
      const findings = this.findingsIn(name)
      if (findings.length > 0) byFile.set(name, findings)
    }
    for (const [config, findings] of this.#waiverStates().findings) byFile.set(config, findings)
    return byFile
  }

  /** The findings of one file; no policy of another one is judged for it. The list stays the same object while nothing about it changes. */
  findingsIn(name: string): readonly Finding[] {
    const shown = this.#shownIn(name)
    return shown === undefined ? none : this.#splitOf(name, shown).left
  }

  /** The findings that are set aside now, in the order of files and places. */
  setAside(): readonly SetAside[] {
    return this.#workspace.files.flatMap(({ name }) => this.setAsideIn(name))
  }

  /** The same of one file. */
  setAsideIn(name: string): readonly SetAside[] {
    const shown = this.#shownIn(name)
    if (shown === undefined) return noneSetAside
    const { setAside } = this.#splitOf(name, shown)
    return setAside.length === 0 ? shown.setAside : [...shown.setAside, ...setAside]
  }

  /** The entries of the baseline whose findings are gone. Every policy is judged for it. */
  goneFromBaseline(): readonly BaselineEntry[] {
    return this.#baselined?.gone(this.#workspace.files.flatMap(({ name }) => this.#shownIn(name) ?? [])) ?? []
  }

  /** Every comment and waiver, with what has become of it: the comments by files and places, then the waivers. */
  exemptions(): readonly StatedExemption[] {
    const comments = this.#workspace.files.flatMap(({ name }) => this.#shownIn(name)?.comments ?? [])
    return [...comments, ...this.#waiverStates().stated]
  }

  /** What is wrong with the waivers of a configuration. Every policy is judged for it. */
  waiverFindingsIn(config: string): readonly Finding[] {
    return this.#waiverStates().findings.get(config) ?? none
  }

  /**
   * Judges what is not judged yet, one policy at a time, for whoever wants to do something else in between. Whether it is asked to
   * the end or not makes no difference to any result.
   */
  *steps(): Generator<void> {
    const units = this.#unitsOfEntries()
    for (const { name, entries } of this.#workspace.files) {
      for (const entry of entries) {
        units.get(entry)?.value
        yield
      }
      this.findingsIn(name)
      yield
    }
  }

  /** Every judgement with the severity that its rule has for its policy, also of what passed. */
  weighed(): readonly WeighedJudgement[] {
    return this.#weighed(this.#workspace.entries)
  }

  /** The same of the policies of one file. */
  weighedIn(name: string): readonly WeighedJudgement[] {
    return this.#weighed(this.#workspace.file(name)?.entries ?? [])
  }

  #weighed(entries: readonly PolicyEntry[]): readonly WeighedJudgement[] {
    const units = this.#unitsOfEntries()
    return entries.flatMap((entry) => {
      const { of, policy, interdependence } = units.get(entry)?.value ?? noJudgements
      const inForce = this.#settings.forFile(entry.file)
      return of.map((judgement) => {
        const configured = inForce.severity(judgement.rule)
        const own = policy === undefined ? 'error' : severityOf(judgement.rule, interdependence)
        return { judgement, severity: configured === undefined || configured === 'off' ? own : configured }
      })
    })
  }

  #splitOf(name: string, shown: Shown): Split {
    return this.#baselined?.of(name, shown, (file) => this.#shownIn(file)) ?? { left: shown.findings, setAside: [] }
  }

  #shownIn(name: string): Shown | undefined {
    const file = this.#workspace.file(name)
    if (file === undefined) return undefined
    const units = this.#unitsOfEntries()
    const judgements = file.entries.flatMap((entry) => units.get(entry)?.value ?? [])
    return this.#shown.of(file, this.#settings, judgements)
  }

  /** Waivers are about several files, so that what has become of them is known when every policy is judged. */
  #waiverStates(): WaiverStates {
    const { waivers } = this.#shown
    if (waivers.length === 0) return noWaivers
    const [changes, settings] = [this.#workspace.changes, this.#settings]
    const known = this.#waivers
    if (known?.changes === changes && known.settings === settings && known.waivers === waivers) return known.states
    const shown = this.#workspace.files.flatMap(({ name }) => this.#shownIn(name) ?? [])
    const states = waiverStates(waivers, shown, {
      workspace: this.#workspace,
      settings,
      rules: this.#shown.rules,
      findingsIn: (name) => this.findingsIn(name),
    })
    this.#waivers = { changes, settings, waivers, states }
    return states
  }

  #unitsOfEntries(): Units {
    const settings = this.#settings
    const { entries } = this.#workspace
    if (this.#unitsAreFor?.settings === settings && this.#unitsAreFor.entries === entries) return this.#units
    const known: Units = this.#unitsAreFor?.settings === settings ? this.#units : new Map()
    this.#units = new Map(entries.map((entry) => [entry, known.get(entry) ?? this.#unit(entry, settings)]))
    this.#unitsAreFor = { settings, entries }
    return this.#units
  }

  /** The rules that judge policies of a kind. */
  #rulesFor(kind: Kind): readonly Rule[] {
    let rules = this.#byKind.get(kind)
    if (rules === undefined) {
      rules = this.#rules.filter(({ run, kinds }) => run !== undefined && (kinds === undefined || kinds.includes(kind)))
      this.#byKind.set(kind, rules)
    }
    return rules
  }

  #unit(entry: PolicyEntry, settings: Settings): Readable<Judgements> {
    const inForce = settings.forFile(entry.file)
    const rules = this.#rulesFor(entry.kind).filter((rule) => inForce.severity(rule) !== 'off')
    const { tracking } = this.#workspace
    const judgements = tracking.each(rules, (rule) => {
      this.#onRun?.({ rule: rule.id, policy: `${entry.kind}/${entry.name}` })
      return judge(rule, entry, this.#workspace, settings)
    })
    return tracking.derived(() => {
      const of = judgements().filter((judgement) => judgement !== undefined)
      const policy = this.#workspace.policyOf(entry)
      const interdependence = policy === undefined ? undeclared : interdependenceOf(policy, this.#workspace)
      return { of, policy, interdependence }
    })
  }
}
