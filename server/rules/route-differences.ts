import type { RouteCredit } from '../language/generated/policies.ts'
import { figureText } from './figure.ts'
import { type Fix, set, unsafe } from './fix.ts'
import type { RoutePay } from './seller-pay.ts'

/** In what a sale by a route is worth less to the seller than a direct one. */
export interface RouteDifference {
  readonly key: 'credit' | 'basis' | 'retiresQuota' | 'accelerators'
  /** What it means for the sale, as a part of a sentence. */
  readonly says: string
  /** What makes the route like direct sales. */
  readonly value: number | string | boolean
}

/** What of the sale is credited. */
export function creditDifferences(
  { credit, basis, partnerMargin }: RouteCredit,
  directCredit: number,
): readonly RouteDifference[] {
  const found: RouteDifference[] = []
  if (credit < directCredit) {
    const says = `it is credited at ${credit} % instead of ${directCredit} %`
    found.push({ key: 'credit', says, value: directCredit })
  }
  if (basis === 'net-of-partner-margin') {
    const margin = partnerMargin === undefined ? '' : ` of ${partnerMargin} %`
    found.push({ key: 'basis', says: `it is counted after the partner's margin${margin}`, value: 'gross' })
  }
  return found
}

/** Whether the sale counts towards the quota and earns the faster rates, in a plan that may have some. */
export function quotaDifferences(
  route: RouteCredit,
  direct: RouteCredit | undefined,
  hasFasterRates: boolean,
): readonly RouteDifference[] {
  const found: RouteDifference[] = []
  const lacks = (key: 'retiresQuota' | 'accelerators'): boolean => route[key] === false && direct?.[key] !== false
  if (lacks('retiresQuota')) found.push({ key: 'retiresQuota', says: 'does not count towards the quota', value: true })
  if (lacks('accelerators') && hasFasterRates)
    found.push({ key: 'accelerators', says: 'does not earn the faster rates above target', value: true })
  return found
}

/** `credit: 100, basis: gross` */
export function fieldsLikeDirect(differences: readonly RouteDifference[]): string {
  return differences.map(({ key, value }) => `${key}: ${value}`).join(', ')
}

/** Makes a route like direct sales, with what that does to the seller's pay. */
export function likeDirect(
  verb: 'Count' | 'Credit',
  route: RouteCredit,
  differences: readonly RouteDifference[],
  pay: RoutePay | undefined,
): Fix {
  const gain = pay === undefined ? '' : ` (${figureText({ value: pay.percent, unit: 'percent' })} → 100 %)`
  return unsafe(
    `${verb} ${route.route} sales like direct ones: ${fieldsLikeDirect(differences)}${gain}`,
    ...differences.map(({ key, value }) => set(route, key, value)),
  )
}
