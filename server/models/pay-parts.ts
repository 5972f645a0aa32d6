import { requireAmount, requirePercent, requirePositive } from './admissible.ts'
import type { PayGroups } from './pay-groups.ts'
import type { Formula, Gate, Measure, PayAmount, PayPlan, Pool, ResultOf } from './pay-plan.ts'
import { gateCurve, type PayoutCurve, payoutCurve, proportional } from './payout-curve.ts'
import type { CurveFactor, PayoutFactor } from './payout-factor.ts'
import type { Prize } from './prize-contest.ts'

/** Which entry of the plan a part of the payout comes from. */
export interface PartSource {
  readonly kind: 'measure' | 'pool' | 'contest'
  readonly id: string
}

/** A plan pays the sum of its parts: coefficient × factors × the prize of my rank, where there is a contest. */
export interface PayPart {
  readonly sources: readonly PartSource[]
  /** Money, or percent of target pay. */
  readonly coefficient: number
  readonly factors: readonly PayoutFactor[]
  readonly contest?: {
    readonly participants: number
    readonly prizes: readonly Prize[]
    /** Nothing is won where my own result is below this; −Infinity without a gate. */
    readonly ownFrom: number
  }
}

/** The parts whose sum is the payout b(x₁ … xₙ) of one person. Money, or percent without a target pay. */
export function payParts(plan: PayPlan, groups: PayGroups): readonly PayPart[] {
  if (plan.targetPay !== undefined) requirePositive('targetPay', plan.targetPay)
  const wholeTargetPay = plan.targetPay ?? 100
  const gates = plan.gates ?? []
  return [
    ...measureParts(plan.measures ?? [], plan.formula, wholeTargetPay, groups),
    ...(plan.pools ?? []).map((pool) => poolPart(pool, wholeTargetPay, groups)),
    ...(plan.contests ?? []).map((contest): PayPart => {
      const participants = participantsOf(contest.participants, groups)
      const prizes = contest.prizes.map(({ winners, prize }) => ({
        winners,
        prize: amountOf(prize, wholeTargetPay),
      }))
      return {
        sources: [{ kind: 'contest', id: contest.id }],
        coefficient: 1,
        factors: [],
        contest: { participants, prizes, ownFrom: -Infinity },
      }
    }),
  ].map((part) => gated(part, gates, groups))
}

function amountOf(amount: PayAmount, wholeTargetPay: number): number {
  if (amount.kind === 'money') {
    requireAmount('amount', amount.amount)
    return amount.amount
  }
  requireAmount('percent', amount.percent)
  return (wholeTargetPay * amount.percent) / 100
}

function participantsOf(group: string, groups: PayGroups): number {
  const participants = groups.positionOf({ kind: 'group', group })
  if (!groups.includesMe(participants)) {
    throw new RangeError(`"${group}" divides or ranks without me: I must be one of its members`)
  }
  return participants
}

function curveFactor(curve: PayoutCurve, result: ResultOf, groups: PayGroups): CurveFactor {
  return { kind: 'curve', result: groups.positionOf(result), curve }
}

