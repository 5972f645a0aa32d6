import type { Range } from 'vscode-languageserver'
import type { Component, Severity } from '../rules/rule.ts'
import { judgedIn, judgedTogether } from '../scorecard/judged.ts'
import { type LostPoints, linkedScorecard } from '../scorecard/lost-points.ts'
import type { ComponentScore } from '../scorecard/scorecard.ts'
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
  /** The largest first; all of them, each for itself. */
  readonly gains: readonly Gain[]
}

export interface ComponentView {
  readonly component: Component
  readonly described: boolean
  readonly score: number | null
  readonly waived: number
  readonly barriers: number
  readonly severities: Readonly<Record<Severity, number>>
}

/** A barrier, and what fixing it alone gains, in points of 100. */
export interface Gain {
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
  readonly uri: string
  readonly range: Range
}

/** Over all folders together, as the command counts them. Every policy must have been judged. */
export function scorecardView(session: Session, places: Places): ScorecardView {
  const judged = [...session.companies].map(({ checker, workspace }) => judgedIn(checker, workspace))
  const titles = new Map([...session.companies].flatMap(({ rules }) => rules.map(({ id, title }) => [id, title])))
  const { version, overall, waived, coverage, components, lost } = linkedScorecard(judgedTogether(judged))
  return {
    version,
    overall: overall ?? null,
    waived,
    coverage,
    components: components.map(componentView),
    gains: lost.map((points) => gainOf(points, titles, places)),
  }
}

function componentView({ component, described, score, waived, barriers, severities }: ComponentScore): ComponentView {
  return { component, described, score: score ?? null, waived, barriers, severities }
}

function gainOf({ finding, component, gain }: LostPoints, titles: ReadonlyMap<string, string>, places: Places): Gain {
  const { rule, text, policy, severity, fingerprint, fixes, place } = finding
  return {
    component,
    rule,
    title: titles.get(rule) ?? rule,
    what: text.what,
    policy: policy.name,
    severity,
    fingerprint,
    gain: gain.overall,
    fixable: fixes.some(({ applicability }) => applicability !== 'placeholder'),
    ...places.location(place),
  }
}
