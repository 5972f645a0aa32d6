import type { Judgement } from '../checker/judgement.ts'
import type { Kind } from '../language/policy-file.ts'
import { type Component, componentOf, components, type Severity } from '../rules/rule.ts'

/** The version of the formula; scores of different versions cannot be compared. */
const scorecardVersion = 1

/** How much a rule counts in its component. */
const weights: Readonly<Record<Severity, number>> = { error: 10, warning: 5, info: 2 }

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
  /** Whether the workspace holds a policy of this component. */
  readonly described: boolean
  /** 0–100; undefined when it is not described, or no rule found its inputs. */
  readonly score: number | undefined
  readonly passed: number
  readonly barriers: number
}

export interface Scorecard {
  readonly version: number
  readonly components: readonly ComponentScore[]
  /** The mean of the components that have a score; undefined when none has. */
  readonly overall: number | undefined
  /** How many of the seven components are described. */
  readonly coverage: number
}

/** A judgement with the severity that its barriers have, or would have had. */
export interface WeighedJudgement {
  readonly judgement: Judgement
  readonly severity: Severity
}

/**
 * Per component: Σ weight × share of applicable checks passed ÷ Σ weight, over the rules whose inputs are there.
 * It measures the form of the policies, not how people work together.
 */
export function scorecard(judgements: readonly WeighedJudgement[], kinds: ReadonlySet<Kind>): Scorecard {
  const scores = components.map((component): ComponentScore => {
    const described = [...kinds].some((kind) => describes[kind] === component)
    const rules = tallies(judgements.filter(({ judgement }) => componentOf(judgement.rule.id) === component))
    const total = rules.reduce((sum, { weight }) => sum + weight, 0)
    const kept = rules.reduce((sum, { weight, passed, barriers }) => sum + (weight * passed) / (passed + barriers), 0)
    return {
      component,
      described,
      score: described && total > 0 ? (100 * kept) / total : undefined,
      passed: rules.reduce((sum, { passed }) => sum + passed, 0),
      barriers: rules.reduce((sum, { barriers }) => sum + barriers, 0),
    }
  })
  const scored = scores.flatMap(({ score }) => (score === undefined ? [] : [score]))
  return {
    version: scorecardVersion,
    components: scores,
    overall: scored.length === 0 ? undefined : scored.reduce((sum, score) => sum + score, 0) / scored.length,
    coverage: scores.filter(({ described }) => described).length,
  }
}

interface Tally {
  weight: number
  passed: number
  barriers: number
}

/** What each rule found over all policies; a rule that found nothing to look at does not count. */
function tallies(judgements: readonly WeighedJudgement[]): readonly Tally[] {
  const byRule = new Map<string, Tally>()
  for (const { judgement, severity } of judgements) {
    const { rule, passed, barriers } = judgement
    if (passed + barriers.length === 0) continue
    const tally = byRule.get(rule.id) ?? { weight: 0, passed: 0, barriers: 0 }
    byRule.set(rule.id, {
      weight: Math.max(tally.weight, weights[severity]),
      passed: tally.passed + passed,
      barriers: tally.barriers + barriers.length,
    })
  }
  return [...byRule.values()]
}
