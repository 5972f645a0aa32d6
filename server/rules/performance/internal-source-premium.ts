import { figure, number } from '../figure.ts'
import { set, unsafe } from '../fix.ts'
import { barrier, passed, rule } from '../rule.ts'

export default rule({
  id: 'performance/internal-source-premium',
  title: 'A solution from inside earns more than one from outside',
  kind: 'IncentivePlan',
  severity: 'warning',
  finds: 'Rewards by source (`sourceRewards`) that are higher for `internal` than for `external` solutions.',
  why: "Whoever brings in a partner's solution earns less than by working on one's own, so what others have found is found again.",
  evidence: ['P7'],
  certainty:
    'That the rewards differ is a fact about the plan. One company describes that it rewards a solution the same wherever it comes from; that is a practice, not a test.',
  against: 'Where nothing can be bought or shared, at the core of what sets a company apart, a premium may be meant.',
  fixing:
    'The fix raises the reward for solutions from outside to that for solutions from inside. It changes what the policy pays.',
  *check({ spec }) {
    const { sourceRewards = [] } = spec
    const internal = sourceRewards.find(({ source }) => source === 'internal')
    const external = sourceRewards.find(({ source }) => source === 'external')
    if (internal?.percent === undefined || external?.percent === undefined) return
    if (internal.percent <= external.percent) {
      yield passed()
      return
    }
    const [inside, outside] = [internal.percent, external.percent].map((percent) => `${number(percent, 1)} %`)
    yield barrier(external, 'percent', {
      what: `A solution from inside earns ${inside} of the standard reward, and one from outside ${outside}.`,
      change: 'Reward a solution the same wherever it comes from.',
      figures: [
        figure(
          'internal-premium',
          'Reward for a solution from inside, above that for one from outside',
          internal.percent - external.percent,
          'percent',
        ),
      ],
      fixes: [
        unsafe(
          `Raise the reward for solutions from outside to ${inside} (now ${outside})`,
          set(external, 'percent', internal.percent),
        ),
      ],
    })
  },
})
