import type { PolicyFile } from '../language/policy-file.ts'
import type { Rule } from '../rules/rule.ts'
import type { Workspace, WorkspaceFile } from '../workspace/workspace.ts'
import type { Finding } from './finding.ts'
import { barrierFinding, failureFinding, problemFinding } from './findings.ts'
import type { Judgements } from './judgement.ts'
import type { Waived } from './set-aside.ts'
import { suppress } from './setting-aside.ts'
import type { FileSettings, Settings } from './settings.ts'

/** The findings of one file, and everything that they were made of: while that is the same, so are they. */
export interface Shown {
  readonly content: PolicyFile
  readonly settings: Settings
  readonly judgements: readonly Judgements[]
  readonly today: string
  /** Other files that findings point into: when they change, their lines move. */
  readonly others: readonly OtherFile[]
  /** In the order of places, each with a fingerprint that no other of the file has. */
  readonly findings: readonly Finding[]
  /** In the order of places. */
  readonly setAside: readonly Waived[]
}

interface OtherFile {
  readonly name: string
  readonly content: PolicyFile | undefined
}

/**
 * Judgements as findings with their places, file by file. Only files whose text, judgements or related files have changed are looked
 * at again, so that an edit costs the same in a large workspace as in a small one.
 */
export class ShownFindings {
  readonly #workspace: Workspace
  readonly #rules: ReadonlyMap<string, Rule>
  readonly #ids: ReadonlySet<string>
  readonly #shown = new Map<string, Shown>()

  constructor(workspace: Workspace, rules: readonly Rule[]) {
    this.#workspace = workspace
    this.#rules = new Map(rules.map((rule) => [rule.id, rule]))
    this.#ids = new Set(this.#rules.keys())
  }

  /** What is shown of a file. It stays the same object while nothing about it changes. */
  of(file: WorkspaceFile, settings: Settings, judgements: readonly Judgements[]): Shown {
    const before = this.#shown.get(file.name)
    if (before !== undefined && this.#holds(before, file, settings, judgements)) return before
    const now = this.#show(file, settings, judgements)
    this.#shown.set(file.name, now)
    if (this.#shown.size > this.#workspace.files.length) this.#forgetRemoved()
    return now
  }

  #forgetRemoved(): void {
    for (const name of this.#shown.keys()) if (this.#workspace.file(name) === undefined) this.#shown.delete(name)
  }

  #holds(shown: Shown, file: WorkspaceFile, settings: Settings, judgements: readonly Judgements[]): boolean {
    return (
      shown.content === file.content &&
      shown.settings === settings &&
      shown.today === this.#workspace.today &&
      sameItems(shown.judgements, judgements) &&
      shown.others.every(({ name, content }) => this.#workspace.file(name)?.content === content)
    )
  }

  #show(file: WorkspaceFile, settings: Settings, judgements: readonly Judgements[]): Shown {
    const { name, content } = file
    const inForce = settings.forFile(name)
    const findings: Finding[] = []
    for (const document of content.documents) {
      for (const problem of document.problems) {
        const rule = this.#rules.get(problem.rule)
        const severity = rule === undefined ? undefined : inForce.severity(rule)
        if (rule !== undefined && severity !== 'off')
          findings.push(problemFinding(problem, rule, severity, name, content, document))
      }
    }
    for (const { of, policy, interdependence } of judgements) {
      for (const judgement of of) {
        if (judgement.failure !== undefined) findings.push(failureFinding(judgement, this.#workspace))
        const severity = inForce.severity(judgement.rule)
        if (severity === 'off') continue
        for (const barrier of judgement.barriers)
          findings.push(barrierFinding(judgement, barrier, severity, policy, interdependence, this.#workspace))
      }
    }
    const { left, setAside } = this.#withoutSuppressed(findings, file, inForce, judgements)
    const names = new Set(findings.flatMap(({ related }) => related.map(({ file }) => file)))
    names.delete(name)
    const others = [...names].map((other) => ({ name: other, content: this.#workspace.file(other)?.content }))
    const { today } = this.#workspace
    return {
      content,
      settings,
      judgements,
      today,
      others,
      findings: withDistinctFingerprints(left.sort(byPlace)),
      setAside: setAside.sort(byFindingPlace),
    }
  }

  /** Takes out what comments suppress, and adds what is wrong with the comments. */
  #withoutSuppressed(
    findings: Finding[],
    { name, content, entries }: WorkspaceFile,
    inForce: FileSettings,
    judgements: readonly Judgements[],
  ): { readonly left: Finding[]; readonly setAside: Waived[] } {
    if (content.documents.every(({ suppressions }) => suppressions.length === 0))
      return { left: findings, setAside: [] }
    let left: readonly Finding[] = findings
    const setAside: Waived[] = []
    const problems: Finding[] = []
    for (const document of content.documents) {
      const entry = entries.find((entry) => entry.document === document)
      // A policy that is not read whole is not judged whole.
      const isWhole = document.problems.every(({ rule }) => rule === 'language/person-named')
      const isJudged = isWhole && entry !== undefined && this.#workspace.policyOf(entry) !== undefined
      const parted = suppress(left, document.suppressions, {
        today: this.#workspace.today,
        rules: this.#ids,
        noticeDays: this.#noticeDays(inForce),
        isJudged: ({ rule: id }) => {
          const rule = this.#rules.get(id)
          const failed = judgements.some(({ of }) =>
            of.some(({ rule, entry: judged, failure }) => rule.id === id && judged === entry && failure !== undefined),
          )
          return isJudged && !failed && rule !== undefined && inForce.severity(rule) !== 'off'
        },
      })
      left = parted.findings
      setAside.push(...parted.setAside)
      for (const problem of parted.problems) {
        const rule = this.#rules.get(problem.rule)
        const severity = rule === undefined ? undefined : inForce.severity(rule)
        if (rule !== undefined && severity !== 'off')
          problems.push(problemFinding(problem, rule, severity, name, content, document))
      }
    }
    return { left: [...left, ...problems], setAside }
  }

  #noticeDays(inForce: FileSettings): number {
    const rule = this.#rules.get('language/suppression-expiring')
    const days =
      rule === undefined ? undefined : (inForce.options(rule)['withinDays'] ?? rule.options['withinDays']?.default)
    return typeof days === 'number' ? days : 0
  }
}

/** Findings that nothing tells apart get a number, so that a fingerprint stands for one finding only. */
export function withDistinctFingerprints(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const [told = ''] = finding.fingerprint.split('#', 1)
    const nth = (seen.get(told) ?? 0) + 1
    seen.set(told, nth)
    const fingerprint = nth === 1 ? told : `${told}#${nth}`
    return fingerprint === finding.fingerprint ? finding : { ...finding, fingerprint }
  })
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}

function byFindingPlace(a: Waived, b: Waived): number {
  return byPlace(a.finding, b.finding)
}

function byPlace(a: Finding, b: Finding): number {
  return (
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
