import type { IncentivePlan, RouteCredit, Spiff } from '../language/generated/policies.ts'
import { type PayoutPiece, payoutCurve, pieceAt } from '../models/payout-curve.ts'
import { number } from '../rules/figure.ts'
import { fastestFrom, quotaAccelerators, saleBy } from '../rules/seller-pay.ts'
import { asSaid, inKind } from './asked.ts'
import { type Expression, type Given, minus, over, plus, times, total } from './expression.ts'
import { field, given, percentage, resultOf, type Step, step, type Table, taken, type Worked } from './step.ts'

type Spec = IncentivePlan['spec']

/** One sale by a route, compared with a direct one. */
interface Comparison {
  readonly spec: Spec
  readonly route: RouteCredit
  /** Of which plan's route the credit is, where the compared one is made up for the comparison. */
  readonly credit: Given
  /** Percent of quota reached before the sale. */
  readonly attained: number
  /** An extra reward that only direct sales earn. */
  readonly spiff?: Spiff | undefined
}

/** The route that the finding points at with its own quota rules left out, or the reward that it leaves out. */
export const neutrality = inKind('IncentivePlan', (asked) => {
  const { spec } = asked.policy
  const routes = spec.crediting?.routes ?? []
  const [route] = asked.pointedAt(routes)
  if (route !== undefined) {
    const alike = { ...route, retiresQuota: true, accelerators: true }
    return routeWorked({ spec, route: alike, credit: creditOf(route), attained: 0 })
  }
  const [spiff] = asked.pointedAt(spec.spiffs ?? [])
  return spiff === undefined
    ? []
    : asSaid(
        asked,
        routes.map((one) => routeWorked({ spec, route: one, credit: creditOf(one), attained: 0, spiff })),
      )
})

/** The largest share of the credit, or half of it. */
export const sharedCredit = inKind('IncentivePlan', ({ policy: { spec } }) => {
  const shares = (spec.crediting?.coSell?.shares ?? []).filter(({ credit }) => credit !== undefined)
  const [largest] = [...shares].sort((a, b) => (b.credit ?? 0) - (a.credit ?? 0))
  const declared = shares.length > 1 && largest !== undefined
  const credit = declared
    ? percentage('share of the credit', largest.credit ?? 0, field(largest, 'credit'))
    : percentage('share of the credit', 50, taken('two who divide the credit in halves, a convention'))
  return routeWorked({ spec, route: { route: 'co-sell', credit: credit.value * 100 }, credit, attained: 0 })
})

/** Only what counts towards the quota differs, once the fastest rate is reached. */
export const uncounted = inKind('IncentivePlan', ({ policy, pointedAt }) => {
  const { spec } = policy
  const routes = spec.crediting?.routes ?? []
  const [route] = pointedAt(routes)
  if (route === undefined) return []
  const direct = routes.find((one) => one.route === 'direct')
  const { retiresQuota, accelerators } = route
  const alone: RouteCredit = {
    ...(direct ?? { credit: 100 }),
    route: route.route,
    ...(retiresQuota === undefined ? {} : { retiresQuota }),
    ...(accelerators === undefined ? {} : { accelerators }),
  }
  return routeWorked({ spec, route: alone, credit: directCredit(direct), attained: fastestFrom(policy) })
})

function routeWorked(comparison: Comparison): readonly Worked[] {
  const { spec, route, spiff } = comparison
  const direct = spec.crediting?.routes?.find((one) => one.route === 'direct')
  const sale = new Sale(comparison)
  const straight = sale.pay('direct', direct ?? { route: 'direct', credit: 100 }, directCredit(direct), spiff)
  const byRoute = sale.pay(saleBy[route.route], route, comparison.credit, undefined)
  const [one, other] = [straight.at(-1), byRoute.at(-1)]
  if (one === undefined || other === undefined) return []
  const ratio = step('Pay by this route in proportion to a direct sale', over(resultOf(other), resultOf(one)), 'ratio')
  return [
    { figure: 'channel-neutrality', steps: [...straight, ...byRoute, ratio] },
    { figure: 'direct-pay', steps: straight },
    { figure: 'route-pay', steps: byRoute },
  ]
}

function creditOf(route: RouteCredit): Given {
  return percentage(`credit of a sale ${saleBy[route.route]}`, route.credit, field(route, 'credit'))
}

function directCredit(direct: RouteCredit | undefined): Given {
  return direct === undefined
    ? percentage('credit of a direct sale', 100, taken('the plan lists no direct route, which means credit in full'))
    : creditOf(direct)
}

/** The numbers of one typical sale. */
class Sale {
  readonly #spec: Spec
  readonly #attained: Given
  readonly #pay: Expression
  readonly #quota: Given
  readonly #deal: Given
  readonly #unit: { readonly unit: 'money'; readonly currency?: string | undefined }

