import { requireAmount, requirePercent, requirePositive } from './admissible.ts'
import { type Accelerator, payoutAt, payoutCurve } from './payout-curve.ts'

/** What a plan says about a seller's deals, before any route is taken. */
export interface SalesTerms {
  /** Variable pay at full quota, in money, greater than 0. */
  readonly variablePay: number
  /** Value to sell for it, in the same currency, greater than 0. */
  readonly quota: number
  /** What the customer pays, in the same currency. */
  readonly dealValue: number
  /** Above a level of quota attained, each further unit pays `times` the base rate; the highest reached holds. A retroactive one pays for what lies below it as well, once a deal reaches it. */
  readonly accelerators?: readonly Accelerator[] | undefined
  /** Percent of quota attained before this deal; 0 unless given. It decides which accelerators the deal reaches. */
  readonly attainedPercent?: number | undefined
}

/** How the plan credits a deal that goes one way: direct, or through a partner. */
export interface RouteTerms {
  /** Share of the credited value that the seller gets, 0 or more; 100 unless given. */
  readonly creditPercent?: number | undefined
  /** What is taken off the deal's value before it is credited, such as the partner's margin; 0 unless given. */
  readonly marginDeductedPercent?: number | undefined
  /** Whether the credit counts towards quota; yes unless given. If not, it earns the base rate and no accelerator. */
  readonly retiresQuota?: boolean | undefined
  /** Paid on top for a deal by this route, in money; 0 unless given. */
  readonly spiff?: number | undefined
}

export interface RoutePayout {
  /** Value that counts for the seller, in money. */
  readonly credited: number
  readonly commission: number
  readonly spiff: number
  readonly total: number
}

/**
 * What the seller is paid for the deal by one route.
 *
 * @throws RangeError for numbers out of the ranges given with the fields.
 */
export function routePayout(terms: SalesTerms, route: RouteTerms): RoutePayout {
  const { variablePay, quota, dealValue, accelerators = [], attainedPercent = 0 } = terms
  const { creditPercent = 100, marginDeductedPercent = 0, retiresQuota = true, spiff = 0 } = route
  requirePositive('variablePay', variablePay)
  requirePositive('quota', quota)
  requireAmount('dealValue', dealValue)
  requireAmount('attainedPercent', attainedPercent)
  requireAmount('creditPercent', creditPercent)
  requirePercent('marginDeductedPercent', marginDeductedPercent)
  requireAmount('spiff', spiff)
  const credited = (((dealValue * (100 - marginDeductedPercent)) / 100) * creditPercent) / 100
  const curve = payoutCurve({ accelerators })
  const before = attainedPercent / 100
  const earned = (ofQuota: number): number => payoutAt(curve, before + ofQuota) - payoutAt(curve, before)
  const commission = variablePay * (retiresQuota ? earned(credited / quota) : credited / quota)
  return { credited, commission, spiff, total: commission + spiff }
}

export interface ChannelNeutrality {
  readonly direct: RoutePayout
  readonly partner: RoutePayout
  /** payout(partner) / payout(direct): 1 is neutral. `undefined` where the direct route pays nothing. */
  readonly ratio: number | undefined
  /** What the seller loses by taking the partner along, in money; negative for a gain. */
  readonly lostByPartnering: number
  readonly assumptions: { readonly dealValue: number; readonly attainedPercent: number }
}

/**
 * Does the seller earn the same on the same customer value, with a partner and without?
 *
 * @throws RangeError as routePayout does.
 */
export function channelNeutrality(
  terms: SalesTerms,
  routes: { readonly direct: RouteTerms; readonly partner: RouteTerms },
): ChannelNeutrality {
  const direct = routePayout(terms, routes.direct)
  const partner = routePayout(terms, routes.partner)
  return {
    direct,
    partner,
    ratio: direct.total > 0 ? partner.total / direct.total : undefined,
    lostByPartnering: direct.total - partner.total,
    assumptions: { dealValue: terms.dealValue, attainedPercent: terms.attainedPercent ?? 0 },
  }
}
