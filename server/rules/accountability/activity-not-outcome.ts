import type { Accountability } from '../../language/generated/policies.ts'
import { between, convention } from '../conventions.ts'
import { addMeasure } from '../declared-measures.ts'
import { figure, figureText, number } from '../figure.ts'
import { barrier, passed, place, rule, titled } from '../rule.ts'

export default rule({
  id: 'accountability/activity-not-outcome',
  title: 'Much of what counts is activity',
  kind: 'Accountability',
  severity: 'warning',
  finds:
    'Half or more of the weight of the measures is on activity, such as visits or calls (`type: activity`). Where no measure has a weight, each counts the same.',
  why: 'Everybody can be busy enough and nobody has to bring it together into what customers and partners wait for.',
  evidence: ['article'],
  certainty:
    "The share follows from the policy's own weights; that it matters is practitioners' experience, and half is a convention.",
  against: 'Where results come years later, counting the work on the way is often all that can be done in a year.',
  fixing: 'The fix adds an outcome measure; what it counts and where its weight comes from has to be filled in.',
  options: {
    mostPercent: convention(50, between(1, 100), {
      title: 'Share of activity, in percent',
      description: 'From which share of the weight on activity says too little of results.',
    }),
  },
  *check(policy, { options }) {
    const { measures = [] } = policy.spec
    const activities = measures.filter(({ type }) => type === 'activity')
    const share = activityShare(policy)
    const [first] = activities
    if (share === undefined) return
    if (first === undefined || share < options.mostPercent) yield passed()
    else {
      const activity = figure('activity-share', 'Weight on activity', share, 'percent')
      yield barrier(policy.spec, 'measures', {
        what: `${figureText(activity)} of what counts here is activity: ${activities.map(({ title, name }) => title ?? name).join(', ')}.`,
        howMuch: `${number(options.mostPercent, 1)} % or more counts as too much; that is a convention.`,
        change: 'Measure what customers and partners get from it, and give that the larger weight.',
        figures: [activity],
        related: activities.map((measure) =>
          place(
            `Counts activity${measure.weight === undefined ? '' : ` with ${number(measure.weight, 1)} %`}.`,
            policy,
            measure,
            'type',
          ),
        ),
        fixes: [
          addMeasure(policy, `Add an outcome of "${titled(first)}"`, {
            name: `outcome-of-${first.name}`,
            counts: `what those whom "${titled(first)}" serves got from it`,
            ...(first.for === undefined ? {} : { for: first.for }),
            ...(first.owner === undefined ? {} : { owner: first.owner }),
          }),
        ],
      })
    }
  },
})

/** In percent; undefined where there are no measures, or only some of them have a weight. */
function activityShare({ spec: { measures = [] } }: Accountability): number | undefined {
  const weighed = measures.filter(({ weight }) => weight !== undefined)
  if (measures.length === 0 || (weighed.length > 0 && weighed.length < measures.length)) return undefined
  const total = (some: typeof measures): number => some.reduce((sum, { weight = 1 }) => sum + weight, 0)
  const all = total(measures)
  return all === 0 ? undefined : (100 * total(measures.filter(({ type }) => type === 'activity'))) / all
}
