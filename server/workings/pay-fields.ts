import type { IncentiveMeasure } from '../language/generated/policies.ts'
import { dayNumber, monthsTouched } from '../models/calendar-days.ts'
import { jumpsOf, type PayoutJump, payoutCurve } from '../models/payout-curve.ts'
import { converted, ratesInto } from '../rules/exchange-rates.ts'
import { number } from '../rules/figure.ts'
import { payHorizon } from '../rules/pay-horizon.ts'
import { payoutTermsOf } from '../rules/pay-plan-of.ts'
import { sharedParts } from '../rules/shared-parts.ts'
import { type Asked, asSaid, inKind } from './asked.ts'
import { weightsAdded } from './declared-weights.ts'
import { type Expression, type Given, minus, over, plus, times, total } from './expression.ts'
import { sharedWeight } from './incentive-plans.ts'
import { payoffWorked } from './pay-slopes.ts'
import { field, given, percentage, readOff, step, type Table, taken, type Worked } from './step.ts'

/** No measure of the plan counts for what the figure names. */
export function noWeight(figure: string, title: string) {
  return inKind('IncentivePlan', ({ policy: { spec } }) => [
    weightsAdded(figure, title, [...(spec.measures ?? []), ...(spec.pools ?? [])], () => false),
  ])
}

/** The shared weight by name, and each divided by how many people move it. */
export const lineOfSight = inKind('IncentivePlan', ({ policy, workspace }) => {
  const parts = sharedParts(policy, workspace).map(({ weight, people = 0, object, key }) => {
    const name = 'name' in object ? `"${String(object.name)}"` : 'the pool'
    return {
      weight: percentage(`weight of ${name}`, weight, field(object, 'weight' in object ? 'weight' : key)),
      people: given(`people who move ${name}`, people, 'count', field(object, key)),
    }
  })
  const leverage = plus(...parts.map(({ weight, people }) => over(weight, people)))
  return [
    {
      figure: 'shared-weight',
      steps: [step('Weight of shared results', plus(...parts.map(({ weight }) => weight)), 'percent')],
    },
    { figure: 'effective-leverage', steps: [step("Share of pay that one person's work moves", leverage, 'percent')] },
  ]
})

export const cap = inKind('IncentivePlan', ({ policy, pointedAt }) => {
  const [measure] = pointedAt(policy.spec.measures ?? [])
  const payout = measure?.payout
  if (payout === undefined) return []
  const keys = (['cap', 'maximumPays', 'maximum'] as const).filter(
    (key) => payout[key] !== undefined && (key !== 'maximum' || payout.maximumPays === undefined),
  )
  const [least] = [...keys].sort((a, b) => (payout[a] ?? 0) - (payout[b] ?? 0))
  if (least === undefined) return []
  return [
    readOff(
      'cap',
      'Most that is paid',
      percentage('most that is paid, of target', payout[least] ?? 0, field(payout, least)),
    ),
  ]
})

/** How high pay jumps at one result, or how fast it rises above one. */
export const cliff = inKind('IncentivePlan', (asked) => {
  const measures = asked.pointedAt(asked.policy.spec.measures ?? [])
  return asSaid(
    asked,
    measures.flatMap((measure) => [
      ...(measure.accelerators ?? [])
        .filter((one) => asked.pointedAt([one]).length > 0)
        .map((one) => [
          readOff('rate', 'Rate above the point', given('rate above the point', one.rate, 'ratio', field(one, 'rate'))),
        ]),
      ...jumpsOf(payoutCurve(payoutTermsOf(measure))).map((jump) => [jumpWorked(jump, measure)]),
    ]),
  )
})

function jumpWorked({ at, by }: PayoutJump, measure: IncentiveMeasure): Worked {
  const curve = payoutCurve(payoutTermsOf(measure))
  const piece = curve.findLast(({ from }) => from <= at) ?? { intercept: 0, slope: 0 }
  const above = piece.intercept + piece.slope * at
  const source = measure.payout === undefined ? field(measure, 'accelerators') : field(measure, 'payout')
  const point = `${number(at * 100, 1)} %`
  const difference = minus(
    given(`paid from ${point} on`, above, 'percent', source),
    given(`paid just below ${point}`, above - by, 'percent', source),
  )
  return { figure: 'step', steps: [step('Jump of pay', difference, 'percent')] }
}

export const payLost = inKind('IncentivePlan', ({ policy: { spec } }) => {
  const pools = (spec.pools ?? []).flatMap((pool) =>
    pool.weight === undefined
      ? []
      : [percentage(`weight of the pool "${pool.title ?? pool.name}"`, pool.weight, field(pool, 'weight'))],
  )
  const all = percentage('target pay', 100, taken('all that is not in pools is multiplied'))
  return [
    {
      figure: 'pay-lost',
      steps: [step('Pay that is multiplied', pools.length === 0 ? all : minus(all, plus(...pools)), 'percent')],
    },
  ]
})

