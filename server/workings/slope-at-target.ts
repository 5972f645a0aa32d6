import type { PayPart } from '../models/pay-parts.ts'
import { payoutAt, slopeAt } from '../models/payout-curve.ts'
import { gainAtTarget, type PayoutFactor } from '../models/payout-factor.ts'
import { type Expression, type Given, minus, over, plus, power, times } from './expression.ts'
import type { Person, PlanInNumbers } from './plan-in-numbers.ts'
import { field, given, taken } from './step.ts'

/** What a product of factors gains per unit of a person's result where every result is on target: one factor grows, the others stand. */
export function slopeAtTarget(part: PayPart, person: Person, plan: PlanInNumbers): Expression {
  const { factors } = part
  const gains = factors.flatMap((factor, at) => {
    if (gainAtTarget(factor, person, plan.groups) === 0) return []
    const others = factors.filter((_, other) => other !== at).flatMap((other) => valueAtTarget(other, part, plan))
    return [times(...gain(factor, part, person, plan), ...others)]
  })
  if (gains.length > 0) return plus(...gains)
  const why = "the result that this part looks at is not moved by this person's"
  return given(`effect of ${person === 0 ? 'the person' : 'a colleague'} on the result`, 0, 'ratio', taken(why))
}

/** Gain of one factor; nothing where it is one for one. */
function gain(factor: PayoutFactor, part: PayPart, person: Person, plan: PlanInNumbers): readonly Expression[] {
  if (factor.kind === 'curve') {
    const slope = slopeAt(factor.curve, 1)
    const rate = slope === 1 ? [] : [rateOf(slope, part, plan)]
    const effect = effectOf(factor.result, part, person, plan)
    return [...rate, ...effect]
  }
  const people = peopleIn(factor.participants, part, plan)
  return [person === 0 ? over(minus(people, 1), power(people, 2)) : over(-1, power(people, 2))]
}

function rateOf(slope: number, { sources }: PayPart, { numbers }: PlanInNumbers): Given {
  const funding = numbers.pool(sources[0]?.id ?? '')?.funding
  if (funding?.elasticity === slope)
    return given('elasticity of the pool', slope, 'ratio', field(funding, 'elasticity'))
  const measure = numbers.measure(sources[0]?.id ?? '')
  const source = measure?.payout === undefined ? taken('as the pay curve has it at target') : field(measure, 'payout')
  return given('pay per unit of result at target', slope, 'ratio', source)
}

/** One of N moves an average by one Nth. */
export function effectOf(result: number, part: PayPart, person: Person, plan: PlanInNumbers): readonly Expression[] {
  if (plan.groups.effect(person, result) === 0)
    return [
      given(
        `effect of ${person === 0 ? 'the person' : 'a colleague'} on the result`,
        0,
        'ratio',
        taken("the result is not moved by this person's"),
      ),
    ]
  return result === 0 ? [] : [over(1, peopleIn(result, part, plan))]
}

/** How many people's average a result is. */
export function peopleIn(result: number, { sources }: PayPart, { numbers, groups }: PlanInNumbers): Given {
  const size = groups.sizeOf(result)
  const of = sources.map(({ id }) => numbers.pool(id) ?? numbers.contest(id) ?? numbers.measure(id))
  const own = of.find((one) => one !== undefined && moves(one, size)) ?? of.at(-1)
  return numbers.people(size, own)
}

function moves(one: object, size: number): boolean {
  return ('contributors' in one && one.contributors === size) || ('participants' in one && one.participants === size)
}

function valueAtTarget(factor: PayoutFactor, part: PayPart, plan: PlanInNumbers): readonly Expression[] {
  if (factor.kind === 'score-share') return [over(1, peopleIn(factor.participants, part, plan))]
  const value = payoutAt(factor.curve, 1)
  return value === 1 ? [] : [given('paid at target', value, 'ratio', taken('a gate or limit at target'))]
}
