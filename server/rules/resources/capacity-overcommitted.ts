import type { HeldAllocation, HeldPool } from '../../workspace/allocations.ts'
import { drawnFrom } from '../../workspace/pools.ts'
import { rateAssumptions } from '../exchange-rates.ts'
import { type Assumption, type Figure, figure, figureText } from '../figure.ts'
import { excessOf, firmExcess, type PoolLoads, peakOf, poolLoads } from '../pool-loads.ts'
import { amountField, amountText, figureValue, perPeriod, quantityOf } from '../resource-amounts.ts'
import { roleLoad } from '../role-loads.ts'
import { drawnText, tooFewPeople } from '../role-overload.ts'
import { barrier, passed, place, type Report, rule } from '../rule.ts'
import { sharedSpan, spanWithin } from '../time-spans.ts'

export default rule({
  id: 'resources/capacity-overcommitted',
  title: 'More is allocated from a pool than it has',
  kind: 'ResourceAllocation',
  severity: 'error',
  finds:
    'A pool of people, money or equipment whose allocations and running work exceed its capacity in some month (for money: in some period of its budget), added up over all resource plans; or a role of which more is allocated than the people who hold it (`headcount` in the organization design). Where only best-effort work exceeds it, that is a warning. What gets the rest (`residual`) does not count.',
  why: 'Everybody plans with people, money or equipment that are promised twice, and joint work is where it shows, because its partner cannot see the plan.',
  evidence: ['arithmetic', 'R22'],
  certainty: 'The load follows from the declared numbers alone.',
  against: 'Best-effort work is meant to give way, so it only warns where that work alone does not fit.',
  fixing:
    "There is no automatic fix: only the pool's owner can say which work gives way, or where more capacity comes from.",
  *check(policy, { workspace, assumptions }) {
    for (const pool of policy.spec.pools ?? []) {
      const held = { policy, pool }
      const drawn = drawnFrom(workspace, held)
      const loads = drawn.length === 0 ? undefined : poolLoads(held, drawn, assumptions.exchangeRates)
      const { on, key } = amountField(pool)
      if (loads === undefined) continue
      if (loads.kind === 'unlike-units') yield barrier(on, key, unlikeUnits(held, loads.units))
      else if (excessOf(loads) === 0) yield passed()
      else {
        const units = drawn.flatMap(({ allocation }) => quantityOf(allocation)?.unit ?? [])
        const rates = rateAssumptions(units, loads.capacity.unit, assumptions.exchangeRates, workspace)
        yield barrier(on, key, overcommitted(held, drawn, loads, rates))
      }
    }
    for (const role of new Set((policy.spec.allocations ?? []).flatMap(({ role }) => role ?? []))) {
      const load = roleLoad(role, workspace)
      const [first] = load?.allocations ?? []
      const people = load?.held.role.headcount
      // Said once, in the plan with the role's first allocation.
      if (load === undefined || first?.policy !== policy || people === undefined || load.peak === 0) continue
      yield load.peak <= people + 1e-9 ? passed() : barrier(first.allocation, 'role', tooFewPeople(load, people))
    }
  },
})

function overcommitted(
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

function unlikeUnits(held: HeldPool, [own, ...others]: readonly string[]): Report {
  return {
    what: `${called(held)} is drawn on in ${others.join(' and ')}, and no exchange rate leads from there to ${own}.`,
    why: 'Nobody can tell whether the pool is enough.',
    change: `Declare the rate in the leadership system (assumptions.exchangeRates), or allocate in ${own}.`,
  }
}

function called({ pool }: HeldPool): string {
  return `The pool "${pool.title ?? pool.name}" (${amountText(pool)})`
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
  const over: Figure = {
    name: 'overcommitment',
    title: 'More than there is',
    ...figureValue({ amount: load - capacity.amount, unit: capacity.unit }),
    assumptions,
  }
  return capacity.amount === 0 ? [over] : [share, over]
}
