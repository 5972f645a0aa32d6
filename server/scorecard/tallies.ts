import type { WeighedJudgement } from '../checker/checker.ts'
import type { Finding } from '../checker/finding.ts'
import type { Waived } from '../checker/set-aside.ts'
import { grouped } from '../language/grouped.ts'
import type { Kind } from '../language/policy-file.ts'
import { type Component, componentOf, components, type Severity } from '../rules/rule.ts'

/** How much a rule counts in its component. */
export const weights: Readonly<Record<Severity, number>> = { error: 10, warning: 5, info: 2 }

/** What a scorecard is made of. */
export interface Judged {
  readonly judgements: readonly WeighedJudgement[]
  /** The findings that cost points: also those in a baseline, since that they are old is no reason. */
  readonly findings: readonly Finding[]
  /** The findings that somebody set aside for a time, with a reason. */
  readonly setAside: readonly Waived[]
  /** The kinds of policy that are there: they say which components are described. */
  readonly kinds: ReadonlySet<Kind>
}

/** What one rule found over all policies. */
export interface RuleTally {
  readonly rule: string
  readonly component: Component
  /** Of the severity that the rule has for the policies that it judged; the highest where it has several. */
  readonly weight: number
  readonly passed: number
  readonly findings: readonly Finding[]
  readonly setAside: readonly Waived[]
}

interface Growing extends RuleTally {
  weight: number
  passed: number
  readonly findings: Finding[]
  readonly setAside: Waived[]
}

/** By rule, in the order of judgements. A rule that found nothing to look at does not count, nor do faults of the text and of Concord. */
export function talliesOf({ judgements, findings, setAside }: Judged): readonly RuleTally[] {
  const byRule = new Map<string, Growing>()
  for (const { judgement, severity } of judgements) {
    const { rule, passed, barriers } = judgement
    if (passed + barriers.length === 0) continue
    const known = byRule.get(rule.id)
    if (known === undefined) {
      const component = components.find((name) => name === componentOf(rule.id))
      if (component === undefined) continue
      const weight = weights[severity]
      byRule.set(rule.id, { rule: rule.id, component, weight, passed, findings: [], setAside: [] })
    } else {
      known.weight = Math.max(known.weight, weights[severity])
      known.passed += passed
    }
  }
  for (const finding of findings) if (!finding.internal) byRule.get(finding.rule)?.findings.push(finding)
  for (const aside of setAside) byRule.get(aside.finding.rule)?.setAside.push(aside)
  return [...byRule.values()].filter(({ passed, findings, setAside }) => passed + findings.length + setAside.length > 0)
}

/** The tallies of several workspaces as those of one company. */
export function talliesTogether(parts: readonly (readonly RuleTally[])[]): readonly RuleTally[] {
  return [...grouped(parts.flat(), ({ rule }) => rule).values()].map(([first, ...others]) => ({
    ...first,
    weight: Math.max(first.weight, ...others.map(({ weight }) => weight)),
    passed: others.reduce((sum, { passed }) => sum + passed, first.passed),
    findings: [first, ...others].flatMap(({ findings }) => findings),
    setAside: [first, ...others].flatMap(({ setAside }) => setAside),
  }))
}

/**
 * What a finding takes of its rule's weight: the share of one check among all that the rule made. One that is milder than its rule
 * takes less, in proportion to the weights of the severities; none takes more than its share.
 */
export function costOf({ severity }: Finding, { weight, passed, findings, setAside }: RuleTally): number {
  return Math.min(weights[severity], weight) / (passed + findings.length + setAside.length)
}
