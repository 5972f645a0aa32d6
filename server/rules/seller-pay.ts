import type { IncentivePlan, Route, RouteCredit, Spiff } from '../language/generated/policies.ts'
import { channelNeutrality, type RouteTerms, type SalesTerms } from '../models/channel-neutrality.ts'
import { type Assumption, type Figure, figure, figureText, moneyIn } from './figure.ts'
import { moneyText } from './resource-amounts.ts'

/** What a seller earns on one sale to a customer, direct and by another route. */
export interface RoutePay {
  /** Pay by the route in percent of pay for a direct sale: 100 is neutral. */
  readonly percent: number
  /** In money, where the plan says enough. */
  readonly money: { readonly direct: number; readonly byRoute: number; readonly currency: string } | undefined
  /** Percent of quota that is reached before the sale. */
  readonly attained: number
  readonly assumptions: readonly Assumption[]
}

/** Percent: less than this apart is the same pay. */
const rounding = 1e-6

/** Whether a sale by the route pays as much as a direct one, or more. */
export function isNeutral({ percent }: RoutePay): boolean {
  return percent > 100 - rounding
}

export function isBelow({ percent }: RoutePay, limit: number): boolean {
  return percent < limit - rounding
}

/** Credited in full: what a plan means that does not list a route. */
const inFull: RouteTerms = {}

/**
 * Pay for the same sale by a route, compared with a direct one; undefined where a margin is taken off and not declared.
 *
 * @param attained percent of quota reached before the sale: it decides which accelerators the sale meets
 * @param spiff an extra reward that only direct sales earn
 */
export function routePay(
  { spec }: IncentivePlan,
  route: RouteCredit,
  attained = 0,
  spiff?: Spiff,
): RoutePay | undefined {
  const direct = spec.crediting?.routes?.find((one) => one.route === 'direct')
  const directTerms = direct === undefined ? inFull : termsOf(direct)
  const partner = termsOf(route)
  if (directTerms === undefined || partner === undefined) return undefined
  const known = salesTerms(spec)
  const reward = spiff !== undefined && known?.currency === spiff.amount.currency ? spiff.amount.amount : 0
  // Without money the percentages are the same for any deal: one hundredth of a quota of 100.
  const terms = {
    ...(known ?? { variablePay: 100, quota: 100, dealValue: 1 }),
    accelerators: quotaAccelerators(spec),
    attainedPercent: attained,
  }
  const found = channelNeutrality(terms, { direct: { ...directTerms, spiff: reward }, partner })
  if (found.ratio === undefined) return undefined
  return {
    percent: found.ratio * 100,
    money:
      known === undefined
        ? undefined
        : { direct: found.direct.total, byRoute: found.partner.total, currency: known.currency },
    attained,
    assumptions: [
      ...(known === undefined ? [] : [{ name: 'deal-value', value: known.dealValue, from: 'policy' } as const]),
      { name: 'quota-reached', value: attained, from: 'convention' },
    ],
  }
}

function termsOf({ credit, basis, partnerMargin, retiresQuota, accelerators }: RouteCredit): RouteTerms | undefined {
  if (basis === 'net-of-partner-margin' && partnerMargin === undefined) return undefined
  return {
    creditPercent: credit,
    marginDeductedPercent: basis === 'net-of-partner-margin' ? (partnerMargin ?? 0) : 0,
    retiresQuota: retiresQuota !== false && accelerators !== false,
  }
}

/** Target pay that follows one's own results, on the quota, for a typical deal; all in one currency. */
function salesTerms({
  targetPay,
  quota,
  typicalDeal,
  measures,
}: IncentivePlan['spec']): (SalesTerms & { readonly currency: string }) | undefined {
  if (targetPay === undefined || quota === undefined || typicalDeal === undefined) return undefined
  const { currency } = targetPay
  const own = (measures ?? []).filter(({ scope }) => scope === 'individual')
  const weights = own.flatMap(({ weight }) => weight ?? [])
  const share =
    measures === undefined || weights.length === 0 ? 1 : weights.reduce((sum, weight) => sum + weight, 0) / 100
  const variablePay = targetPay.amount * share
  const amounts = [variablePay, quota.amount, typicalDeal.amount]
  if (quota.currency !== currency || typicalDeal.currency !== currency || amounts.some((amount) => amount <= 0))
    return undefined
  return { variablePay, quota: quota.amount, dealValue: typicalDeal.amount, currency }
}

/** The faster rates that a sale can reach: those of the first own measure that has any. */
export function quotaAccelerators({ measures }: IncentivePlan['spec']): SalesTerms['accelerators'] {
  const accelerated = measures?.find(
    ({ scope, accelerators }) => scope === 'individual' && accelerators !== undefined && accelerators.length > 0,
  )
  return (accelerated?.accelerators ?? []).map(({ above, rate, retroactive }) => ({
    abovePercent: above,
    times: rate,
    retroactive,
  }))
}

/** The percent of quota from which the fastest rate is paid; 0 without accelerators. */
export function fastestFrom({ spec }: IncentivePlan): number {
  return Math.max(0, ...(quotaAccelerators(spec) ?? []).map(({ abovePercent }) => abovePercent))
}

/** `On a typical deal of 300,000 EUR the seller gets 24,000 EUR instead of 30,000 EUR: 80 % of the pay for a direct sale.` */
export function routePayText({ spec }: IncentivePlan, { percent, money, attained }: RoutePay): string {
  const when = attained > 0 ? `, once ${figureText({ value: attained, unit: 'percent' })} of quota is reached` : ''
  const share = `${figureText({ value: percent, unit: 'percent' })} of the pay for a direct sale`
  if (money === undefined || spec.typicalDeal === undefined) return `The same sale earns ${share}${when}.`
  const amount = (value: number): string => moneyText({ amount: value, currency: money.currency })
  return `On a typical deal of ${moneyText(spec.typicalDeal)} the seller gets ${amount(money.byRoute)} instead of ${amount(money.direct)}${when}: ${share}.`
}

export function routePayFigures({ percent, money, assumptions }: RoutePay): readonly Figure[] {
  const ratio = figure(
    'channel-neutrality',
    'Pay by this route in proportion to pay for a direct sale',
    percent / 100,
    'ratio',
    assumptions,
  )
  if (money === undefined) return [ratio]
  const { direct, byRoute, currency } = money
  return [
    ratio,
    figure('direct-pay', 'Pay for a typical deal, sold direct', direct, moneyIn(currency), assumptions),
    figure('route-pay', 'Pay for a typical deal by this route', byRoute, moneyIn(currency), assumptions),
  ]
}

/** How a sale came about, after `a sale`. */
export const saleBy: Readonly<Record<Route, string>> = {
  direct: 'sold direct',
  partner: 'through a partner',
  reseller: 'through a reseller',
  'co-sell': 'made together with a partner',
  referral: "on a partner's referral",
  marketplace: 'on a marketplace',
}
