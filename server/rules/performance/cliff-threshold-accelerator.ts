import type { IncentiveMeasure, IncentivePlan } from '../../language/generated/policies.ts'
import { jumpsOf, payoutCurve } from '../../models/payout-curve.ts'
import { atLeast, between, convention } from '../conventions.ts'
import { gentler, onlyAbove, rampFrom } from '../even-pay.ts'
import { type Figure, figure, figureText, number } from '../figure.ts'
import { payoutTermsOf } from '../pay-plan-of.ts'
import { barrier, passed, rule, titled } from '../rule.ts'

export default rule({
  id: 'performance/cliff-threshold-accelerator',
  title: 'One sale more or less makes pay jump',
  kind: 'IncentivePlan',
  severity: 'warning',
  finds:
    'A measure whose pay jumps by half of its target pay or more at one result (a convention), by a threshold or by a retroactive accelerator, and an accelerator that pays at twice the rate or more (a convention). Where weights are declared, a step of less than 5 % of all target pay, and an accelerator of a measure with less weight, move nobody (a convention) and pass.',
  why: 'A sale is worth most to the one who is just below the step, so people hold deals back, pull them in, and keep what a colleague or partner could have brought home sooner.',
  evidence: ['R16', 'R17', 'arithmetic'],
  certainty:
    'That sellers time deals to steps and accelerators is well measured, for enterprise software and around the ends of fiscal years. That it comes at the cost of colleagues and partners is inferred.',
  against:
    'A threshold keeps a plan from paying for what would have come anyway, and an accelerator for high results draws good sellers. Both do so without a step.',
  fixing:
    'The fixes let pay rise evenly: from nothing at the threshold, in proportion to the result, only for what lies above the point, or at a rate halfway down to the plain one. They change what the policy pays.',
  options: {
    largestStep: convention(50, atLeast(1), {
      title: 'Largest step',
      description: "The jump of pay at one result, in percent of the measure's target pay, from which it is found.",
    }),
    fastestRate: convention(2, atLeast(1), {
      title: 'Fastest rate',
      description: 'How many times the normal rate an accelerator may pay before it is found.',
    }),
    leastOfPay: convention(5, between(0, 100), {
      title: 'Least part of pay',
      description: 'Which part of all target pay, in percent, a step or an accelerated measure must be to be found.',
    }),
  },
  *check({ spec }, { options }) {
    for (const measure of (spec.measures ?? []).filter(({ weight }) => weight !== 0)) {
      const { payout, accelerators = [] } = measure
      const title = titled(measure)
      const jumps = jumpsOf(payoutCurve(payoutTermsOf(measure)))
      const weight = spec.formula === 'multiplicative' ? undefined : measure.weight
      const counts = (part: number): boolean => (weight ?? 100) * part >= options.leastOfPay - 1e-9
      const found = jumps.filter(({ by }) => by * 100 >= options.largestStep - 1e-9 && counts(by))
      const steep = accelerators.filter(({ rate }) => rate >= options.fastestRate && counts(1))
      for (const { at, by } of found) {
        const step = stepFigure(by * 100)
        const source = accelerators.find(({ above, retroactive }) => retroactive === true && above === at * 100)
        const place = source === undefined ? payout : source
        if (place === undefined) continue
        const key =
          source !== undefined ? 'retroactive' : payout?.thresholdPays === undefined ? 'threshold' : 'thresholdPays'
        yield barrier(place, key, {
          what: `Pay for "${title}" jumps at ${number(at * 100, 1)} % of target.`,
          howMuch: `${figureText(step)} of the measure's target pay hangs on that one point${inMoney(by, measure, spec)}; ${number(options.largestStep, 1)} % is a convention.`,
          change: 'Let pay rise evenly instead of in a step.',
          figures: [step],
          fixes: [source === undefined ? rampFrom(at, measure) : onlyAbove(source)].flatMap((fix) => fix ?? []),
        })
      }
      for (const accelerator of steep) {
        const { above, rate } = accelerator
        const rateBetween = (1 + options.fastestRate) / 2
        yield barrier(accelerator, 'rate', {
          what: `Above ${number(above, 1)} % of target, "${title}" pays at ${number(rate, 2)} times the normal rate.`,
          howMuch: `The same sale is worth ${number(rate, 2)} times as much just above that point as just below it; ${number(options.fastestRate, 2)} times is a convention.`,
          change: `Let the rate rise in smaller steps, for instance ${number(rateBetween, 2)} times.`,
          figures: [figure('rate', 'Rate above the point, in proportion to the normal one', rate, 'ratio')],
          fixes: [gentler(accelerator, rateBetween)],
        })
      }
      if (found.length + steep.length === 0 && (payout !== undefined || accelerators.length > 0)) yield passed()
    }
  },
})

function stepFigure(percent: number): Figure {
  return figure('step', "Jump of pay at one result, in percent of the measure's target pay", percent, 'percent')
}

function inMoney(by: number, { weight }: IncentiveMeasure, { targetPay }: IncentivePlan['spec']): string {
  if (weight === undefined || targetPay === undefined) return ''
  return ` (${figureText({ value: (by * weight * targetPay.amount) / 100, unit: 'money', currency: targetPay.currency })})`
}
