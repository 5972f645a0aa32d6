import { grouped } from '../language/grouped.ts'
import type { Kind } from '../language/policy-file.ts'
import { type Component, components, type Severity } from '../rules/rule.ts'
import { costOf, type Judged, type RuleTally, talliesOf } from './tallies.ts'

/** The version of the formula; scores of different versions cannot be compared. docs/scorecard.md says what changed. */
export const scorecardVersion = 2

/** The component that a kind of policy describes; kinds that all components are checked against describe none. */
const describes: Readonly<Record<Kind, Component | undefined>> = {
  LeadershipSystem: undefined,
  PartnerAgreement: undefined,
  PerformanceCalibration: 'performance',
  IncentivePlan: 'performance',
  ResourceAllocation: 'resources',
  DecisionRights: 'decision-making',
  GovernanceCalendar: 'decision-making',
  LeaderSelection: 'leaders',
  Accountability: 'accountability',
  OrganizationDesign: 'organization',
  CulturalNorms: 'culture',
}

export interface ComponentScore {
  readonly component: Component
  /** Whether there is a policy of this component. */
  readonly described: boolean
  /** 0–100; undefined when it is not described, or no rule found its inputs. */
  readonly score: number | undefined
  /** How many points of the score are there only because findings are set aside: without that it would be `score - waived`. */
  readonly waived: number
  /** How many things were looked at and found to be no barrier. */
  readonly passed: number
  /** Barriers that cost points. */
  readonly barriers: number
  readonly severities: Readonly<Record<Severity, number>>
  /** Barriers that are set aside. */
  readonly setAside: number
}

export interface Scorecard {
  readonly version: number
  /** All seven, always in the same order. */
  readonly components: readonly ComponentScore[]
  /** The mean of the components that have a score; undefined when none has. */
  readonly overall: number | undefined
  /** The mean of what is waived in these components. */
  readonly waived: number
  /** How many of the seven components are described. */
  readonly coverage: number
}

/**
 * Per component: Σ weight × share of applicable checks passed ÷ Σ weight, over the rules whose inputs are there.
 * It measures the form of the policies, not how people work together.
 */
export function scorecard(judged: Judged): Scorecard {
  return scorecardOf(talliesOf(judged), judged.kinds)
}

export function scorecardOf(tallies: readonly RuleTally[], kinds: ReadonlySet<Kind>): Scorecard {
  const described = new Set([...kinds].map((kind) => describes[kind]))
  const byComponent = grouped(tallies, ({ component }) => component)
  const scores = components.map((component) =>
    componentScore(component, described.has(component), byComponent.get(component) ?? []),
  )
  const scored = scores.filter(({ score }) => score !== undefined)
  return {
    version: scorecardVersion,
    components: scores,
    overall: scored.length === 0 ? undefined : mean(scored.map(({ score }) => score ?? 0)),
    waived: scored.length === 0 ? 0 : mean(scored.map(({ waived }) => waived)),
    coverage: scores.filter(({ described }) => described).length,
  }
}

function componentScore(component: Component, described: boolean, tallies: readonly RuleTally[]): ComponentScore {
  const total = weightOf(tallies)
  const isScored = described && total > 0
  let lost = 0
  let waived = 0
  const severities = { error: 0, warning: 0, info: 0 }
  for (const tally of tallies) {
    for (const finding of tally.findings) {
      lost += costOf(finding, tally)
      severities[finding.severity]++
    }
    for (const { finding } of tally.setAside) waived += costOf(finding, tally)
  }
  return {
    component,
    described,
    // Shares of thirds do not add up to a whole in binary.
    score: isScored ? Math.max(0, (100 * (total - lost)) / total) : undefined,
    waived: isScored ? (100 * waived) / total : 0,
    passed: sum(tallies.map(({ passed }) => passed)),
    barriers: sum(tallies.map(({ findings }) => findings.length)),
    severities,
    setAside: sum(tallies.map(({ setAside }) => setAside.length)),
  }
}

/** The weights of a component's rules together. */
export function weightOf(tallies: readonly RuleTally[]): number {
  return sum(tallies.map(({ weight }) => weight))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length
}
