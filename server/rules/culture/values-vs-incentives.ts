import { isAcrossBoundaries } from '../across-boundaries.ts'
import { contraryPlans } from '../pay-against-values.ts'
import { barrier, passed, rule, titled } from '../rule.ts'

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
          what: `The value "${titled(value)}" asks people to work together, and ${named.map(({ says }) => says).join('; ')}${more}.`,
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
