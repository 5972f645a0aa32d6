import type { Money } from '../language/generated/policies.ts'
import type { Rates } from '../models/dated-amounts.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { ExchangeRate } from './assumptions.ts'
import type { Assumption } from './figure.ts'
import type { Report } from './rule.ts'

/** What one unit of each currency is worth in `currency`, by declared rates, their inverses, and chains of both. */
export function ratesInto(currency: string, declared: readonly ExchangeRate[]): Rates {
  const worth = new Map([[currency, 1]])
  // A map that grows while it is walked: each currency reached leads on to others.
  for (const [reached, value] of worth) {
    for (const { from, to, rate } of declared) {
      if (rate <= 0) continue
      if (to === reached && !worth.has(from)) worth.set(from, rate * value)
      if (from === reached && !worth.has(to)) worth.set(to, value / rate)
    }
  }
  return Object.fromEntries(worth)
}

/** An amount in another currency; undefined where no declared rate leads there. */
export function converted(
  { amount, currency }: Money,
  into: string,
  declared: readonly ExchangeRate[],
): number | undefined {
  if (currency === into) return amount
  const rate = ratesInto(into, declared)[currency]
  return rate === undefined ? undefined : amount * rate
}

/** That amounts cannot be compared, since no declared rate leads from the others to the first unit. `what` has a verb: `The pool is drawn on`. */
export function noRateReport(
  what: string,
  [own, ...others]: readonly string[],
  why: string,
): Pick<Report, 'what' | 'why' | 'change'> {
  return {
    what: `${what} in ${others.join(' and ')}, and no exchange rate leads from there to ${own}.`,
    why,
    change: `Declare the rate in the leadership system (assumptions.exchangeRates), or allocate in ${own}.`,
  }
}

/** The rates by which amounts in these units were compared, as figures show them; none where all are in one unit. */
export function rateAssumptions(
  units: readonly string[],
  into: string,
  declared: readonly ExchangeRate[],
  workspace: Workspace,
): readonly Assumption[] {
  const rates = ratesInto(into, declared)
  const inSystem = workspace.all('LeadershipSystem').some(({ spec }) => spec.assumptions?.exchangeRates !== undefined)
  return [...new Set(units)].flatMap((unit) => {
    const value = unit === into ? undefined : rates[unit]
    const name = `exchange-rate-${unit}-${into}`.toLowerCase()
    return value === undefined ? [] : [{ name, value, from: inSystem ? 'leadership system' : 'configuration' }]
  })
}
