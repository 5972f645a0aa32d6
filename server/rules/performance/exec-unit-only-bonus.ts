import { addedMeasure } from '../added-measure.ts'
import { between, convention } from '../conventions.ts'
import { figure } from '../figure.ts'
import { fillIn } from '../fix.ts'
import { paysOnlyForOwnUnit } from '../own-unit-pay.ts'
import { barrier, passed, rule } from '../rule.ts'

export default rule({
  id: 'performance/exec-unit-only-bonus',
  title: 'Executives are paid for their own unit only',
  kind: 'IncentivePlan',
  severity: 'error',
  finds:
    'A plan for executives (`population.level: executive`, or roles that the leadership system names as executives) all of whose measures look at the executive alone, at a function or at one unit, with no pool and no measure filled by the company or an alliance. Where a long-term part has a weight, nothing is said: it may follow the whole company.',
  why: 'Those who could move people and money across the company lose pay when they do.',
  evidence: ['A5'],
  certainty:
    "That all of it hangs on the own unit is a fact about the policy. That such an executive has a strong disincentive to partner is a practitioner's view, not a measurement.",
  against: 'A holding whose units share neither customers nor people may want it so.',
  fixing:
    "The fix adds a measure of the company's result and leaves open which one. Its weight, a convention, comes from the heaviest measure of own results where that can spare it.",
  options: {
    enterpriseWeight: convention(30, between(1, 99), {
      title: 'Weight of the whole',
      description: "The weight in percent that the fix gives to the company's result.",
    }),
  },
  *check(plan, { options, workspace }) {
    const onlyOwn = paysOnlyForOwnUnit(plan, workspace)
    if (onlyOwn === undefined) return
    if (!onlyOwn) {
      yield passed()
      return
    }
    const measure = {
      name: 'company-result',
      description: fillIn('which result of the whole company is measured, and against what target'),
      scope: 'company',
      about: 'shared-results',
    } as const
    yield barrier(plan.spec, 'measures', {
      what: "Every measure of this plan for executives looks at the executive's own unit.",
      howMuch: '0 % of the plan hangs on the result of the company or of an alliance.',
      change: `Give the company's result a weight, for instance ${options.enterpriseWeight} % (a convention).`,
      figures: [
        figure('enterprise-weight', "Weight of the company's and alliances' results in the plan", 0, 'percent'),
      ],
      fixes: [addedMeasure(plan, "the company's result", measure, options.enterpriseWeight)],
    })
  },
})
