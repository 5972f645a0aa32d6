import type { PerformanceCalibrationSpec } from '../../language/generated/policies.ts'
import { figure, figureText } from '../figure.ts'
import { set, unsafe } from '../fix.ts'
import { barrier, passed, type Report, rule } from '../rule.ts'

export default rule({
  id: 'performance/team-internal-calibration',
  title: 'People are rated against their own team',
  kind: 'PerformanceCalibration',
  severity: { pooled: 'warning', sequential: 'warning', reciprocal: 'error', undeclared: 'warning' },
  finds: 'A calibration with `comparisonSet: team`: the people someone is compared with are those they work with.',
  why: 'The colleagues who need my help are those I am compared with, so what helps them makes me look worse.',
  evidence: ['article', 'C2', 'C1'],
  certainty:
    'It is the example that practitioners give first, and two companies that compared people inside teams gave it up. No experiment isolates it, so it is an error only where people must help one another.',
  against:
    'A manager knows the own team best. The comparison is the barrier, not the knowledge: managers can bring it to a comparison with the same work in other teams.',
  fixing:
    'The fix compares people with those of the same job family and level in all teams. It changes what the policy says, and needs a session of managers of several teams.',
  *check({ spec }) {
    const { comparisonSet } = spec
    if (comparisonSet === undefined) return
    if (comparisonSet !== 'team') yield passed()
    else {
      yield barrier(spec, 'comparisonSet', {
        what: 'People are compared only with their own team when ratings are made comparable.',
        ...comparedWithin(spec),
        change:
          'Compare with the same job family and level in all teams (comparisonSet: job-family-level), or hold each person against described criteria.',
        fixes: [
          unsafe(
            'Compare across teams: comparisonSet: job-family-level',
            set(spec, 'comparisonSet', 'job-family-level'),
          ),
        ],
      })
    }
  },
})

function comparedWithin({ groups }: PerformanceCalibrationSpec): Pick<Report, 'howMuch' | 'figures'> {
  const largest = Math.max(0, ...(groups ?? []).map(({ headcount }) => headcount))
  if (largest < 2) return {}
  const people = (groups ?? []).reduce((sum, { headcount }) => sum + headcount, 0)
  const figures = [
    figure('people-compared-in-team', 'People who are compared only with their team', people, 'count'),
    figure('largest-comparison', 'The most colleagues that one person is compared with', largest - 1, 'count'),
  ] as const
  return {
    howMuch: `${figureText(figures[0])} people are each compared with ${groups?.length === 1 ? 'the' : 'at most'} ${figureText(figures[1])} ${largest === 2 ? 'colleague' : 'colleagues'} of their own group.`,
    figures,
  }
}
