import type { Money, SpendingPeriod } from '../language/generated/policies.ts'
import type { Policy } from '../language/policy-file.ts'
import { type Figure, figureText, number } from './figure.ts'
import { monthsIn, sharedSpan, spanText, spanWithin, type TimeSpan } from './time-spans.ts'

/** What commitments, allocations and pools have in common: so much of a resource. */
export interface ResourceAmount {
  readonly fte?: number
  readonly money?: Money
  readonly per?: SpendingPeriod
  readonly daysPerMonth?: number
  readonly skill?: string
  readonly equipment?: string
}

/** `3 FTE formulation`, `600,000 EUR for the term`, `6 days per month of clean-room-b`. */
export function amountText(resource: ResourceAmount): string {
  const { fte, money, daysPerMonth, skill, equipment } = resource
  if (fte !== undefined)
    return [figureText({ value: fte, unit: 'fte' }), skill].filter((part) => part !== undefined).join(' ')
  if (money !== undefined) return `${moneyText(money)}${perPeriod(resource)}`
  if (daysPerMonth !== undefined)
    return [figureText({ value: daysPerMonth, unit: 'days-per-month' }), equipment]
      .filter((part) => part !== undefined)
      .join(' of ')
  return 'an unnamed amount'
}

/** The amount with the time of something in a policy: `3 FTE formulation from 2027-01-01`. */
export function timedAmountText(resource: ResourceAmount & TimeSpan, owner: Policy): string {
  return [amountText(resource), spanText(spanWithin(resource, owner))].filter((part) => part !== '').join(' ')
}

export function moneyText({ amount, currency }: Money): string {
  return `${number(amount, 2)} ${currency}`
}

/** Just the amount, without what it is of. */
export function bareAmount({
  fte,
  money,
  per,
  daysPerMonth,
}: ResourceAmount): Pick<ResourceAmount, 'fte' | 'money' | 'per' | 'daysPerMonth'> {
  return {
    ...(fte === undefined ? {} : { fte }),
    ...(money === undefined ? {} : { money }),
    ...(per === undefined ? {} : { per }),
    ...(daysPerMonth === undefined ? {} : { daysPerMonth }),
  }
}

/** So much of one unit: `FTE`, `days per month`, or a currency. */
export interface Quantity {
  readonly amount: number
  readonly unit: string
}

/** The amount as it is declared, for the period that it is declared for; undefined where none is. */
export function quantityOf({ fte, money, daysPerMonth }: ResourceAmount): Quantity | undefined {
  if (fte !== undefined) return { amount: fte, unit: 'FTE' }
  if (money !== undefined) return { amount: money.amount, unit: money.currency }
  return daysPerMonth === undefined ? undefined : { amount: daysPerMonth, unit: 'days per month' }
}

/** Whether both are of people, both of money, or both of equipment. */
export function sameResource(one: ResourceAmount, other: ResourceAmount): boolean {
  return (
    (one.fte !== undefined && other.fte !== undefined) ||
    (one.money !== undefined && other.money !== undefined) ||
    (one.daysPerMonth !== undefined && other.daysPerMonth !== undefined)
  )
}

/** Money is for the whole term unless it says otherwise; people and equipment are for each month. */
export function periodOf({ money, per }: ResourceAmount): SpendingPeriod {
  return money === undefined ? 'month' : (per ?? 'term')
}

/** How many months a period has; undefined for the term, which is as long as it is. */
export function monthsPer(period: SpendingPeriod): number | undefined {
  return { month: 1, quarter: 3, year: 12, term: undefined }[period]
}

/** What it comes to in a month. A total for the term is spread evenly over its months; undefined where it has no end. */
export function monthlyOf(resource: ResourceAmount, span: TimeSpan): Quantity | undefined {
  const quantity = quantityOf(resource)
  const months = monthsPer(periodOf(resource)) ?? monthsIn(span)
  return quantity === undefined || months === undefined ? undefined : { ...quantity, amount: quantity.amount / months }
}

/** What money comes to over the days that it shares with another span; undefined where an end that is needed is open. */
export function totalOver(resource: ResourceAmount, own: TimeSpan, span: TimeSpan): Quantity | undefined {
  const quantity = quantityOf(resource)
  if (quantity === undefined) return undefined
  const shared = sharedSpan(own, span)
  if (shared === undefined) return { ...quantity, amount: 0 }
  const months = monthsIn(shared)
  const whole = monthsPer(periodOf(resource)) ?? monthsIn(own)
  // A total without an end of its own is all for the span that it is asked for.
  if (periodOf(resource) === 'term' && (whole === undefined || months === undefined)) return quantity
  return whole === undefined || months === undefined
    ? undefined
    : { ...quantity, amount: (quantity.amount * months) / whole }
}

/** The field that holds the amount: an object of the policy, and the key in it. */
export function amountField(resource: ResourceAmount): { readonly on: object; readonly key: string } {
  if (resource.fte !== undefined) return { on: resource, key: 'fte' }
  return resource.money === undefined ? { on: resource, key: 'daysPerMonth' } : { on: resource.money, key: 'amount' }
}

/** The same with another amount. */
export function withAmount<R extends ResourceAmount>(resource: R, amount: number): R {
  if (resource.fte !== undefined) return { ...resource, fte: amount }
  if (resource.money !== undefined) return { ...resource, money: { ...resource.money, amount } }
  return { ...resource, daysPerMonth: amount }
}

/** The value and unit of a figure, for an amount in a unit of resources. */
export function figureValue({ amount, unit }: Quantity): Pick<Figure, 'value' | 'unit' | 'currency'> {
  if (unit === 'FTE') return { value: amount, unit: 'fte' }
  return unit === 'days per month'
    ? { value: amount, unit: 'days-per-month' }
    : { value: amount, unit: 'money', currency: unit }
}

/** Behind an amount of money ` per quarter` or ` for the term`; nothing behind people and equipment, which are for each month. */
export function perPeriod(resource: ResourceAmount): string {
  if (resource.money === undefined) return ''
  const per = periodOf(resource)
  return per === 'term' ? ' for the term' : ` per ${per}`
}

/**
 * Gathers months into the periods that money is for, counted from a first day or else from the first January: what is spent within
 * one year may be spread over it in any way.
 */
export function byPeriod<M extends { readonly month: string }>(
  months: readonly M[],
  per: SpendingPeriod,
  start: string | undefined,
): readonly (readonly M[])[] {
  const [first] = months
  const length = monthsPer(per)
  if (first === undefined || length === 1) return months.map((month) => [month])
  if (length === undefined) return [months]
  const begin = monthCount(start ?? `${first.month.slice(0, 4)}-01`)
  const periods = new Map<number, M[]>()
  for (const month of months) {
    const period = Math.floor((monthCount(month.month) - begin) / length)
    const others = periods.get(period)
    if (others === undefined) periods.set(period, [month])
    else others.push(month)
  }
  return [...periods.values()]
}

function monthCount(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
}
