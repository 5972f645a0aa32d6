import type { IncentivePlan } from '../../language/generated/policies.ts'
import { addedMeasure } from '../added-measure.ts'
import { crossPayoffOf, type PlanPayoff, payoffFigures, payoffText } from '../cross-payoff-of.ts'
import { fillIn } from '../fix.ts'
import { paysOnlyForOwnUnit } from '../own-unit-pay.ts'
import { sharedWeightOption } from '../rating-criteria.ts'
import { barrier, passed, rule } from '../rule.ts'
import { payKey, paysForHelp, paysOnlyForOwnResults, sharedWeightFigure } from '../shared-pay.ts'

export default rule({
  id: 'performance/no-positive-cross-payoff',
  title: "A colleague's success brings nothing",
  kind: 'IncentivePlan',
  severity: { pooled: 'info', sequential: 'warning', reciprocal: 'warning', undeclared: 'info' },
  finds:
    'A plan whose cross-payoff is zero, or, where it says too little to compute that, none of whose measures and pools looks at a shared result, while its people depend on one another. A measure about helping (`about: contribution-to-others` and the like) is a reason to help and counts. Among pooled work it passes, and so does a set sum in set parts, which pays for no result at all; below zero, `performance/negative-cross-payoff` speaks; for executives paid on their own unit, `performance/exec-unit-only-bonus` does.',
  why: 'An hour of help brings no pay, and an hour for the own result does: where people need one another, help comes last.',
  evidence: ['R10', 'R13', 'arithmetic'],
  certainty:
    "That a colleague's success brings nothing follows from the plan's own numbers. A survey of workers found less help where incentives were strong and more where help was noticed.",
  against:
    'People also help without being paid for it, and among long-tenured workers piece rates went with more help (R10). Where each works alone, pay for own results fits the work.',
  fixing:
    'The fix adds a measure of a shared result, takes its weight from the heaviest measure of own results, and leaves open what the result is. The weight is a convention.',
  options: sharedWeightOption,
  *check(plan, { assumptions, interdependence, options, workspace }) {
    const payoff = crossPayoffOf(plan, assumptions)
    const nothing = paysNothingForOthers(plan, payoff)
    if (nothing === undefined || paysOnlyForOwnUnit(plan, workspace) === true) return
    if (!nothing || interdependence.degree === 'pooled') {
      yield passed()
      return
    }
    const { peers } = plan.spec
    const measure = {
      name: 'shared-result',
      description: fillIn('the result that these people reach together'),
      scope: 'team',
      about: 'shared-results',
      ...(peers === undefined ? {} : { contributors: peers }),
    } as const
    yield barrier(plan.spec, payKey(plan), {
      what: "Nothing in the plan pays a person for a colleague's result, or for helping.",
      howMuch: payoff === undefined ? '0 % of the plan hangs on shared results.' : payoffText(payoff),
      change: `Pay for a result that these people reach together as well, for instance with a weight of ${options.sharedWeight} % (a convention).`,
      figures: payoff === undefined ? [sharedWeightFigure(0)] : payoffFigures(payoff),
      fixes: [addedMeasure(plan, 'a shared result', measure, options.sharedWeight)],
    })
  },
})

/** Undefined where a colleague's success costs pay, which is another rule's, or too little is known. */
function paysNothingForOthers(plan: IncentivePlan, payoff: PlanPayoff | undefined): boolean | undefined {
  if (payoff === undefined) return paysOnlyForOwnResults(plan)
  if (payoff.colleague < 0) return undefined
  return payoff.colleague === 0 && !(plan.spec.measures ?? []).some(paysForHelp)
}
