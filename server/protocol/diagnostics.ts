import equal from 'fast-deep-equal'
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver'
import { type Finding, messageOf } from '../checker/finding.ts'
import type { ConfigProblem } from '../config/config-file.ts'
import type { Rule, Severity } from '../rules/rule.ts'
import type { ClientAbilities } from './client-abilities.ts'
import type { Places } from './places.ts'
import { rulePage } from './rule-link.ts'
import type { Session } from './session.ts'

/** What is shown of one file, and an id that changes exactly when that does. */
export interface Shown {
  readonly id: string
  readonly items: readonly Diagnostic[]
}

interface Made extends Shown {
  readonly from: readonly unknown[]
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
}

const none: readonly Finding[] = []
const noRules: readonly Rule[] = []
const start = { line: 0, character: 0 }

/** Findings, and what is wrong with configurations, as diagnostics of files. */
export class Diagnostics {
  readonly #session: Session
  readonly #places: Places
  readonly #client: Pick<ClientAbilities, 'relatedPlaces' | 'links' | 'rulePageUri'>
  readonly #made = new Map<string, Made>()
  /** Tells the ids of this server from those of one that ran before. */
  readonly #run = Math.random().toString(36).slice(2, 8)
  #ids = 0

  constructor(
    session: Session,
    places: Places,
    client: Pick<ClientAbilities, 'relatedPlaces' | 'links' | 'rulePageUri'>,
  ) {
    this.#session = session
    this.#places = places
    this.#client = client
  }

  /** What is shown of a file now. Everything must be read. */
  of(name: string): Shown {
    const company = this.#session.companies.of(name)
    const findings = company?.findingsIn(name) ?? none
    return this.#shown(name, findings, company?.shows(name) === true ? company.unreadable.get(name) : undefined)
  }

  /** What is shown of every file that shows anything. */
  all(): ReadonlyMap<string, Shown> {
    const all = new Map<string, Shown>()
    const add = (name: string, findings: readonly Finding[], unreadable: string | undefined): void => {
      const shown = this.#shown(name, findings, unreadable)
      if (shown.items.length > 0) all.set(name, shown)
    }
    for (const company of this.#session.companies) {
      for (const [name, message] of company.unreadable) if (company.shows(name)) add(name, none, message)
      for (const [name, findings] of company.findings) add(name, findings, undefined)
    }
    for (const name of this.#session.configs.problems().keys()) add(name, none, undefined)
    for (const name of this.#made.keys()) if (!all.has(name)) this.#made.delete(name)
    return all
  }

  #shown(name: string, findings: readonly Finding[], unreadable: string | undefined): Shown {
    const rules = this.#session.companies.of(name)?.rules ?? noRules
    const problems = this.#session.configs.problemsOf(name)
    // Places in a configuration are those of its last text without a mistake.
    const placed = problems.length > 0 ? none : findings
    const before = this.#made.get(name)
    // Places are written as the client knows the documents: opening one may change how it is called.
    const from = [placed, unreadable, this.#session.openings, problems.length === 0 ? none : problems]
    if (before !== undefined && from.every((part, index) => part === before.from[index])) return before
    const items = [
      ...placed.map((finding) => this.#diagnostic(finding, rules)),
      ...problems.map((problem) => this.#configDiagnostic(name, problem)),
      ...(unreadable === undefined ? [] : [unreadableDiagnostic(unreadable)]),
    ]
    const made =
      before !== undefined && equal(before.items, items)
        ? { ...before, from }
        : { id: `${this.#run}-${items.length === 0 ? 0 : ++this.#ids}`, items, from }
    this.#made.set(name, made)
    return made
  }

  #diagnostic(finding: Finding, rules: readonly Rule[]): Diagnostic {
    const { rule, severity, place, related, fingerprint } = finding
    const page = this.#client.links ? rulePage(this.#client, rule, rules) : undefined
    return {
      range: this.#places.range(place.file, place.range),
      severity: severities[severity],
      code: rule,
      source: 'concord',
      message: messageOf(finding),
      data: { fingerprint },
      ...(page === undefined ? {} : { codeDescription: { href: page } }),
      ...(related.length === 0 || !this.#client.relatedPlaces
        ? {}
        : {
            relatedInformation: related.map((other) => ({
              location: this.#places.location(other),
              message: other.message,
            })),
          }),
    }
  }

  #configDiagnostic(name: string, { message, range }: ConfigProblem): Diagnostic {
    return {
      range: this.#places.range(name, range),
      severity: DiagnosticSeverity.Error,
      source: 'concord',
      message,
    }
  }
}

function unreadableDiagnostic(message: string): Diagnostic {
  return { range: { start, end: start }, severity: DiagnosticSeverity.Error, source: 'concord', message }
}
