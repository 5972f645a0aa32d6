import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals-core'
import { interdependenceOf } from '../rules/interdependence.ts'
import type { Rule, Severity } from '../rules/rule.ts'
import type { PolicyEntry } from '../workspace/policy-entry.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { Finding } from './finding.ts'
import { barrierFinding, failureFinding, problemFinding, severityOf, withDistinctFingerprints } from './findings.ts'
import { type Judgement, judge } from './judgement.ts'
import type { Settings } from './settings.ts'

/** What the checker ran since it was last asked: for tests that prove that nothing ran in vain. */
export interface Run {
  readonly rule: string
  readonly policy: string
}

/**
 * Judges every policy of a workspace by every rule. Each pair of rule and policy is one unit that remembers what it read:
 * after a change only the units that read something changed run again, and the result is that of a check from scratch.
 */
export class Checker {
  readonly #workspace: Workspace
  readonly #rules: readonly Rule[]
  readonly #settings: Signal<Settings>
  #units = new Map<string, ReadonlySignal<readonly Judgement[]>>()
  #settingsOfUnits: Settings | undefined
  readonly #all: ReadonlySignal<readonly Judgement[]>
  readonly #onRun: ((run: Run) => void) | undefined

  constructor(workspace: Workspace, rules: readonly Rule[], settings: Settings, onRun?: (run: Run) => void) {
    this.#workspace = workspace
    this.#rules = rules
    this.#settings = signal(settings)
    this.#onRun = onRun
    this.#all = computed(() => this.#judgeAll())
  }

  set settings(settings: Settings) {
    this.#settings.value = settings
  }

  /** Keeps the results up to date from now on, instead of on demand; returns what ends it. */
  follow(): () => void {
    return effect(() => {
      this.#all.value
    })
  }

  /** Every judgement that holds now: also what passed, for the scorecard. */
  get judgements(): readonly Judgement[] {
    return this.#all.value
  }

  /** Every finding that holds now, in the order of files and places. */
  findings(): readonly Finding[] {
    const settings = this.#settings.peek()
    const findings: Finding[] = []
    for (const { name, content } of this.#workspace.files) {
      for (const document of content.documents) {
        for (const problem of document.problems) {
          const rule = this.#rules.find(({ id }) => id === problem.rule)
          const severity = rule === undefined ? undefined : settings.forFile(name).severity(rule)
          if (rule !== undefined && severity !== 'off')
            findings.push(problemFinding(problem, rule, severity, name, content, document))
        }
      }
    }
    for (const judgement of this.judgements) {
      if (judgement.failure !== undefined) findings.push(failureFinding(judgement, this.#workspace))
      for (const barrier of judgement.barriers) {
        const configured = settings.forFile(judgement.entry.file).severity(judgement.rule)
        if (configured !== 'off') findings.push(barrierFinding(judgement, barrier, configured, this.#workspace))
      }
    }
    return withDistinctFingerprints(findings.sort(byPlace))
  }

  /** Every judgement with the severity that its rule has for its policy. */
  weighed(): readonly { readonly judgement: Judgement; readonly severity: Severity }[] {
    const settings = this.#settings.peek()
    return this.judgements.map((judgement) => {
      const { rule, entry } = judgement
      const configured = settings.forFile(entry.file).severity(rule)
      const policy = this.#workspace.policyOf(entry)
      const own = policy === undefined ? undefined : severityOf(rule, interdependenceOf(policy, this.#workspace))
      return { judgement, severity: configured === undefined || configured === 'off' ? (own ?? 'error') : configured }
    })
  }

  #judgeAll(): readonly Judgement[] {
    const settings = this.#settings.value
    const units = new Map<string, ReadonlySignal<readonly Judgement[]>>()
    const judgements: Judgement[] = []
    for (const entry of this.#workspace.entries) {
      const known = this.#settingsOfUnits === settings ? this.#units.get(entry.id) : undefined
      const unit = known ?? this.#unit(entry, settings)
      units.set(entry.id, unit)
      judgements.push(...unit.value)
    }
    this.#units = units
    this.#settingsOfUnits = settings
    return judgements
  }

  #unit(entry: PolicyEntry, settings: Settings): ReadonlySignal<readonly Judgement[]> {
    const inForce = settings.forFile(entry.file)
    const rules = this.#rules.filter(
      (rule) =>
        rule.run !== undefined &&
        (rule.kinds === undefined || rule.kinds.includes(entry.kind)) &&
        inForce.severity(rule) !== 'off',
    )
    const each = rules.map((rule) =>
      computed(() => {
        this.#onRun?.({ rule: rule.id, policy: `${entry.kind}/${entry.name}` })
        return judge(rule, entry, this.#workspace, settings)
      }),
    )
    return computed(() => each.map((unit) => unit.value))
  }
}

function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.place.file, b.place.file) ||
    a.place.range.start - b.place.range.start ||
    a.place.range.end - b.place.range.end ||
    compare(a.rule, b.rule) ||
    compare(a.fingerprint, b.fingerprint)
  )
}

/** By code units, the same on every machine and in every language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
