import type { IncentivePlan, IncentivePool } from '../language/generated/policies.ts'
import type { PartOfPayoff, PlanPayoff } from './cross-payoff-of.ts'
import { titled } from './rule.ts'

/**
 * Whether all that one participant gains, the others lose: a set amount, divided by who did better. Undefined where the
 * policy does not say how the pool grows, or leaves a set amount to judgement, which may look at help.
 */
export function isZeroSum({ funding, split }: IncentivePool): boolean | undefined {
  if (split === 'equal' || split === 'by-target-pay') return false
  if (funding.basis === 'results' && funding.elasticity !== 0)
    return funding.elasticity === undefined ? undefined : false
  return split === 'by-judgement' ? undefined : true
}

/** A part of a plan whose pay falls when a colleague does better. */
export interface PayAgainstColleagues {
  /** `pool "Shared bonus"`. */
  readonly title: string
  readonly object: object
  readonly key: string
  /** What one colleague's result brings a person through this part, from zero to target; below zero. */
  readonly colleague: number
  /** Whether a rule about such pools or contests already speaks about it. */
  readonly spokenOf: boolean
  /** What would take it away, as the end of a sentence. */
  readonly remedy: string
}

/** The parts of a plan that pay against colleagues, the worst first. */
export function paysAgainstColleagues({ spec }: IncentivePlan, { parts }: PlanPayoff): readonly PayAgainstColleagues[] {
  return parts
    .filter(({ colleague }) => colleague < 0)
    .sort((a, b) => a.colleague - b.colleague)
    .flatMap((part) => partIn(spec, part) ?? [])
}

function partIn(spec: IncentivePlan['spec'], { names, colleague }: PartOfPayoff): PayAgainstColleagues | undefined {
  const called = ({ name }: { readonly name: string }): boolean => names.includes(name)
  const measure = spec.measures?.find(called)
  if (measure !== undefined) {
    const title = `measure "${titled(measure)}"`
    const remedy = 'hold its result against a target (basis: absolute)'
    return {
      title,
      object: measure,
      key: measure.basis === undefined ? 'name' : 'basis',
      colleague,
      spokenOf: false,
      remedy,
    }
  }
  const pool = spec.pools?.find(called)
  if (pool !== undefined) {
    const key = pool.funding.basis === 'results' && pool.funding.elasticity !== undefined ? 'elasticity' : 'basis'
    const title = `pool "${titled(pool)}"`
    const remedy = "let it grow at least in step with the participants' results (elasticity: 1)"
    return { title, object: pool.funding, key, colleague, spokenOf: isZeroSum(pool) === true, remedy }
  }
  const contest = spec.contests?.find(called)
  if (contest === undefined) return undefined
  const title = `contest "${titled(contest)}"`
  return {
    title,
    object: contest,
    key: 'qualify',
    colleague,
    spokenOf: true,
    remedy: 'give the prize to everyone above a threshold (qualify: all-above-threshold)',
  }
}
