import type { IncentiveMeasure, IncentivePlan, IncentivePool, SalesContest } from '../language/generated/policies.ts'
import type { PayGroups } from '../models/pay-groups.ts'
import type { PartSource, PayPart } from '../models/pay-parts.ts'
import { resultsOf } from '../models/payout-factor.ts'
import { number } from '../rules/figure.ts'
import type { DescribedPay } from '../rules/pay-plan-of.ts'
import { type Expression, type Given, minus, over, plus, times } from './expression.ts'
import { field, given, percentage, taken } from './step.ts'

type Spec = IncentivePlan['spec']

/** The numbers of an incentive plan under their names, each with the field that it stands in. */
export class PlanNumbers {
  readonly #spec: Spec
  readonly #described: DescribedPay

  constructor(spec: Spec, described: DescribedPay) {
    this.#spec = spec
    this.#described = described
  }

  /** `measure "Revenue"`, or several where results are multiplied. */
  partTitle({ sources }: PayPart): string {
    return sources.map((source) => this.#title(source)).join(' × ')
  }

  #title({ kind, id }: PartSource): string {
    const measure = this.measure(id)
    const one = kind === 'pool' ? (this.pool(id) ?? measure) : kind === 'contest' ? this.contest(id) : measure
    return `${one === measure ? 'measure' : kind} "${one?.title ?? id}"`
  }

  measure(name: string): IncentiveMeasure | undefined {
    return this.#spec.measures?.find((measure) => measure.name === name)
  }

  pool(name: string): IncentivePool | undefined {
    return this.#spec.pools?.find((pool) => pool.name === name)
  }

  contest(name: string): SalesContest | undefined {
    return this.#spec.contests?.find((contest) => contest.name === name)
  }

  /** What the part would pay with every factor at one: money, or a part of target pay. */
  coefficient({ sources }: PayPart, groups: PayGroups): Expression {
    const [first] = sources
    if (first === undefined) return plus(0)
    if (first.kind === 'pool') return this.#poolAmount(first.id, groups)
    const ofTarget = this.#ofTargetPay
    if (this.#spec.formula !== 'multiplicative') return times(...ofTarget, this.weightOf(first.id))
    const pools = (this.#spec.pools ?? []).filter(({ weight }) => weight !== undefined && weight !== 0)
    const inPools = pools.map((pool) =>
      percentage(`weight of the pool "${pool.title ?? pool.name}"`, pool.weight ?? 0, field(pool, 'weight')),
    )
    const multiplied = inPools.length === 0 ? [] : [minus(1, plus(...inPools))]
    return times(...ofTarget, ...multiplied, ...sources.flatMap(({ id }) => this.#shareAmongAlike(id)))
  }

  /** A measure's weight among those of own results, or among those of shared ones; nothing where it is the only one. */
  #shareAmongAlike(name: string): readonly Expression[] {
    const isOwn = this.measure(name)?.scope === 'individual'
    const alike = (this.#spec.measures ?? []).filter(({ scope }) => (scope === 'individual') === isOwn)
    if (alike.length < 2) return []
    const whole = alike.reduce((sum, { weight = 0 }) => sum + weight, 0)
    if (whole === 0) return [over(1, alike.length)]
    return [over(this.weightOf(name), plus(...alike.map((measure) => this.weightOf(measure.name))))]
  }

  weightOf(name: string): Given {
    const measure = this.measure(name)
    const source = measure === undefined ? taken('the plan says no weight') : field(measure, 'weight')
    return percentage(`weight of "${measure?.title ?? name}"`, measure?.weight ?? 0, source)
  }

  get #ofTargetPay(): readonly Given[] {
    const { targetPay } = this.#spec
    if (this.#described.plan.targetPay === undefined || targetPay === undefined) return []
    return [
      given(
        'target pay',
        targetPay.amount,
        { unit: 'money', currency: targetPay.currency },
        field(targetPay, 'amount'),
      ),
    ]
  }

  #poolAmount(id: string, groups: PayGroups): Expression {
    const pool = this.pool(id)
    const described = this.#described.plan.pools?.find((one) => one.id === id)
    const members = groups.sizeOf(groups.positionOf({ kind: 'group', group: described?.participants ?? '' }))
    const people = this.people(members, pool ?? this.measure(id))
    const perHead = described?.split.kind === 'equal' ? [people] : []
    const divided = (amount: Expression): Expression => (perHead.length === 0 ? amount : over(amount, people))
    if (described?.amount.kind === 'money' && pool?.amount !== undefined) {
      const { amount, currency } = pool.amount
      return divided(given('amount of the pool', amount, { unit: 'money', currency }, field(pool.amount, 'amount')))
    }
    const weight =
      pool === undefined
        ? this.weightOf(id)
        : percentage(`weight of the pool "${pool.title ?? pool.name}"`, pool.weight ?? 0, field(pool, 'weight'))
    return divided(times(...this.#ofTargetPay, weight, people))
  }

  /** So many people, with the field that says so: of the measure, pool or contest itself, else wherever the plan does. */
  people(size: number, of: IncentiveMeasure | IncentivePool | SalesContest | undefined): Given {
    const { peers, population, pools = [], contests = [], measures = [] } = this.#spec
    const what = of !== undefined && ('contributors' in of || 'weight' in of) && !('funding' in of) ? 'move' : 'share'
    const name = of === undefined ? 'people' : `people who ${what} "${of.title ?? of.name}"`
    if (of !== undefined && 'contributors' in of && of.contributors === size)
      return given(name, size, 'count', field(of, 'contributors'))
    if (of !== undefined && 'participants' in of && of.participants === size)
      return given(name, size, 'count', field(of, 'participants'))
    if (peers === size) return given(name, size, 'count', field(this.#spec, 'peers'))
    const fewest = 'the fewest whom the plan itself mentions, since it does not say how many'
    const elsewhere = [...pools, ...contests].find(({ participants }) => participants === size)
    if (elsewhere !== undefined) return given(name, size, 'count', field(elsewhere, 'participants'))
    if (population?.headcount === size) return given(name, size, 'count', field(population, 'headcount'))
    const moved = measures.find(({ contributors }) => contributors === size)
    return given(name, size, 'count', moved === undefined ? taken(fewest) : field(moved, 'contributors'))
  }

  /** `one's own result and the average of 12 people`, with how far each spreads. */
  resultsText({ factors, contest }: PayPart, groups: PayGroups): string {
    const positions = new Set([
      ...factors.flatMap(resultsOf),
      ...(contest === undefined ? [] : [0, contest.participants]),
    ])
    const texts = [...positions].sort((a, b) => a - b).map((position) => resultText(position, groups))
    return `${texts.join(' and ')}, everybody's result being normal around target`
  }
}

/** A result by its position among the groups. */
function resultText(position: number, groups: PayGroups): string {
  return position === 0 ? "one's own result" : `the average of ${number(groups.sizeOf(position), 0)} people`
}
