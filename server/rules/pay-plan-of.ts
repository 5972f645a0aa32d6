import type {
  IncentiveMeasure,
  IncentivePlan,
  IncentivePool,
  SalesContest,
  Scope,
} from '../language/generated/policies.ts'
import type { Contest, Gate, Measure, PayAmount, PayPlan, Pool, PoolFunding, ResultOf } from '../models/pay-plan.ts'
import type { PayoutTerms } from '../models/payout-curve.ts'
import { asksForConduct } from './conduct-gates.ts'
import type { Assumption } from './figure.ts'

/** An incentive plan in plain numbers, and what had to be taken for granted to get there. */
export interface DescribedPay {
  readonly plan: PayPlan
  /** ISO 4217, where the plan names money. */
  readonly currency: string | undefined
  /** The groups of those one works with most closely, by their ids in the plan. */
  readonly closest: readonly string[]
  readonly assumed: readonly Assumption[]
}

/** More contestants than this are not ranked: nobody in such a crowd is a colleague. */
const mostRanked = 10_000

/**
 * The pay plan that an incentive policy describes; undefined when it leaves out what the payout depends on: a weight,
 * an elasticity, a prize, how many share a pool, how managers judge, or one currency for all.
 *
 * Groups are told apart by their size alone, and a smaller one is taken to lie within a larger one: those who work
 * together share the results of their team, function and company. Pay by rank without a table of prizes is taken as in
 * proportion to the score, which is milder than most tables. Prizes for all above a threshold, SPIFFs and long-term pay
 * are left out: they depend on nobody else's result.
 */
export function payPlanOf({ spec }: IncentivePlan): DescribedPay | undefined {
  const people = new People(spec)
  const currencies = currenciesIn(spec)
  if (currencies.length > 1) return undefined
  const measures = spec.measures ?? []
  const pools = spec.pools ?? []
  const ranked = measures.filter(({ basis }) => basis === 'rank')
  const contests = (spec.contests ?? []).filter(({ qualify }) => qualify === 'top-ranked')
  if (ranked.length > 0 && spec.formula === 'multiplicative') return undefined
  const parts = {
    measures: whole(measures.filter(({ basis }) => basis !== 'rank').map((measure) => measured(measure, people))),
    pools: whole([
      ...pools.map((pool) => shared(pool, people, paysInPercent(spec))),
      ...ranked.map((measure) => rankedPay(measure, people)),
    ]),
    contests: whole(contests.map((contest) => contested(contest, people))),
    gates: whole(
      (spec.gates ?? []).flatMap((gate) => (asksForConduct(gate, spec) ? [] : gateOf(gate, measures, people))),
    ),
  }
  if (!isWhole(parts)) return undefined
  const assumed: Assumption[] = [...people.assumed]
  if (ranked.length + pools.filter(({ split }) => split === 'by-rank').length > 0) {
    assumed.push({ name: 'pay-by-rank', value: 'in proportion to the score', from: 'convention' })
  }
  const inPools = pools.reduce((sum, { weight }) => sum + (weight ?? 0), 0)
  return {
    plan: {
      targetPay: spec.targetPay === undefined || spec.targetPay.amount === 0 ? undefined : spec.targetPay.amount,
      ...parts,
      formula:
        spec.formula === 'multiplicative'
          ? {
              kind: 'multiplicative',
              floorPercent: spec.multiplierFloor,
              ofTargetPayPercent: Math.max(0, 100 - inPools),
            }
          : { kind: 'additive' },
      groups: people.groups,
    },
    currency: currencies[0],
    closest: people.closest,
    assumed,
  }
}

type Spec = IncentivePlan['spec']

/** The groups that a plan speaks of, known by how many they are. */
class People {
  readonly #sizes = new Set<number>()
  readonly #peers: number | undefined
  /** The fewest that can make up a whole function or company: those whom the plan itself mentions. */
  readonly #fewest: number | undefined
  readonly assumed: Assumption[] = []

  constructor({ peers, population, pools, contests }: Spec) {
    this.#peers = peers
    const mentioned = [
      peers,
      population?.headcount,
      ...[...(pools ?? []), ...(contests ?? [])].map((one) => one.participants),
    ]
    const known = mentioned.filter((size) => size !== undefined)
    this.#fewest = known.length === 0 ? undefined : Math.max(...known)
    if (peers !== undefined && peers > 1) this.group(peers)
  }

  group(size: number): string {
    this.#sizes.add(size)
    return String(size)
  }

  /** Who shares or competes: as many as it says, else those who work together, else everyone on the plan. */
  among(participants: number | undefined): string | undefined {
    const size = participants ?? this.#peers ?? this.#fewest
    return size === undefined ? undefined : this.group(size)
  }

  result(scope: Scope, contributors: number | undefined): ResultOf | undefined {
    if (scope === 'individual') return { kind: 'own' }
    const size = contributors ?? this.#usual(scope)
    return size === undefined ? undefined : { kind: 'group', group: this.group(size) }
  }

