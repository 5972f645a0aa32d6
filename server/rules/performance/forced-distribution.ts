import type { PerformanceCalibration, RatingDistribution } from '../../language/generated/policies.ts'
import { distributionFit } from '../../models/distribution-fit.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { asBenchmark, limitsOf } from '../benchmark-share.ts'
import { evidenceThatHolds } from '../evidence-that-holds.ts'
import { figure, figureText, number } from '../figure.ts'
import { set, unsafe } from '../fix.ts'
import { percentsOfScale, topCap } from '../forced-shares.ts'
import { smallestGroupOf } from '../rated-groups.ts'
import { barrier, passed, type Report, rule } from '../rule.ts'

export default rule({
  id: 'performance/forced-distribution',
  title: 'Ratings are forced into a distribution',
  kind: 'PerformanceCalibration',
  severity: { pooled: 'warning', sequential: 'error', reciprocal: 'error', undeclared: 'error' },
  finds:
    'A rating distribution with `mode: forced`, or levels with a `minimum` or `maximum` share, which force it just the same. A `maximum` on the highest level alone is `performance/top-rating-cap`.',
  why: 'My rating needs your lower rating, so helping you costs me.',
  evidence: ['L1', 'R8', 'R6', 'C1'],
  certainty:
    "An experiment and two large companies' experience support it where people can help or harm one another. In US federal agencies a regulation prohibits it; there it is an error whatever the work.",
  against:
    'Where people could not harm one another, forced ranking raised output by 6 to 12 % in the same experiment (R8), and a simulation shows a better workforce in the first years (R6). So it is milder among pooled work.',
  fixing:
    'The fix keeps the numbers as a benchmark (`mode: expected`, or a share in place of a limit). It changes what the policy says, so it is applied one at a time.',
  *check(calibration, { workspace }) {
    const { distribution } = calibration.spec
    if (distribution === undefined) return
    const top = topCap(calibration.spec)
    const limited = (distribution.levels ?? []).filter((level) => level !== top && limitsOf(level).length > 0)
    const law = evidenceThatHolds('L1', workspace)
    const prohibited = law === undefined ? '' : ` ${law.provision} prohibits it for a federal agency. ${law.status}`
    const severity: Pick<Report, 'severity'> = law === undefined ? {} : { severity: 'error' }
    if (distribution.mode === 'forced') {
      yield barrier(distribution, 'mode', {
        what: `The rating levels are forced to given shares${appliedWhere(distribution)}.${prohibited}`,
        ...chanceOfFit(calibration, workspace),
        change: 'Keep the shares as a benchmark that may be missed for a reason: mode: expected.',
        fixes: [unsafe('Make the distribution a benchmark: mode: expected', set(distribution, 'mode', 'expected'))],
        ...severity,
      })
    } else if (limited.length > 0 && distribution.mode === 'expected') {
      for (const level of limited) {
        const limits = limitsOf(level).map((limit) => `a ${limit} of ${number(level[limit] ?? 0, 1)} %`)
        yield barrier(level, limitsOf(level).at(-1), {
          what: `The level "${level.level}" has ${limits.join(' and ')}, which forces the ratings although the distribution is called expected.${prohibited}`,
          change: 'Say the share as a benchmark (percent) instead of a limit.',
          fixes: [asBenchmark(level, calibration)],
          ...severity,
        })
      }
    } else if (top === undefined) yield passed()
  },
})

function appliedWhere({ appliedTo }: RatingDistribution): string {
  if (appliedTo === undefined) return ''
  return appliedTo === 'company' ? ' across the company' : ` in each ${appliedTo.replaceAll('-', ' ')}`
}

/** How seldom the shares fit the smallest group by chance, even where the company as a whole has exactly these shares. */
function chanceOfFit(calibration: PerformanceCalibration, workspace: Workspace): Pick<Report, 'howMuch' | 'figures'> {
  if (calibration.spec.distribution?.appliedTo === 'company') return {}
  const percents = percentsOfScale(calibration.spec).filter((percent) => percent !== undefined)
  const smallest = smallestGroupOf(calibration, workspace)
  if (smallest === undefined || percents.length < (calibration.spec.scale ?? []).length) return {}
  const fit = distributionFit(smallest.headcount, percents)
  if (fit === undefined) return {}
  const shares = percents.join(' / ')
  const chance = figure(
    'exact-fit',
    `Chance that ${smallest.headcount} people have exactly the forced shares`,
    fit.exactFit,
    'chance',
    [{ name: 'shares of the whole company, in percent', value: shares, from: 'policy' }],
  )
  return {
    howMuch: `Even if the company as a whole had exactly ${shares} %, a group of ${smallest.headcount} would have these shares in ${figureText(chance)} of cases.`,
    figures: [chance],
  }
}
