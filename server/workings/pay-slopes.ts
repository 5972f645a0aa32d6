import type { IncentivePlan } from '../language/generated/policies.ts'
import { crossPayoff } from '../models/cross-payoff.ts'
import { layOutGroups } from '../models/pay-groups.ts'
import { type PayPart, payParts } from '../models/pay-parts.ts'
import { bendsNearTarget } from '../models/payout-factor.ts'
import type { Assumptions } from '../rules/assumptions.ts'
import { type DescribedPay, payPlanOf } from '../rules/pay-plan-of.ts'
import { averagedSlope } from './average-slope.ts'
import { contestSlope } from './contest-slope.ts'
import { type Expression, over, plus, times } from './expression.ts'
import type { Person, PlanInNumbers } from './plan-in-numbers.ts'
import { PlanNumbers } from './plan-numbers.ts'
import { slopeAtTarget } from './slope-at-target.ts'
import { found, given, resultOf, type Step, step, type Worked } from './step.ts'

/** The payoffs of a plan: own, colleague's, their ratio and the break-even of help, by the names that figures give them. */
export function payoffWorked(
  policy: IncentivePlan,
  assumptions: Assumptions,
  named: (figure: string) => string = (figure) => figure,
): readonly Worked[] {
  const described = payPlanOf(policy)
  const spread = assumptions.get('resultsSpread')
  const computed = described === undefined ? undefined : crossPayoff(described.plan, spread.value)
  if (described === undefined || computed?.kind !== 'computed') return []
  const close = computed.groups.filter(({ group }) => described.closest.includes(group))
  const [worst] = [...close].sort((a, b) => a.cross - b.cross)
  if (worst === undefined) return []
  const groups = layOutGroups(described.plan.groups)
  const colleague = groups.groups.findIndex(({ id }) => id === worst.group) + 1
  const parts = payParts(described.plan, groups)
  const plan: PlanInNumbers = {
    numbers: new PlanNumbers(policy.spec, described),
    groups,
    spread: given('spread of results around target', spread.value, 'ratio', { from: 'assumption', assumed: spread }),
    pay: payIn(computed.unit, described),
  }
  const through = (person: Person): readonly Step[] => {
    const slopes = parts.map((part, at) => {
      const known = computed.parts[at]
      const value = person === 0 ? known?.own : known?.groups.find(({ group }) => group === worst.group)?.cross
      return partSlope(part, person, plan, value ?? 0)
    })
    const whose = person === 0 ? "Pay for one's own result" : "Pay for one colleague's result"
    const last = slopes.flatMap((steps) => steps.at(-1) ?? [])
    const sum = last.length === 1 ? [] : [sumOf(`${whose}, from zero to target`, last, plan, computed.own)]
    return [...slopes.flat(), ...sum]
  }
  const [mine, theirs] = [through(0), through(colleague)]
  const [own, cross] = [mine.at(-1), theirs.at(-1)]
  if (own === undefined || cross === undefined) return []
  const ratio = step('Cross-payoff', over(resultOf(cross), resultOf(own)), 'ratio')
  return [
    { figure: named('own-payoff'), steps: mine },
    { figure: named('colleague-payoff'), steps: theirs },
    { figure: named('cross-payoff'), steps: [own, cross, ratio] },
    ...(cross.result.value > 0
      ? [
          {
            figure: named('help-break-even'),
            steps: [own, cross, step('Break-even of help', over(resultOf(own), resultOf(cross)), 'ratio')],
          },
        ]
      : []),
  ]
}

function payIn(unit: 'money' | 'percent-of-target-pay', { currency }: DescribedPay): PlanInNumbers['pay'] {
  return unit === 'money' && currency !== undefined ? { unit: 'money', currency } : { unit: 'percent' }
}

/** The steps to what one part of a plan pays for a person's result; the last one gives it. */
function partSlope(part: PayPart, person: Person, plan: PlanInNumbers, value: number): readonly Step[] {
  const { groups, spread, numbers, pay } = plan
  const title = `${person === 0 ? "One's own result" : "A colleague's result"}, ${numbers.partTitle(part)}`
  if (part.contest !== undefined) {
    const contested = contestSlope(part, person, plan, title)
    return (
      contested ?? [
        found(title, value, pay, `averaged by quadrature over ${numbers.resultsText(part, groups)}`, [spread]),
      ]
    )
  }
  const coefficient = numbers.coefficient(part, groups)
  const averaged = part.factors.some((factor) => bendsNearTarget(factor, groups, spread.value))
  const gain: readonly [readonly Step[], Expression] = averaged
    ? averagedSlope(part, person, plan, title, value / part.coefficient)
    : [[], slopeAtTarget(part, person, plan)]
  return [...gain[0], exact(step(title, times(coefficient, gain[1]), pay), part.coefficient)]
}

function sumOf(title: string, parts: readonly Step[], { pay }: PlanInNumbers, scale: number): Step {
  return exact(step(title, plus(...parts.map(resultOf)), pay), scale)
}

/** What lies nearer to zero than a billionth of what it is measured on is the rounding of binary numbers. */
function exact(made: Step, scale: number): Step {
  const { result } = made
  const whole = result.unit === 'percent' ? scale / 100 : scale
  return Math.abs(result.value) < 1e-9 * whole ? { ...made, result: { ...result, value: 0 } } : made
}
