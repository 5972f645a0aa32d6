import type { PerformanceCalibration } from '../../language/generated/policies.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { asBenchmark } from '../benchmark-share.ts'
import { evidenceThatHolds } from '../evidence-that-holds.ts'
import { number } from '../figure.ts'
import { topCap } from '../forced-shares.ts'
import { barrier, passed, place, type Report, rule } from '../rule.ts'
import { whoGoesWithout } from '../top-rating-places.ts'

export default rule({
  id: 'performance/top-rating-cap',
  title: 'Only so many may get the highest rating',
  kind: 'PerformanceCalibration',
  severity: 'warning',
  finds:
    'A `maximum` on the highest level of the scale. Where a higher bonus or a promotion follows from that level, it is an error. A distribution that is forced as a whole, or forces a minimum, is `performance/forced-distribution`.',
  why: 'The highest rating becomes a scarce prize, so a colleague who does well with my help may take my place.',
  evidence: ['L1', 'L2', 'R9'],
  certainty:
    'Theory says that a limited prize pays for being better than another, not for being good. For United States federal agencies a regulation prohibits such a limit; for the Senior Executive Service guidance asks for one, so there it is for information.',
  against:
    'Without any limit ratings may drift upwards. A benchmark that may be missed for a reason meets that as well. The Senior Executive Service limits its highest levels to 30 % (L2).',
  fixing:
    'The fix drops the limit and keeps its number as a benchmark where the shares still add up. It changes what the policy says.',
  *check(calibration, { workspace }) {
    const { scale, distribution, consequences = [] } = calibration.spec
    const cap = topCap(calibration.spec)
    const maximum = cap?.maximum
    if (cap === undefined || maximum === undefined) {
      const shared = distribution?.levels?.some(({ level }) => level === scale?.at(-1)?.name)
      if (distribution?.mode === 'expected' && shared === true) yield passed()
      return
    }
    const prize = consequences.find(
      ({ level, action }) => level === cap.level && (action === 'higher-bonus' || action === 'promotion'),
    )
    const follows =
      prize === undefined
        ? ''
        : `, and ${prize.action === 'promotion' ? 'promotion' : 'a higher bonus'} follows from it`
    yield barrier(cap, 'maximum', {
      what: `At most ${number(maximum, 1)} % of people may be rated "${cap.level}"${follows}.`,
      ...whoGoesWithout(maximum, cap.level, calibration, workspace),
      change: 'Say the share as a benchmark (percent) that may be missed for a reason.',
      fixes: [asBenchmark(cap, calibration)],
      ...(prize === undefined
        ? {}
        : {
            severity: 'error',
            related: [place('What follows from the level.', calibration, prize, 'action')],
          }),
      ...byLaw(calibration, workspace),
    })
  },
})

/** Law decides how severe it is, where it binds: one provision prohibits the limit, another, for the senior executives, asks for it. */
function byLaw({ spec }: PerformanceCalibration, workspace: Workspace): Pick<Report, 'severity' | 'why'> {
  const prohibited = evidenceThatHolds('L1', workspace)
  const asked = evidenceThatHolds('L2', workspace)
  if (asked !== undefined && (prohibited === undefined || spec.population?.level === 'executive')) {
    return {
      severity: 'info',
      why: `In the Senior Executive Service guidance asks for a limit (${asked.provision}). Even so the rating becomes a scarce prize among people who must help one another.`,
    }
  }
  if (prohibited === undefined) return {}
  return { severity: 'error', why: `${prohibited.provision} prohibits it for a federal agency. ${prohibited.status}` }
}
