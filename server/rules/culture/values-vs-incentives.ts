import type { IncentivePlan } from '../../language/generated/policies.ts'
import { query, type Workspace } from '../../workspace/workspace.ts'
import { isAcrossBoundaries } from '../across-boundaries.ts'
import type { AssumedNumber, Assumptions } from '../assumptions.ts'
import { crossPayoffWith, payoffFigures, payoffText } from '../cross-payoff-of.ts'
import { type Figure, ratioText } from '../figure.ts'
import { paysAgainstColleagues } from '../pay-against-colleagues.ts'
import { barrier, passed, place, type RelatedPlace, rule } from '../rule.ts'
import { paysOnlyForOwnResults, sharedWeightFigure } from '../shared-pay.ts'

export default rule({
  id: 'culture/values-vs-incentives',
  title: 'Collaboration is a value, and the pay plan rewards the opposite',
  kind: 'CulturalNorms',
  severity: 'error',
  finds:
    "A value about collaboration, partnering, shared results or contributing to and using others' work, in a workspace with an incentive plan whose cross-payoff is below zero, or that gives shared results no weight.",
  why: 'People are told to work together and paid not to: they believe the pay.',
  evidence: ['R13', 'article', 'arithmetic'],
  certainty:
    "The contradiction is a fact about the policies. That people follow what is rewarded rather than what is hoped for is an argument with examples, and practitioners' experience.",
  against:
    "People also help without being paid for it; pay for one's own results alone is no obstacle by itself where work is done alone.",
  fixing: 'There is no mechanical fix: the plan is to be changed, and its place is linked.',
  *check({ spec }, { workspace, assumptions }) {
    const contrary = contraryPlans(workspace, assumptions)
    if (contrary === undefined) return
    const [first] = contrary
    const named = contrary.slice(0, mostNamed)
    const others = contrary.length - named.length
    const more = others === 0 ? '' : `; ${others === 1 ? 'another plan does' : `${others} other plans do`} likewise`
    for (const value of spec.values ?? []) {
      if (!isAcrossBoundaries(value.about)) continue
      if (first === undefined) yield passed()
      else {
        yield barrier(value, 'about', {
          what: `The value "${value.title ?? value.name}" asks people to work together, and ${named.map(({ says }) => says).join('; ')}${more}.`,
          howMuch: first.howMuch,
          change: `Change the pay, not the value: ${first.change}.`,
          figures: first.figures,
          related: named.map(({ place }) => place),
        })
      }
    }
  },
})

/** The worst plans speak for the others: in a large company there may be hundreds. */
const mostNamed = 5

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
function contraryPlans(workspace: Workspace, assumptions: Assumptions): readonly ContraryPlan[] | undefined {
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
  const title = `the plan "${plan.metadata.title ?? plan.metadata.name}"`
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
