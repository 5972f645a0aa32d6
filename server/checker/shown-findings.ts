import { compareTexts } from '../language/compare-texts.ts'
import type { PolicyDocument, PolicyFile } from '../language/policy-file.ts'
import type { Problem } from '../language/problem.ts'
import type { Suppression } from '../language/suppressions.ts'
import type { Rule } from '../rules/rule.ts'
import type { Workspace, WorkspaceFile } from '../workspace/workspace.ts'
import { type CommentExemption, commentExemption } from './comment-exemption.ts'
import { type ExemptionState, exemptionProblem, type StatedExemption, stateOf } from './exemption.ts'
import type { Finding } from './finding.ts'
import { barrierFinding, failureFinding, filePlace, problemFinding } from './findings.ts'
import type { Judgements } from './judgement.ts'
import { noticeDays } from './notice-days.ts'
import type { Waived } from './set-aside.ts'
import { part } from './setting-aside.ts'
import type { FileSettings, Settings } from './settings.ts'
import { isWhole, type WaiverExemption } from './waiver-exemption.ts'

/** The findings of one file, and everything that they were made of: while that is the same, so are they. */
export interface Shown {
  readonly content: PolicyFile
  readonly settings: Settings
  readonly waivers: readonly WaiverExemption[]
  readonly judgements: readonly Judgements[]
  readonly today: string
  /** Other files that findings point into: when they change, their lines move. */
  readonly others: readonly OtherFile[]
  /** In the order of places, each with a fingerprint that no other of the file has. */
  readonly findings: readonly Finding[]
  /** In the order of places. */
  readonly setAside: readonly Waived[]
  /** The comments that set something aside, or were meant to. */
  readonly comments: readonly StatedExemption[]
  /** What each waiver that covers the file is about in it. */
  readonly waived: ReadonlyMap<WaiverExemption, readonly Finding[]>
}

const none: ReadonlyMap<WaiverExemption, readonly Finding[]> = new Map()

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
  readonly rules: ReadonlyMap<string, Rule>
  readonly #ids: ReadonlySet<string>
  readonly #shown = new Map<string, Shown>()
  #waivers: readonly WaiverExemption[] = []

  constructor(workspace: Workspace, rules: readonly Rule[]) {
    this.#workspace = workspace
    this.rules = new Map(rules.map((rule) => [rule.id, rule]))
    this.#ids = new Set(this.rules.keys())
  }

  get waivers(): readonly WaiverExemption[] {
    return this.#waivers
  }

  set waivers(waivers: readonly WaiverExemption[]) {
    this.#waivers = waivers
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
      shown.waivers === this.#waivers &&
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
        const rule = this.rules.get(problem.rule)
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
    const { left, setAside, comments, waived } = this.#parted(findings, file, inForce)
    const names = new Set(findings.flatMap(({ related }) => related.map(({ file }) => file)))
    names.delete(name)
    const others = [...names].map((other) => ({ name: other, content: this.#workspace.file(other)?.content }))
    const { today } = this.#workspace
    return {
      content,
      settings,
      waivers: this.#waivers,
      judgements,
      today,
      others,
      findings: withDistinctFingerprints(left.toSorted(byPlace)),
      setAside: setAside.toSorted(byFindingPlace),
      comments,
      waived,
    }
  }

  /** Takes out what comments and waivers set aside, and adds what is wrong with the comments. */
  #parted(findings: readonly Finding[], file: WorkspaceFile, inForce: FileSettings): Parted {
    const { documents } = file.content
    const comments = documents.flatMap((document) =>
      document.suppressions.map((comment) => commentExemption(comment, document, this.#ids)),
    )
    const waivers = this.#waivers.filter(({ waiver }) => waiver.covers(file.name))
    if (comments.length + waivers.length === 0) return { left: findings, setAside: [], comments: [], waived: none }
    const { today } = this.#workspace
    const { left, setAside, about } = part<CommentExemption | WaiverExemption>(
      findings,
      [...comments, ...waivers],
      today,
    )
    const problems: Finding[] = []
    const context = { today, noticeDays: noticeDays(inForce, this.rules) }
    const stated = comments.map((each): StatedExemption => {
      const { document, comment, isAbout: _, ...exemption } = each
      const own = about.get(each) ?? []
      const isJudged = (): boolean => this.#isJudged(exemption.rule, document, file, inForce, findings)
      const state = stateOf(exemption, own.length > 0, isJudged, context)
      const problem = exemptionProblem(exemption, state, today)
      const rule = problem === undefined ? undefined : this.rules.get(problem.rule)
      const severity = rule === undefined ? undefined : inForce.severity(rule)
      if (problem !== undefined && rule !== undefined && severity !== 'off') {
        const whole = { ...problem, range: comment.range, ...removal(comment, state) }
        problems.push(problemFinding(whole, rule, severity, file.name, file.content, document))
      }
      return {
        ...exemption,
        state,
        place: filePlace(file.name, file.content, comment.range),
        policy: document.kind === undefined ? undefined : `${document.kind}/${document.name}`,
        files: undefined,
        findings: own,
      }
    })
    const waived = new Map(waivers.flatMap((waiver) => [[waiver, about.get(waiver) ?? []] as const]))
    return { left: [...left, ...problems], setAside, comments: stated, waived }
  }

  #isJudged(
    id: string,
    document: PolicyDocument,
    file: WorkspaceFile,
    inForce: FileSettings,
    findings: readonly Finding[],
  ): boolean {
    const rule = this.rules.get(id)
    const failed = findings.some(
      ({ internal, rule, policy }) =>
        internal && rule === id && policy.kind === document.kind && policy.name === document.name,
    )
    return isWhole(document, file, this.#workspace) && !failed && rule !== undefined && inForce.severity(rule) !== 'off'
  }
}

interface Parted {
  readonly left: readonly Finding[]
  readonly setAside: readonly Waived[]
  readonly comments: readonly StatedExemption[]
  /** What each waiver that covers the file is about in it. */
  readonly waived: ReadonlyMap<WaiverExemption, readonly Finding[]>
}

/** A comment that is about nothing can be taken out; it is done one at a time, since it may say more than is read. */
function removal({ removal }: Suppression, state: ExemptionState): Pick<Problem, 'fix'> {
  if (state !== 'unused') return {}
  const title = 'Remove the comment that suppresses nothing'
  return { fix: { title, applicability: 'unsafe', range: removal, text: '' } }
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
    compareTexts(a.rule, b.rule) ||
    compareTexts(a.fingerprint, b.fingerprint)
  )
}
