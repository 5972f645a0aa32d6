import type { PolicyFile } from '../language/policy-file.ts'
import type { Rule } from '../rules/rule.ts'
import type { Workspace, WorkspaceFile } from '../workspace/workspace.ts'
import type { Finding } from './finding.ts'
import { barrierFinding, failureFinding, problemFinding } from './findings.ts'
import type { Judgements } from './judgement.ts'
import type { Settings } from './settings.ts'

/** The findings of one file, and everything that they were made of: while that is the same, so are they. */
interface Shown {
  readonly content: PolicyFile
  readonly settings: Settings
  readonly judgements: readonly Judgements[]
  /** Other files that findings point into: when they change, their lines move. */
  readonly others: readonly OtherFile[]
  readonly findings: readonly Finding[]
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
  #shown: ReadonlyMap<string, Shown> = new Map()
  #byFile: ReadonlyMap<string, readonly Finding[]> = new Map()

  constructor(workspace: Workspace, rules: readonly Rule[]) {
    this.#workspace = workspace
    this.#rules = new Map(rules.map((rule) => [rule.id, rule]))
  }

  /** The findings of each file that has any, in the order of files and places. A file's list stays the same object while nothing about it changes. */
  byFile(
    settings: Settings,
    judgementsOf: (file: WorkspaceFile) => readonly Judgements[],
  ): ReadonlyMap<string, readonly Finding[]> {
    const shown = new Map<string, Shown>()
    let same = true
    for (const file of this.#workspace.files) {
      const judgements = judgementsOf(file)
      const before = this.#shown.get(file.name)
      const now =
        before !== undefined && this.#holds(before, file, settings, judgements)
          ? before
          : this.#show(file, settings, judgements)
      shown.set(file.name, now)
      same &&= now === before
    }
    if (same && shown.size === this.#shown.size) return this.#byFile
    this.#shown = shown
    this.#byFile = withDistinctFingerprints(shown, this.#byFile)
    return this.#byFile
  }

  #holds(shown: Shown, file: WorkspaceFile, settings: Settings, judgements: readonly Judgements[]): boolean {
    return (
      shown.content === file.content &&
      shown.settings === settings &&
      sameItems(shown.judgements, judgements) &&
      shown.others.every(({ name, content }) => this.#workspace.file(name)?.content === content)
    )
  }

  #show({ name, content }: WorkspaceFile, settings: Settings, judgements: readonly Judgements[]): Shown {
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
    const names = new Set(findings.flatMap(({ related }) => related.map(({ file }) => file)))
    names.delete(name)
    const others = [...names].map((other) => ({ name: other, content: this.#workspace.file(other)?.content }))
    return { content, settings, judgements, others, findings: findings.sort(byPlace) }
  }
}

/** Findings that nothing tells apart get a number, so that a fingerprint stands for one finding only. */
function withDistinctFingerprints(
  shown: ReadonlyMap<string, Shown>,
  before: ReadonlyMap<string, readonly Finding[]>,
): ReadonlyMap<string, readonly Finding[]> {
  const seen = new Map<string, number>()
  const byFile = new Map<string, readonly Finding[]>()
  for (const [file, { findings }] of shown) {
    if (findings.length === 0) continue
    const told = findings.map((finding) => {
      const nth = (seen.get(finding.fingerprint) ?? 0) + 1
      seen.set(finding.fingerprint, nth)
      return nth === 1 ? finding : numbered(finding, nth)
    })
    const known = before.get(file)
    byFile.set(file, known !== undefined && sameItems(known, told) ? known : told)
  }
  return byFile
}

const numberedFindings = new WeakMap<Finding, Finding>()

function numbered(finding: Finding, nth: number): Finding {
  const fingerprint = `${finding.fingerprint}#${nth}`
  const known = numberedFindings.get(finding)
  if (known?.fingerprint === fingerprint) return known
  const made = { ...finding, fingerprint }
  numberedFindings.set(finding, made)
  return made
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
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
