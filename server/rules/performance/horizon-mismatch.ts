import type { IncentivePlan } from '../../language/generated/policies.ts'
import { atLeast, between, convention } from '../conventions.ts'
import { figure, figureText, number } from '../figure.ts'
import { type Fix, fillIn, placeholder, set, unsafe } from '../fix.ts'
import { payHorizon, termsPaidFor } from '../pay-horizon.ts'
import { barrier, passed, place, rule, titled } from '../rule.ts'

export default rule({
  id: 'performance/horizon-mismatch',
  title: 'Pay looks at months, the agreement at years',
  kind: 'IncentivePlan',
  severity: 'warning',
  finds:
    'A plan that pays for the result of a partner agreement over a shorter time than the agreement runs: the longer of `payoutMonths` and `longTerm.months` goes into its term twice or more (a convention). It is said once in a plan, of the agreement that runs longest. Agreements that the plan does not pay for are for `performance/partner-outcome-unpaid` to report.',
  why: 'What pays off for both companies after the payout counts for nothing in it, so the partner is served last when a year is closed.',
  evidence: ['arithmetic', 'article'],
  certainty:
    "Both times are declared, and their proportion is arithmetic. That people neglect what comes after the payout is practitioners' experience.",
  against:
    'A yearly payout keeps pay close to what people do, and milestones within the term can carry a long promise as well.',
  fixing:
    'The fix adds a long-term part for as long as the agreement runs, or makes the one there is as long. Its weight is a convention, and which results it follows is left open.',
  options: {
    times: convention(2, atLeast(1), {
      title: 'How often',
      description: 'How many times the longest time that pay looks at may go into the term before it is found.',
    }),
    longTermWeight: convention(15, between(1, 100), {
      title: 'Weight of the long-term part',
      description: 'The weight in percent of variable pay that the fix gives to a long-term part.',
    }),
  },
  *check(plan, { options, workspace }) {
    const looked = payHorizon(plan)
    if (looked === undefined) return
    const terms = termsPaidFor(plan, workspace)
    const tooLong = terms.filter(({ months }) => months >= looked.months * options.times)
    for (const term of terms) if (!tooLong.includes(term)) yield passed()
    const [longest, ...others] = tooLong.sort((a, b) => b.months - a.months)
    if (longest !== undefined) {
      const { agreement, months } = longest
      const pay = figureText({ value: looked.months, unit: 'months' })
      const runs = figureText({ value: months, unit: 'months' })
      yield barrier(looked.object, looked.key, {
        what: `The plan pays for the result of the agreement "${titled(agreement.metadata)}" over ${pay}, and the agreement runs for ${runs}.${others.length === 0 ? '' : ` So it is with ${others.length === 1 ? 'one other agreement' : `${others.length} others`}.`}`,
        howMuch: `The term is ${number(months / looked.months, 1)} times as long as what pay looks at; ${number(options.times, 1)} times is a convention.`,
        change: `Let a part of pay follow the results over the ${runs} of the agreement, or pay at milestones within it.`,
        figures: [
          figure('pay-horizon', 'Longest time over which pay looks at results', looked.months, 'months'),
          figure('agreement-term', 'Term of the agreement', months, 'months'),
        ],
        related: [longest, ...others].map((one) =>
          place(
            `The agreement runs for ${figureText({ value: one.months, unit: 'months' })}.`,
            one.agreement,
            one.agreement.spec,
            'term',
          ),
        ),
        fixes: [longTermFor(plan, Math.round(months), options.longTermWeight)],
      })
    }
  },
})

function longTermFor({ spec }: IncentivePlan, months: number, weight: number): Fix {
  const { longTerm } = spec
  if (longTerm !== undefined && longTerm.weight !== 0 && longTerm.months !== undefined) {
    return unsafe(
      `Let the long-term part follow results over ${months} months (now ${longTerm.months})`,
      set(longTerm, 'months', months),
    )
  }
  const description = fillIn('which results with the partner the long-term part follows')
  return placeholder(
    `Add a long-term part of ${number(weight, 1)} % over ${months} months`,
    set(spec, 'longTerm', { description, weight, months }),
  )
}
