import type { Finding } from '../checker/finding.ts'
import type { Waived } from '../checker/set-aside.ts'
import { grouped } from '../language/grouped.ts'
import type { Component } from '../rules/rule.ts'
import { type Scorecard, scorecardOf, weightOf } from './scorecard.ts'
import { costOf, type Judged, type RuleTally, talliesOf } from './tallies.ts'

/** Points on the scale of 0–100 of a component, and of the whole. */
export interface Points {
  readonly component: number
  readonly overall: number
}

/** What one finding costs, which is what fixing it alone gains. */
export interface LostPoints {
  readonly finding: Finding
  readonly component: Component
  readonly gain: Points
}

/** What a finding would cost if it were not set aside. */
export interface WaivedPoints {
  readonly setAside: Waived
  readonly component: Component
  readonly points: Points
}

/** What fixing all findings of a rule gains. */
export interface RuleGain {
  readonly rule: string
  readonly component: Component
  /** By fingerprint. */
  readonly findings: readonly string[]
  readonly gain: Points
}

/** A scorecard with where its points have gone. */
export interface LinkedScorecard extends Scorecard {
  /** The largest gains first. In each component they add up to 100 with its score. */
  readonly lost: readonly LostPoints[]
  /** The most points first. In each component they add up to what is waived. */
  readonly waivers: readonly WaivedPoints[]
  /** The largest gains first. */
  readonly rules: readonly RuleGain[]
  /** Findings that cost nothing: about the text itself, in a component that no policy describes, or faults of Concord. */
  readonly unscored: readonly Finding[]
}

/**
 * A rule's weight does not depend on what it finds, and a thing that is mended is still looked at; so a finding's cost is exactly
 * the score after it is fixed minus the score before, and fixing never lowers a score.
 */
export function linkedScorecard(judged: Judged): LinkedScorecard {
  const tallies = talliesOf(judged)
  const card = scorecardOf(tallies, judged.kinds)
  const scored = new Set(card.components.flatMap(({ component, score }) => (score === undefined ? [] : [component])))
  const byComponent = grouped(tallies, ({ component }) => component)
  const totals = new Map([...byComponent].map(([component, own]) => [component, weightOf(own)]))
  const pointsOf = (finding: Finding, tally: RuleTally): Points => {
    const component = (100 * costOf(finding, tally)) / (totals.get(tally.component) ?? 1)
    return { component, overall: component / scored.size }
  }
  const lost: LostPoints[] = []
  const waivers: WaivedPoints[] = []
  const rules: RuleGain[] = []
  for (const tally of tallies) {
    const { rule, component, findings, setAside } = tally
    if (!scored.has(component)) continue
    const own = findings.map((finding) => ({ finding, component, gain: pointsOf(finding, tally) }))
    for (const one of own) lost.push(one)
    for (const aside of setAside) waivers.push({ setAside: aside, component, points: pointsOf(aside.finding, tally) })
    if (own.length > 0)
      rules.push({ rule, component, findings: findings.map(({ fingerprint }) => fingerprint), gain: together(own) })
  }
  const costing = new Set(lost.map(({ finding }) => finding))
  return {
    ...card,
    lost: lost.sort((a, b) => b.gain.overall - a.gain.overall),
    waivers: waivers.sort((a, b) => b.points.overall - a.points.overall),
    rules: rules.sort((a, b) => b.gain.overall - a.gain.overall),
    unscored: judged.findings.filter((finding) => !costing.has(finding)),
  }
}

/** What fixing several findings gains. */
function together(lost: readonly Pick<LostPoints, 'gain'>[]): Points {
  return {
    component: lost.reduce((sum, { gain }) => sum + gain.component, 0),
    overall: lost.reduce((sum, { gain }) => sum + gain.overall, 0),
  }
}
