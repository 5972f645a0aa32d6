import type { Range } from 'vscode-languageserver'
import type { Finding } from '../checker/finding.ts'
import type { OpenFile } from '../features/place.ts'
import { type Component, componentOf, components, type Severity } from '../rules/rule.ts'
import type { ScoreChange } from '../scorecard/comparison.ts'
import { judgedIn, judgedInFile, judgedTogether } from '../scorecard/judged.ts'
import { type LostPoints, linkedScorecard } from '../scorecard/lost-points.ts'
import { policyScores } from '../scorecard/policy-scores.ts'
import type { ComponentScore } from '../scorecard/scorecard.ts'
import { scoreChange } from '../scorecard/shown-score.ts'
import type { LastCommits, SinceCommit } from './last-commits.ts'
import type { Places } from './places.ts'
import type { Session } from './session.ts'

/** What `concord/scorecard` answers: the scores of everything that is checked, and what would raise them most. */
export interface ScorecardView {
  readonly version: number
  /** 0–100; null where nothing has a score. */
  readonly overall: number | null
  readonly waived: number
  /** How many of the seven components are described. */
  readonly coverage: number
  readonly components: readonly ComponentView[]
  /** What has changed since the last commit; null where there is none, and before it is known. */
  readonly since: ViewSince | null
  /** The largest first: the first of all, and the first of each component and of what is new. */
  readonly gains: readonly Gain[]
  /** How many barriers cost points, shown or not. */
  readonly costing: number
}

export interface ComponentView {
  readonly component: Component
  readonly described: boolean
  readonly score: number | null
  readonly waived: number
  readonly barriers: number
  readonly severities: Readonly<Record<Severity, number>>
  /** How the score has changed since the last commit, as it is shown; null where there is nothing to compare. */
  readonly change: number | null
}

/** What has changed since the last commit; of several repositories, since the last commit of each. */
export interface ViewSince {
  readonly commits: readonly { readonly commit: string; readonly day: string; readonly subject: string }[]
  /** How the overall score has changed, as it is shown; null where one of the two states has none. */
  readonly change: number | null
  /** How many barriers that cost points have come and gone. */
  readonly appeared: number
  readonly gone: number
}

/** How many gains are shown of all components together, and of one component or of what is new. */
const shownOfAll = 10
const shownOfEach = 20

/** A barrier, and what fixing it alone gains, in points of 100. */
export interface Gain {
  /** Whether it is among the first of all. */
  readonly isFirst: boolean
  readonly component: Component
  readonly rule: string
  readonly title: string
  readonly what: string
  readonly policy: string
  readonly severity: Severity
  readonly fingerprint: string
  readonly gain: number
  /** Whether there is a fix that leaves nothing to fill in. */
  readonly fixable: boolean
  /** Whether it has come since the last commit. */
  readonly isNew: boolean
  readonly uri: string
  readonly range: Range
}

/** Over all folders together, as the command counts them. Every policy must have been judged. */
export function scorecardView(session: Session, places: Places, lastCommits: LastCommits): ScorecardView {
  const judged = [...session.companies].map(({ checker, workspace }) => judgedIn(checker, workspace))
  const titles = new Map([...session.companies].flatMap(({ rules }) => rules.map(({ id, title }) => [id, title])))
  const card = linkedScorecard(judgedTogether(judged))
  const { version, overall, waived, coverage, lost } = card
  const since = lastCommits.since(card)
  const changes = new Map(since?.comparison.components.map((change) => [change.component, change]))
  const appeared = new Set(since?.comparison.appeared.map(ownName))
  return {
    version,
    overall: overall ?? null,
    waived,
    coverage,
    since:
      since === undefined
        ? null
        : viewSince(since, lost.filter(({ finding }) => appeared.has(ownName(finding))).length),
    components: card.components.map((component) => componentView(component, changes.get(component.component))),
    gains: shownOf(lost, appeared).map(([points, rank]) => gainOf(points, rank, { titles, appeared, places })),
    costing: lost.length,
  }
}

/** The gains that a view shows, each with its rank among all, from 0. */
function shownOf(
  lost: readonly LostPoints[],
  appeared: ReadonlySet<string>,
): readonly (readonly [points: LostPoints, rank: number])[] {
  const seen = new Map<string, number>()
  const isAmongFirst = (of: string): boolean => {
    const before = seen.get(of) ?? 0
    seen.set(of, before + 1)
    return before < shownOfEach
  }
  return lost.flatMap((points, rank) => {
    const isOfComponent = isAmongFirst(points.component)
    const isOfNew = appeared.has(ownName(points.finding)) && isAmongFirst('new')
    return rank < shownOfAll || isOfComponent || isOfNew ? [[points, rank] as const] : []
  })
}

function viewSince({ commits, comparison: { overall, gone } }: SinceCommit, appeared: number): ViewSince {
  return {
    commits: commits.map(({ id, day, subject }) => ({ commit: id, day, subject })),
    change: scoreChange(overall.before, overall.now) ?? null,
    appeared,
    gone: gone.filter(({ rule, internal }) => !internal && isOfComponent(rule)).length,
  }
}

/** What tells a finding from all others, also in companies that say the same. */
function ownName({ place, fingerprint }: Finding): string {
  return `${place.file}\n${fingerprint}`
}

/** Whether a rule is about a barrier, and not about the text. */
function isOfComponent(rule: string): boolean {
  const component = componentOf(rule)
  return components.some((name) => name === component)
}

function componentView(
  { component, described, score, waived, barriers, severities }: ComponentScore,
  change: ScoreChange | undefined,
): ComponentView {
  return {
    component,
    described,
    score: score ?? null,
    waived,
    barriers,
    severities,
    change: scoreChange(change?.before, change?.now) ?? null,
  }
}

interface GainContext {
  /** By rule. */
  readonly titles: ReadonlyMap<string, string>
  /** What has come since the last commit. */
  readonly appeared: ReadonlySet<string>
  readonly places: Places
}

function gainOf(
  { finding, component, gain }: LostPoints,
  rank: number,
  { titles, appeared, places }: GainContext,
): Gain {
  const { rule, text, policy, severity, fingerprint, fixes, place } = finding
  return {
    isFirst: rank < shownOfAll,
    component,
    rule,
    title: titles.get(rule) ?? rule,
    what: text.what,
    policy: policy.name,
    severity,
    fingerprint,
    gain: gain.overall,
    fixable: fixes.some(({ applicability }) => applicability !== 'placeholder'),
    isNew: appeared.has(ownName(finding)),
    ...places.location(place),
  }
}

/** What `concord/policyScores` answers: the score of each policy in a document. */
export interface PolicyScoreView {
  readonly name: string
  readonly score: number
}

export function policyScoresIn({ company: { checker, workspace }, name }: OpenFile): readonly PolicyScoreView[] {
  return policyScores(judgedInFile(checker, workspace, name)).flatMap(({ name, card: { overall } }) =>
    overall === undefined ? [] : [{ name, score: overall }],
  )
}
