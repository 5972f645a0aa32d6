import type { IncentivePlan } from '../../language/generated/policies.ts'
import { heaviestOwn } from '../added-measure.ts'
import { between, convention } from '../conventions.ts'
import { number } from '../figure.ts'
import { type Fix, set, unsafe } from '../fix.ts'
import { barrier, passed, rule } from '../rule.ts'
import { ownWeightFigure, type PayShares, payKey, payShares, sharedWeightFigure } from '../shared-pay.ts'

export default rule({
  id: 'performance/shared-weight-low',
  title: 'Shared results weigh little in pay',
  kind: 'IncentivePlan',
  severity: { pooled: 'info', sequential: 'warning', reciprocal: 'warning', undeclared: 'info' },
  finds:
    'A plan that pays for shared results, with a weight of less than 20 % in sum (a convention), while its people depend on one another. Measures of a team, function, company or alliance count, and so do measures about helping and pools that grow with results. Among pooled work it passes. Nothing at all is for `performance/no-positive-cross-payoff` to say.',
  why: 'What people reach together is named in the plan, and hardly changes what anyone is paid.',
  evidence: ['R14', 'arithmetic'],
  certainty:
    'The weight is a sum. A meta-analysis found team incentives to work at least as well as individual ones; no study gives a least weight, so the limit is a convention.',
  against:
    'Group size matters more than the weight (R14): 10 % on the result of a team of five can move more than 30 % on that of the company.',
  fixing:
    'The fix raises the heaviest shared measure to what is missing, and takes the weight from the heaviest measure of own results. It changes what the policy pays for.',
  options: {
    leastWeight: convention(20, between(0, 100), {
      title: 'Least weight',
      description: 'The least weight of shared results in a plan, in percent of target pay.',
    }),
  },
  *check(plan, { interdependence, options: { leastWeight } }) {
    const shares = payShares(plan)
    if (shares === undefined || shares.shared === 0) return
    if (shares.shared >= leastWeight || interdependence.degree === 'pooled') {
      yield passed()
      return
    }
    const weight = `${number(shares.shared, 2)} %`
    yield barrier(plan.spec, payKey(plan), {
      what: `Shared results make up ${weight} of the plan, and own results ${number(shares.own, 2)} %.`,
      howMuch: `The least weight, a convention, is ${number(leastWeight, 1)} %.`,
      change: `Raise the weight of shared results by ${number(leastWeight - shares.shared, 2)} %.`,
      figures: [sharedWeightFigure(shares.shared), ownWeightFigure(shares.own)],
      fixes: raised(plan, shares, leastWeight - shares.shared),
    })
  },
})

function raised({ spec }: IncentivePlan, { sharedMeasures }: PayShares, missing: number): readonly Fix[] {
  const [heaviest] = [...sharedMeasures].sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0))
  const from = heaviestOwn(
    (spec.measures ?? []).filter((measure) => !sharedMeasures.includes(measure)),
    missing,
  )
  if (heaviest === undefined || from === undefined) return []
  const before = heaviest.weight ?? 0
  const to = Math.round((before + missing) * 100) / 100
  return [
    unsafe(
      `Raise ${heaviest.name} from ${number(before, 2)} to ${number(to, 2)} %, taken from ${from.measure.name} (${number(from.before, 2)} to ${number(from.left, 2)} %)`,
      set(heaviest, 'weight', to),
      set(from.measure, 'weight', from.left),
    ),
  ]
}
