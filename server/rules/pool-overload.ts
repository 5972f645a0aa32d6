import type { HeldAllocation, HeldPool } from '../workspace/allocations.ts'
import { noRateReport } from './exchange-rates.ts'
import { type Assumption, type Figure, figure, figureText } from './figure.ts'
import { excessOf, firmExcess, type PoolLoads, peakOf } from './pool-loads.ts'
import { amountText, figureValue, perPeriod } from './resource-amounts.ts'
import { drawnText } from './role-overload.ts'
import { place, type Report, titled } from './rule.ts'
import { sharedSpan, spanWithin } from './time-spans.ts'

/** That more is allocated from a pool than it has. */
export function overcommitted(
  held: HeldPool,
  drawn: readonly HeldAllocation[],
  loads: PoolLoads,
  rates: readonly Assumption[],
): Report {
  const { policy, pool } = held
  const { capacity, runWork } = loads
  const [peak, excess, firm] = [peakOf(loads), excessOf(loads), firmExcess(loads)]
  const load = capacity.amount + excess
  const [first] = peak.months
  const text = (amount: number) => `${figureText(figureValue({ amount, unit: capacity.unit }))}${perPeriod(pool)}`
  const time = first === undefined ? spanWithin(pool, policy) : { from: `${first}-01`, to: `${peak.months.at(-1)}-31` }
  const inPeak = drawn.filter(
    ({ policy: owner, allocation }) =>
      allocation.class !== 'residual' && sharedSpan(spanWithin(allocation, owner), time) !== undefined,
  )
  return {
    what: `${called(held)} has to give ${text(load)}${monthsText(peak.months)}${runWork === 0 ? '' : `, ${text(runWork)} of it for running work`}.`,
    howMuch: `That is ${text(excess)} more than there is${share(loads, load)}.${firm > 0 ? '' : ' All that is committed fits; the best-effort work does not.'}`,
    change:
      firm > 0
        ? `Take ${text(firm)} out of what is committed${firm < excess ? ' (the rest is best effort, which gives way)' : ''}, move it to another time, or add capacity.`
        : `Plan ${text(excess)} less of best-effort work, or say that it gets what is left (class: residual).`,
    severity: firm > 0 ? 'error' : 'warning',
    figures: figures(loads, load, rates),
    related: inPeak.map(({ policy: owner, allocation }) =>
      place(`${drawnText(allocation, owner)}.`, owner, allocation),
    ),
  }
}

/** The period of a budget has several months. */
function monthsText(months: readonly string[]): string {
  const [first, ...others] = months
  if (first === undefined) return ''
  return others.length === 0 ? ` in ${first}` : ` between ${first} and ${others.at(-1)}`
}

/** That amounts drawn from a pool cannot be compared with it. */
export function unlikeUnits(held: HeldPool, units: readonly string[]): Report {
  return noRateReport(`${called(held)} is drawn on`, units, 'Nobody can tell whether the pool is enough.')
}

function called({ pool }: HeldPool): string {
  return `The pool "${titled(pool)}" (${amountText(pool)})`
}

function share({ capacity }: PoolLoads, load: number): string {
  return capacity.amount === 0
    ? ''
    : `, a load of ${figureText({ value: (100 * load) / capacity.amount, unit: 'percent' })}`
}

function figures({ capacity, runWork }: PoolLoads, load: number, rates: readonly Assumption[]): readonly Figure[] {
  const assumptions: readonly Assumption[] =
    runWork === 0 ? rates : [{ name: 'run-work', value: runWork, from: 'policy' }, ...rates]
  const share = figure('load', 'Load at its highest', (100 * load) / capacity.amount, 'percent', assumptions)
  const { value, ...unit } = figureValue({ amount: load - capacity.amount, unit: capacity.unit })
  const over = figure('overcommitment', 'More than there is', value, unit, assumptions)
  return capacity.amount === 0 ? [over] : [share, over]
}