function measureParts(
  measures: readonly Measure[],
  formula: Formula | undefined,
  wholeTargetPay: number,
  groups: PayGroups,
): readonly PayPart[] {
  for (const { weightPercent } of measures) requirePercent('weightPercent', weightPercent)
  if (formula?.kind !== 'multiplicative') {
    return measures.map((measure) => ({
      sources: [{ kind: 'measure', id: measure.id }],
      coefficient: (wholeTargetPay * measure.weightPercent) / 100,
      factors: [curveFactor(payoutCurve(measure), measure.resultOf, groups)],
    }))
  }
  const { ofTargetPayPercent = 100 } = formula
  requirePercent('ofTargetPayPercent', ofTargetPayPercent)
  const entries = (kind: ResultOf['kind']): readonly Weighed[] => {
    const chosen = measures.filter(({ resultOf }) => resultOf.kind === kind)
    const whole = chosen.reduce((sum, { weightPercent }) => sum + weightPercent, 0)
    return chosen.map((measure) => {
      const floorPercent = Math.max(measure.floorPercent ?? 0, formula.floorPercent ?? 0)
      const curve = payoutCurve({ ...measure, floorPercent })
      return {
        source: { kind: 'measure', id: measure.id },
        share: whole === 0 ? 1 / chosen.length : measure.weightPercent / whole,
        factor: curveFactor(curve, measure.resultOf, groups),
      }
    })
  }
  const own = entries('own')
  const shared = entries('group')
  const single = (one: Weighed): readonly Weighed[] => [one]
  const products =
    own.length === 0 || shared.length === 0
      ? [...own, ...shared].map(single)
      : own.flatMap((one) => shared.map((other) => [one, other]))
  return products.map((weighed) => ({
    sources: weighed.map(({ source }) => source),
    coefficient: weighed.reduce((product, { share }) => product * share, (wholeTargetPay * ofTargetPayPercent) / 100),
    factors: weighed.map(({ factor }) => factor),
  }))
}

interface Weighed {
  readonly source: PartSource
  readonly share: number
  readonly factor: PayoutFactor
}

function poolPart(pool: Pool, wholeTargetPay: number, groups: PayGroups): PayPart {
  const participants = participantsOf(pool.participants, groups)
  const members = groups.sizeOf(participants)
  const perHead = pool.amount.kind === 'percent-of-target-pay'
  const amount = amountOf(pool.amount, wholeTargetPay) * (perHead ? members : 1)
  const funding = fundingFactors(pool, groups)
  const sources: readonly PartSource[] = [{ kind: 'pool', id: pool.id }]
  switch (pool.split.kind) {
    case 'equal':
      return { sources, coefficient: amount / members, factors: funding }
    case 'relative-score':
      return {
        sources,
        coefficient: amount,
        factors: [...funding, { kind: 'score-share', participants, members }],
      }
    case 'rank': {
      const prizes = pool.split.prizes.map(({ winners, sharePercent }) => {
        requirePercent('sharePercent', sharePercent)
        return { winners, prize: (amount * sharePercent) / 100 }
      })
      const contest = { participants, prizes, ownFrom: -Infinity }
      return { sources, coefficient: 1, factors: funding, contest }
    }
  }
}

function fundingFactors({ funding, participants }: Pool, groups: PayGroups): readonly PayoutFactor[] {
  if (funding.kind === 'fixed') return []
  const { elasticity, resultOf = { kind: 'group', group: participants } } = funding
  requireAmount('elasticity', elasticity)
  if (elasticity === 0) return []
  if (elasticity === 1) return [curveFactor(proportional, resultOf, groups)]
  const line = { intercept: 1 - elasticity, slope: elasticity }
  const empty = 1 - 1 / elasticity
  const curve: PayoutCurve =
    elasticity < 1
      ? [{ from: -Infinity, ...line }]
      : [
          { from: -Infinity, intercept: 0, slope: 0 },
          { from: empty, ...line },
        ]
  return [curveFactor(curve, resultOf, groups)]
}

function gated(part: PayPart, gates: readonly Gate[], groups: PayGroups): PayPart {
  const factors = [...part.factors]
  let ownFrom = part.contest?.ownFrom ?? -Infinity
  for (const { resultOf, thresholdPercent, blocks } of gates) {
    requireAmount('thresholdPercent', thresholdPercent)
    const closes = blocks === 'everything' || part.sources.some(({ id }) => blocks.includes(id))
    if (!closes) continue
    const from = thresholdPercent / 100
    // My own result decides my rank as well, so a contest has to know this gate itself.
    if (part.contest !== undefined && resultOf.kind === 'own') ownFrom = Math.max(ownFrom, from)
    else factors.push(curveFactor(gateCurve(from), resultOf, groups))
  }
  const contest = part.contest === undefined ? {} : { contest: { ...part.contest, ownFrom } }
  return { ...part, factors, ...contest }
}
