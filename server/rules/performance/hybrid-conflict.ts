import { between, convention } from '../conventions.ts'
import { number } from '../figure.ts'
import { barrier, passed, rule } from '../rule.ts'
import { ownWeightFigure, payKey, payShares, sharedWeightFigure } from '../shared-pay.ts'

export default rule({
  id: 'performance/hybrid-conflict',
  title: 'Pay is half for own and half for shared results',
  kind: 'IncentivePlan',
  severity: 'info',
  finds:
    'A plan for people who depend on one another (declared `sequential` or `reciprocal`) that divides pay about equally between own and shared results: within five points of half each, a convention.',
  why: "People are told two things at once, to see to their own work and to see to the group's, and neither way of working settles in.",
  evidence: ['R19'],
  certainty:
    'One field study: groups with a half individual, half group design did worst; what helps depended on how far people need one another.',
  against:
    'It is a single study. Mixed plans are common, and a clear lean to either side is no cure where the work itself is designed half and half.',
  fixing:
    'There is no mechanical fix: which way to lean depends on whether the work is done alone or together. Where people must help one another, lean to the shared result.',
  options: {
    fromHalf: convention(5, between(0, 50), {
      title: 'Points from half',
      description: 'How many points the shares may lie from half each and still count as half and half.',
    }),
  },
  *check(plan, { interdependence: { degree }, options: { fromHalf } }) {
    const shares = payShares(plan)
    if (shares === undefined || shares.shared === 0 || degree === undefined || degree === 'pooled') return
    const { own, shared } = shares
    const shareOfBoth = (100 * shared) / (own + shared)
    if (Math.abs(shareOfBoth - 50) > fromHalf) {
      yield passed()
      return
    }
    yield barrier(plan.spec, payKey(plan), {
      what: `Own results weigh ${number(own, 2)} % and shared results ${number(shared, 2)} %, in work that is ${degree}.`,
      howMuch: `Within ${number(fromHalf, 1)} points of half and half, a convention.`,
      change: 'Let one of the two clearly lead; the shared one where people cannot do their work alone.',
      figures: [ownWeightFigure(own), sharedWeightFigure(shared)],
    })
  },
})