  /** Where a plan does not say how many move a function's or the company's result, the fewest possible: that favours the plan. */
  #usual(scope: Scope): number | undefined {
    if (scope === 'team' || scope === 'alliance') return this.#peers
    if (this.#fewest === undefined) return undefined
    const name = `people-in-the-${scope}`
    if (!this.assumed.some((one) => one.name === name)) this.assumed.push({ name, value: this.#fewest, from: 'policy' })
    return this.#fewest
  }

  get groups(): PayPlan['groups'] {
    const sizes = [...this.#sizes].sort((a, b) => a - b)
    return sizes.map((members, index) => {
      const larger = sizes[index + 1]
      return { id: String(members), members, ...(larger === undefined ? {} : { within: String(larger) }) }
    })
  }

  get closest(): readonly string[] {
    const withColleagues = [...this.#sizes].filter((size) => size > 1)
    const limit = this.#peers ?? Math.min(...withColleagues)
    return withColleagues.filter((size) => size <= limit).map(String)
  }
}

function measured(measure: IncentiveMeasure, people: People): Measure | undefined {
  const { name, scope, contributors, weight } = measure
  const resultOf = people.result(scope, contributors)
  if (weight === undefined || resultOf === undefined) return undefined
  return { id: name, weightPercent: weight, resultOf, ...payoutTermsOf(measure) }
}

/** How a measure pays, as the model of payout curves takes it. */
export function payoutTermsOf({ payout, accelerators }: IncentiveMeasure): PayoutTerms {
  return {
    threshold:
      payout?.threshold === undefined ? undefined : { atPercent: payout.threshold, paysPercent: payout.thresholdPays },
    maximum: payout?.maximum === undefined ? undefined : { atPercent: payout.maximum, paysPercent: payout.maximumPays },
    capPercent: payout?.cap,
    accelerators: accelerators?.map(({ above, rate, retroactive }) => ({
      abovePercent: above,
      times: rate,
      retroactive,
    })),
  }
}

/** A measure held against the others' results shares its part of everyone's pay out anew: one gains what the others lose. */
function rankedPay({ name, scope, weight }: IncentiveMeasure, people: People): Pool | undefined {
  const participants = people.among(undefined)
  if (scope !== 'individual' || weight === undefined || participants === undefined) return undefined
  const amount = { kind: 'percent-of-target-pay', percent: weight } as const
  return { id: name, participants, amount, funding: { kind: 'fixed' }, split: { kind: 'relative-score' } }
}

function shared(pool: IncentivePool, people: People, inPercent: boolean): Pool | undefined {
  const participants = people.among(pool.participants)
  const amount = poolAmount(pool, inPercent)
  const funding = participants === undefined ? undefined : fundingOf(pool, Number(participants), people)
  if (participants === undefined || amount === undefined || funding === undefined) return undefined
  switch (pool.split) {
    case 'by-judgement':
      return undefined
    case 'by-score':
    case 'by-rank':
      return { id: pool.name, participants, amount, funding, split: { kind: 'relative-score' } }
    case 'equal':
    case 'by-target-pay':
      return { id: pool.name, participants, amount, funding, split: { kind: 'equal' } }
  }
}

function poolAmount({ amount, weight }: IncentivePool, inPercent: boolean): PayAmount | undefined {
  if (amount !== undefined && !(inPercent && weight !== undefined)) return { kind: 'money', amount: amount.amount }
  return weight === undefined ? undefined : { kind: 'percent-of-target-pay', percent: weight }
}

function fundingOf({ funding }: IncentivePool, participants: number, people: People): PoolFunding | undefined {
  if (funding.basis === 'fixed') return { kind: 'fixed' }
  const { elasticity, scope = 'team' } = funding
  if (elasticity === undefined) return undefined
  if (scope === 'team' || scope === 'individual') return { kind: 'result', elasticity }
  const wide = people.result(scope, undefined)
  if (wide === undefined) return undefined
  const atLeast = wide.kind === 'group' ? Math.max(Number(wide.group), participants) : participants
  return { kind: 'result', elasticity, resultOf: { kind: 'group', group: people.group(atLeast) } }
}

function contested({ name, participants, prizes }: SalesContest, people: People): Contest | undefined {
  const among = people.among(participants)
  if (among === undefined || Number(among) > mostRanked || prizes === undefined || prizes.length === 0) return undefined
  return {
    id: name,
    participants: among,
    prizes: prizes.map(({ places, amount }) => ({ winners: places, prize: { kind: 'money', amount: amount.amount } })),
  }
}

/** A gate on one of the plan's results; a gate on something else, such as conduct, depends on no colleague's result, and is left out. */
function gateOf(
  gate: NonNullable<Spec['gates']>[number],
  measures: readonly IncentiveMeasure[],
  people: People,
): readonly (Gate | undefined)[] {
  const looksAt = measures.find(({ name }) => name === gate.measure)
  const scope = looksAt?.scope ?? gate.scope
  if (scope === undefined) return []
  const resultOf = people.result(scope, looksAt?.contributors)
  if (resultOf === undefined || gate.threshold === undefined) return [undefined]
  return [{ resultOf, thresholdPercent: gate.threshold, blocks: gate.blocks ?? 'everything' }]
}

/** Without a target pay, weights are percent of an unknown sum, and pools that say both must speak the same language. */
function paysInPercent({ targetPay, measures }: Spec): boolean {
  return targetPay === undefined && (measures ?? []).some(({ weight }) => weight !== undefined && weight > 0)
}

function currenciesIn({ targetPay, pools, contests }: Spec): readonly string[] {
  const prizes = (contests ?? []).flatMap((contest) => contest.prizes ?? [])
  const amounts = [targetPay, ...(pools ?? []).map(({ amount }) => amount), ...prizes.map(({ amount }) => amount)]
  return [...new Set(amounts.flatMap((amount) => (amount === undefined ? [] : [amount.currency])))]
}

function whole<T>(parts: readonly (T | undefined)[]): readonly T[] | undefined {
  const known = parts.filter((part) => part !== undefined)
  return known.length === parts.length ? known : undefined
}

function isWhole<T extends object>(parts: T): parts is { [Name in keyof T]: Exclude<T[Name], undefined> } {
  return Object.values(parts).every((part) => part !== undefined)
}