export const internalPremium = inKind('IncentivePlan', ({ policy: { spec } }) => {
  const [internal, external] = (['internal', 'external'] as const).map((source) =>
    spec.sourceRewards?.find((one) => one.source === source),
  )
  if (internal?.percent === undefined || external?.percent === undefined) return []
  const difference = minus(
    percentage('reward for a solution from inside', internal.percent, field(internal, 'percent')),
    percentage('reward for one from outside', external.percent, field(external, 'percent')),
  )
  return [{ figure: 'internal-premium', steps: [step('More for a solution from inside', difference, 'percent')] }]
})

export const extraReward = inKind('IncentivePlan', ({ policy, pointedAt }) => {
  const [spiff] = pointedAt(policy.spec.spiffs ?? [])
  if (spiff === undefined) return []
  const { amount, currency } = spiff.amount
  return [
    readOff(
      'extra-reward',
      'Extra reward for one sale',
      given('extra reward', amount, { unit: 'money', currency }, field(spiff.amount, 'amount')),
    ),
  ]
})

export const rewardShare = inKind('IncentivePlan', ({ policy, pointedAt, assumptions }) => {
  const { targetPay, spiffs = [] } = policy.spec
  const [spiff] = pointedAt(spiffs)
  if (spiff === undefined || targetPay === undefined) return []
  const { amount, currency } = spiff.amount
  const reward = given('extra reward', amount, { unit: 'money', currency }, field(spiff.amount, 'amount'))
  const inTarget = converted(spiff.amount, targetPay.currency, assumptions.exchangeRates)
  if (inTarget === undefined) return []
  const rate = currency === targetPay.currency ? [] : [rateGiven(currency, targetPay.currency, assumptions)]
  const target = given(
    'target pay',
    targetPay.amount,
    { unit: 'money', currency: targetPay.currency },
    field(targetPay, 'amount'),
  )
  return [
    {
      figure: 'reward-share',
      steps: [step('Extra reward in proportion to target pay', over(times(reward, ...rate), target), 'percent')],
    },
  ]
})

/** What one unit of a currency is worth in another, by the declared rates. */
export function rateGiven(from: string, into: string, { exchangeRates }: Asked['assumptions']): Given {
  const declared = exchangeRates.find((rate) => rate.from === from && rate.to === into)
  const source =
    declared === undefined
      ? taken('from the declared exchange rates (assumptions.exchangeRates), by their inverses and chains')
      : field(declared, 'rate')
  return given(`${into} for one ${from}`, ratesInto(into, exchangeRates)[from] ?? 0, 'ratio', source)
}

/** The longest time that pay looks at, and the months of the agreement. */
export const horizons = inKind('IncentivePlan', (asked) => {
  const looked = payHorizon(asked.policy)
  if (looked === undefined) return []
  const pay = given('months over which pay looks at results', looked.months, 'months', field(looked.object, looked.key))
  return asSaid(
    asked,
    asked.workspace.all('PartnerAgreement').flatMap((agreement) => {
      const { term } = agreement.spec
      if (term === undefined || asked.pointedAt([term]).length === 0) return []
      const [from, to] = [dayNumber(term.from ?? ''), dayNumber(term.to ?? '')]
      if (from === undefined || to === undefined) return []
      const table = monthsTable(from, to, [
        given('first day of the term', from, 'count', field(term, 'from')),
        given('last day of the term', to, 'count', field(term, 'to')),
      ])
      const months: Expression = total(
        'share of the month',
        table.cells.map(({ values }) => values[0] ?? 0),
      )
      return [
        [
          readOff('pay-horizon', 'Longest time of pay', pay),
          { figure: 'agreement-term', steps: [step('Months of the term', months, 'months', table)] },
        ],
      ]
    }),
  )
})

/** Months from one day to another, those that are cut by their share of days. */
function monthsTable(from: number, to: number, days: readonly Given[]): Table {
  return {
    rows: 'month',
    by: 'share of the month = days of the term in it ÷ its days',
    from: days,
    columns: [{ title: 'share of the month', unit: 'ratio' }],
    cells: monthsTouched(from, to).map(({ name, first, last }) => ({
      label: name,
      values: [(Math.min(to, last) - Math.max(from, first) + 1) / (last - first + 1)],
    })),
  }
}

/** The plan that a value is held against: the first that the finding names. */
export const contraryPlan = inKind('CulturalNorms', (asked) => {
  const plans = asked.workspace.all('IncentivePlan').filter((plan) => asked.pointedAt([plan.spec]).length > 0)
  return asSaid(
    asked,
    plans.flatMap((plan) => [payoffWorked(plan, asked.assumptions), [sharedWeight({ policy: plan })]]),
  )
})
