import { requirePositive } from './admissible.ts'
import { expectedMarginals, type Marginals, marginalsAtTarget } from './expected-marginals.ts'
import { layOutGroups, type PayGroups } from './pay-groups.ts'
import { type PartSource, type PayPart, payParts } from './pay-parts.ts'
import type { PayPlan } from './pay-plan.ts'
import { bendsNearTarget } from './payout-factor.ts'
import { rankedMarginals } from './prize-contest.ts'

/** Standard deviation of a person's result relative to target, unless the workspace sets another. */
export const usualResultSpread = 0.2

export interface CrossPayoff {
  readonly kind: 'computed'
  /** What the marginals count: money, or percent of target pay where that is not declared. */
  readonly unit: 'money' | 'percent-of-target-pay'
  /** ∂b/∂x of my own result: pay for going from 0 to 1 times target at this rate. */
  readonly own: number
  /** One entry for each group that has anyone besides me, in the order of the plan. */
  readonly groups: readonly GroupPayoff[]
  /** The parts that the sums above are made of. */
  readonly parts: readonly PartPayoff[]
  readonly assumptions: CrossPayoffAssumptions
}

export interface GroupPayoff {
  readonly group: string
  readonly members: number
  /** ∂b/∂x of one colleague there who is in none of the groups within it. */
  readonly cross: number
  /** r = cross / own; `undefined` where my own result earns nothing. In [−1/(n−1), 1] for symmetric plans. */
  readonly ratio: number | undefined
  /**
   * How many times better an hour must serve the colleague's result than mine before helping pays me: own / cross.
   * `undefined` means never (cross ≤ 0); 0 means at once, since my own result earns nothing.
   */
  readonly breakEven: number | undefined
}

export interface PartPayoff {
  readonly sources: readonly PartSource[]
  readonly own: number
  readonly groups: readonly { readonly group: string; readonly cross: number }[]
}

export interface CrossPayoffAssumptions {
  /**
   * `at-target`: every result is 1. `expected`: parts with a kink or a rank in reach are averaged over independent
   * results, Normal(1, resultSpread); the other parts are still taken at target.
   */
  readonly evaluated: 'at-target' | 'expected'
  readonly resultSpread: number
  readonly noise: 'normal'
  /** Members of each group, as the plan gives them. */
  readonly members: Readonly<Record<string, number>>
}

/** The plan names money in one place and shares of an undeclared target pay in another. */
export interface UnlikePay {
  readonly kind: 'unlike-pay'
  readonly inMoney: readonly string[]
  readonly inPercent: readonly string[]
}

/**
 * Does the plan pay me to help a colleague? Own and cross marginals of the payout b(x₁ … xₙ), x being results
 * relative to target. Plans without kinks come out exactly; thresholds, gates, caps, accelerators and ranks are
 * averaged by quadrature (12 digits where one or two results meet, about 6 where more do). Where a gate on my own
 * result and a gate on a group meet in a contest by rank, the two are taken as independent.
 *
 * @param resultSpread standard deviation of one person's result relative to target, greater than 0
 * @throws RangeError for numbers out of range, and for groups that are not declared or do not fit within each other.
 */
export function crossPayoff(plan: PayPlan, resultSpread: number = usualResultSpread): CrossPayoff | UnlikePay {
  requirePositive('resultSpread', resultSpread)
  const unlike = unlikePay(plan)
  if (unlike !== undefined) return unlike
  const groups = layOutGroups(plan.groups)
  const people = plan.groups.flatMap((group, index) =>
    groups.colleagues(index + 1) > 0 ? [{ group, person: index + 1 }] : [],
  )
  const evaluated = payParts(plan, groups).map((part) => ({
    sources: part.sources,
    ...partMarginals(part, groups, resultSpread),
  }))
  const total = (person: number): number => evaluated.reduce((sum, { marginals }) => sum + marginals.by(person), 0)
  const own = total(0)
  return {
    kind: 'computed',
    unit: plan.targetPay === undefined && !namesMoney(plan) ? 'percent-of-target-pay' : 'money',
    own,
    groups: people.map(({ group, person }) => {
      const cross = total(person)
      return {
        group: group.id,
        members: group.members,
        cross,
        ratio: own > 0 ? cross / own : undefined,
        breakEven: cross > 0 ? Math.max(0, own / cross) : undefined,
      }
    }),
    parts: evaluated.map(({ sources, marginals }) => ({
      sources,
      own: marginals.by(0),
      groups: people.map(({ group, person }) => ({
        group: group.id,
        cross: marginals.by(person),
      })),
    })),
    assumptions: {
      evaluated: evaluated.some(({ averaged }) => averaged) ? 'expected' : 'at-target',
      resultSpread,
      noise: 'normal',
      members: Object.fromEntries(plan.groups.map(({ id, members }) => [id, members])),
    },
  }
}

function partMarginals(part: PayPart, groups: PayGroups, spread: number): { marginals: Marginals; averaged: boolean } {
  const averaged = part.factors.some((factor) => bendsNearTarget(factor, groups, spread))
  const product = averaged ? expectedMarginals(part.factors, groups, spread) : marginalsAtTarget(part.factors, groups)
  const { coefficient, contest } = part
  if (contest === undefined) {
    return {
      averaged,
      marginals: {
        value: coefficient * product.value,
        by: (person) => coefficient * product.by(person),
      },
    }
  }
  // Ranks depend on deviations from the contestants' average, which for normal noise are independent of the average
  // itself: so a contest and a gate or fund on that average multiply, and the product rule holds.
  const contestants = groups.sizeOf(contest.participants)
  const ranked = rankedMarginals({ contestants, prizes: contest.prizes }, (contest.ownFrom - 1) / spread)
  const rankGain = (person: number): number => {
    if (person === 0) return ranked.own / spread
    return groups.liesWithin(person, contest.participants) ? (ranked.cross ?? 0) / spread : 0
  }
  return {
    averaged: true,
    marginals: {
      value: coefficient * product.value * ranked.expectedPrize,
      by: (person) => coefficient * (product.value * rankGain(person) + product.by(person) * ranked.expectedPrize),
    },
  }
}

function namesMoney(plan: PayPlan): boolean {
  return payNamed(plan).inMoney.length > 0
}

function unlikePay(plan: PayPlan): UnlikePay | undefined {
  if (plan.targetPay !== undefined) return undefined
  const { inMoney, inPercent } = payNamed(plan)
  if (inMoney.length === 0 || inPercent.length === 0) return undefined
  return { kind: 'unlike-pay', inMoney, inPercent }
}

function payNamed(plan: PayPlan): { inMoney: readonly string[]; inPercent: readonly string[] } {
  const amounts = [
    ...(plan.pools ?? []).map(({ id, amount }) => ({ id, kind: amount.kind })),
    ...(plan.contests ?? []).flatMap(({ id, prizes }) => prizes.map(({ prize }) => ({ id, kind: prize.kind }))),
  ]
  const named = (kind: (typeof amounts)[number]['kind']): readonly string[] => [
    ...new Set(amounts.filter((amount) => amount.kind === kind).map(({ id }) => id)),
  ]
  const measures = (plan.measures ?? []).filter(({ weightPercent }) => weightPercent > 0).map(({ id }) => id)
  return { inMoney: named('money'), inPercent: [...measures, ...named('percent-of-target-pay')] }
}
