import type { Handoff } from '../../language/generated/policies.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { barrier, passed, place, rule } from '../rule.ts'
import { metricsCalled, metricsOf, pullApart, type UnitMetric } from '../unit-metrics.ts'

export default rule({
  id: 'performance/opposed-metrics',
  title: 'The two ends of a handoff are measured in opposite directions',
  kind: 'OrganizationDesign',
  severity: 'warning',
  finds:
    'A handoff of a journey between two units whose measures track the same thing (`tracks`) and call opposite directions better (`direction`): measures that the unit or one of its roles answers for, measures that its pay weighs, and those by which the handoff itself is judged.',
  why: 'What one end does well counts against the other, so each defends its own figure at the border between them.',
  evidence: ['R13', 'R18'],
  certainty:
    'That the measures oppose one another is a fact about the policies. That people follow their own measure at the cost of the whole is an argument with many examples, reviewed but not measured here.',
  against:
    'A pair of opposed measures may be meant as a check on one another; then one role should answer for both, rather than each end for one.',
  fixing:
    'There is no mechanical fix: choose one figure for what reaches the customer or partner, and have both ends answer for it.',
  *check({ spec }, { workspace }) {
    const said = new Set<string>()
    for (const handoff of (spec.journeys ?? []).flatMap(({ handoffs = [] }) => handoffs)) {
      const pairs = pairsAt(handoff, workspace)
      const opposed = pairs.filter(([one, other]) => pullApart(one, other))
      if (pairs.length > 0 && opposed.length === 0) yield passed()
      for (const pair of opposed) {
        const [one, other] = pair
        const identity = pair
          .map(({ policy, measure }) => `${policy.metadata.name}/${measure.name}`)
          .sort()
          .join(' and ')
        if (said.has(identity)) continue
        said.add(identity)
        yield barrier(handoff, handoff.measures === undefined ? 'to' : 'measures', {
          what: `Where ${handoff.from} hands over to ${handoff.to}, both are measured on ${one.measure.tracks}, in opposite directions: ${one.held} (${inWords(one)}), and ${other.held} (${inWords(other)}).`,
          change: `Let both ends answer for one figure of ${one.measure.tracks}, the one that reaches whom the journey serves.`,
          identity,
          related: pair.map((metric) => place(`Here ${inWords(metric)}.`, metric.policy, metric.measure, 'direction')),
        })
      }
    }
  },
})

type Pair = readonly [UnitMetric, UnitMetric]

function pairsAt({ from, to, measures = [] }: Handoff, workspace: Workspace): readonly Pair[] {
  const named = metricsCalled(workspace, measures)
  const between = metricsOf(workspace, from).flatMap((one) =>
    metricsOf(workspace, to).map((other): Pair => [one, other]),
  )
  const within = named.flatMap((one, at) => named.slice(at + 1).map((other): Pair => [one, other]))
  return [...between, ...within]
}

function inWords({ measure: { direction } }: UnitMetric): string {
  return direction === 'lower-is-better' ? 'lower is better' : 'higher is better'
}
