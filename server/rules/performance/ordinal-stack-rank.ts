import type { PerformanceCalibration } from '../../language/generated/policies.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { figure, number } from '../figure.ts'
import { set, unsafe } from '../fix.ts'
import { ratedGroups } from '../rated-groups.ts'
import { barrier, passed, type Report, rule } from '../rule.ts'

const ways: Readonly<Record<string, string>> = {
  'ordinal-rank': 'put in an order from first to last',
  pairwise: 'compared two by two',
}

export default rule({
  id: 'performance/ordinal-stack-rank',
  title: 'Colleagues of one team are put in an order',
  kind: 'PerformanceCalibration',
  severity: { pooled: 'warning', sequential: 'error', reciprocal: 'error', undeclared: 'error' },
  finds:
    'A rating by order (`method: ordinal-rank` or `pairwise`) among the members of a team: the team is the comparison set, or else what the shares of a distribution are applied to. Where nothing says among whom, it is a warning; among a wider set it passes.',
  why: 'Each place that I gain is a place that a colleague loses, so helping a colleague up moves me down.',
  evidence: ['R9', 'R11', 'R8'],
  certainty:
    'It is what theory calls a tournament; in experiments sabotage rises with the prizes, and a ranking lowered output where people could harm one another.',
  against:
    'In the same experiment ranking raised output by 6 to 12 % where people could not harm one another (R8), so among pooled work it is a warning. Among many people of other teams a place depends little on those one works with.',
  fixing: 'The fix holds each person against described criteria (`method: criteria`). It changes what the policy says.',
  *check(calibration, { workspace }) {
    const { method, comparisonSet, distribution } = calibration.spec
    if (method === undefined) return
    const way = ways[method]
    const among = comparisonSet ?? distribution?.appliedTo
    if (way === undefined || (among !== undefined && among !== 'team')) {
      yield passed()
      return
    }
    yield barrier(calibration.spec, 'method', {
      what: `People are ${way}${among === undefined ? ', and nothing says that they are not of one team' : ' within their team'}.`,
      ...places(calibration, workspace),
      change: 'Hold each person against described criteria (method: criteria), so that all can do well.',
      ...(among === undefined ? { severity: 'warning' } : {}),
      fixes: [
        unsafe('Hold each person against criteria: method: criteria', set(calibration.spec, 'method', 'criteria')),
      ],
    })
  },
})

function places(calibration: PerformanceCalibration, workspace: Workspace): Pick<Report, 'howMuch' | 'figures'> {
  const sizes = ratedGroups(calibration, workspace).map(({ headcount }) => headcount)
  const smallest = Math.min(...sizes)
  if (!Number.isFinite(smallest) || smallest < 2) return {}
  return {
    howMuch: `In the smallest group one person's place depends on just ${number(smallest - 1, 0)} ${smallest === 2 ? 'other' : 'others'}.`,
    figures: [figure('rivals-in-team', 'Colleagues on whom a place depends', smallest - 1, 'count')],
  }
}