  constructor({ spec, attained }: Comparison) {
    this.#spec = spec
    this.#attained = percentage(
      'quota reached before the sale',
      attained,
      taken(
        attained === 0 ? 'the first sale of the year, a convention' : 'the point from which the fastest rate is paid',
      ),
    )
    const { targetPay, quota, typicalDeal } = spec
    const inMoney = targetPay !== undefined && quota !== undefined && typicalDeal !== undefined
    const oneCurrency = quota?.currency === targetPay?.currency && typicalDeal?.currency === targetPay?.currency
    if (inMoney && oneCurrency && ownShare(spec) !== 0) {
      this.#unit = { unit: 'money', currency: targetPay.currency }
      const target = given('target pay', targetPay.amount, this.#unit, field(targetPay, 'amount'))
      this.#pay = times(target, ...ownWeights(spec))
      this.#quota = given('quota', quota.amount, this.#unit, field(quota, 'amount'))
      this.#deal = given('typical deal', typicalDeal.amount, this.#unit, field(typicalDeal, 'amount'))
      return
    }
    const anySale = taken('without amounts the proportion is the same for any; a sale of one hundredth of the quota')
    this.#unit = { unit: 'money' }
    this.#pay = given('pay at full quota', 100, this.#unit, anySale)
    this.#quota = given('quota', 100, this.#unit, anySale)
    this.#deal = given('deal', 1, this.#unit, anySale)
  }

  /** The steps to the pay for the sale by one route. */
  pay(how: string, route: RouteCredit, credit: Given, spiff: Spiff | undefined): readonly Step[] {
    const net = route.basis === 'net-of-partner-margin' && route.partnerMargin !== undefined
    const margin = net
      ? [minus(1, percentage("partner's margin", route.partnerMargin ?? 0, field(route, 'partnerMargin')))]
      : []
    const credited = step(`Credited, ${how}`, times(this.#deal, ...margin, credit), this.#unit)
    const share = step(`Share of the quota, ${how}`, over(resultOf(credited), this.#quota), 'percent')
    const counts = route.retiresQuota !== false && route.accelerators !== false
    const earned = counts ? this.#earned(how, share) : []
    const commission = times(this.#pay, resultOf(earned.at(-1) ?? share))
    const reward =
      spiff === undefined || spiff.amount.currency !== this.#unit.currency
        ? []
        : [
            given(
              `extra reward "${spiff.title ?? spiff.name}"`,
              spiff.amount.amount,
              this.#unit,
              field(spiff.amount, 'amount'),
            ),
          ]
    return [credited, share, ...earned, step(`Pay, ${how}`, plus(commission, ...reward), this.#unit)]
  }

  /** The share of the quota weighed with the rates that it meets; nothing where one rate holds for all of it. */
  #earned(how: string, share: Step): readonly Step[] {
    const curve = payoutCurve({ accelerators: quotaAccelerators(this.#spec) })
    const [from, to] = [this.#attained.value, this.#attained.value + share.result.value]
    const met = curve.filter((piece, at) => piece.from < to && (curve[at + 1]?.from ?? Number.POSITIVE_INFINITY) > from)
    if (met.length === 1 && met[0]?.slope === 1) return []
    const table = ratesTable(curve, from, to)
    const terms = table.cells.map(({ values }) => values[2] ?? 0)
    return [
      step(`Share of the quota at the rates that it meets, ${how}`, total('share × rate', terms), 'percent', table),
    ]
  }
}

/** What part of the sale meets which rate; a retroactive rate pays for what lies below as well, all at once. */
function ratesTable(curve: readonly PayoutPiece[], from: number, to: number): Table {
  const percent = (value: number): string => `${number(value * 100, 1)} %`
  const cells = curve.flatMap((piece, at) => {
    const end = Math.min(to, curve[at + 1]?.from ?? Number.POSITIVE_INFINITY)
    const start = Math.max(from, piece.from)
    const before = curve[at - 1]
    const reached = before !== undefined && piece.from > from && piece.from <= to
    const below = pieceAt(curve.slice(0, at), piece.from)
    const jump = reached ? piece.intercept + piece.slope * piece.from - (below.intercept + below.slope * piece.from) : 0
    return [
      ...(Math.abs(jump) < 1e-12
        ? []
        : [{ label: `once at ${percent(piece.from)}`, values: [undefined, undefined, jump] }]),
      ...(end <= start
        ? []
        : [
            {
              label: `${percent(start)} to ${percent(end)}`,
              values: [end - start, piece.slope, (end - start) * piece.slope],
            },
          ]),
    ]
  })
  return {
    rows: 'quota reached',
    columns: [
      { title: 'share', unit: 'percent' },
      { title: 'rate', unit: 'ratio' },
      { title: 'share × rate', unit: 'percent' },
    ],
    cells,
  }
}

function ownWeights({ measures }: Spec): readonly Expression[] {
  const own = (measures ?? []).filter(({ scope, weight }) => scope === 'individual' && weight !== undefined)
  if (measures === undefined || own.length === 0) return []
  return [
    plus(
      ...own.map((measure) =>
        percentage(`weight of "${measure.title ?? measure.name}"`, measure.weight ?? 0, field(measure, 'weight')),
      ),
    ),
  ]
}

function ownShare({ measures = [] }: Spec): number {
  const weights = measures.filter(({ scope }) => scope === 'individual').flatMap(({ weight }) => weight ?? [])
  return weights.length === 0 ? 1 : weights.reduce((sum, weight) => sum + weight, 0)
}
