import type { IncentivePlan } from '../language/generated/policies.ts'
import { query, type Workspace } from '../workspace/workspace.ts'
import type { AssumedNumber, Assumptions } from './assumptions.ts'
import { crossPayoffWith, payoffFigures, payoffText } from './cross-payoff-of.ts'
import { type Figure, ratioText } from './figure.ts'
import { paysAgainstColleagues } from './pay-against-colleagues.ts'
import { place, type RelatedPlace, titled } from './rule.ts'
import { paysOnlyForOwnResults, sharedWeightFigure } from './shared-pay.ts'

/** A plan that pays against the value of working together. */
interface ContraryPlan {
  readonly says: string
  readonly howMuch: string
  /** Its cross-payoff. */
  readonly ratio: number
  readonly change: string
  readonly figures: readonly Figure[]
  readonly place: RelatedPlace
}

/** The plans that pay against such a value, the worst first; undefined where no plan is described enough to say. */
export function contraryPlans(workspace: Workspace, assumptions: Assumptions): readonly ContraryPlan[] | undefined {
  return plansAgainstValues(workspace, JSON.stringify(assumptions.get('resultsSpread')))
}

/** Judged once for all values; the assumption comes as text, as arguments of queries do. */
const plansAgainstValues = query((workspace, spread: string): readonly ContraryPlan[] | undefined => {
  const assumed = JSON.parse(spread) as AssumedNumber
  const judged = workspace.all('IncentivePlan').flatMap((plan) => judgedAgainstValues(plan, assumed) ?? [])
  if (judged.length === 0) return undefined
  return judged.filter((one) => one !== 'in-line').sort((a, b) => a.ratio - b.ratio)
})

/** What a plan says against the value; `in-line` when it says nothing, undefined when too little of it is described. */
function judgedAgainstValues(plan: IncentivePlan, spread: AssumedNumber): ContraryPlan | 'in-line' | undefined {
  const title = `the plan "${titled(plan.metadata)}"`
  const payoff = crossPayoffWith(plan, spread)
  if (payoff !== undefined && payoff.colleague < 0) {
    const [worst] = paysAgainstColleagues(plan, payoff)
    if (worst === undefined) return undefined
    const message = `The ${worst.title} makes a colleague's success cost pay; the plan's cross-payoff is ${ratioText(payoff.ratio)}.`
    return {
      says: `${title} pays them less when a colleague does better (cross-payoff ${ratioText(payoff.ratio)})`,
      howMuch: payoffText(payoff, `In ${title}, from zero to target`),
      ratio: payoff.ratio,
      change: `for the ${worst.title} of ${title}, ${worst.remedy}`,
      figures: payoffFigures(payoff),
      place: place(message, plan, worst.object, worst.key),
    }
  }
  const ownOnly = paysOnlyForOwnResults(plan)
  if (ownOnly !== true) return ownOnly === undefined ? undefined : 'in-line'
  return {
    says: `${title} gives 0 % weight to shared results`,
    howMuch: `In ${title}, whatever a person does for a colleague's result adds nothing to their own pay.`,
    ratio: 0,
    change: `give a result that people reach together a weight in ${title}`,
    figures: [sharedWeightFigure(0)],
    place: place(
      'Nothing here is paid for what people reach together.',
      plan,
      plan.spec,
      plan.spec.measures === undefined ? 'pools' : 'measures',
    ),
  }
}
