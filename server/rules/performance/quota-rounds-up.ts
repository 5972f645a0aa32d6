import type { RatingDistribution } from '../../language/generated/policies.ts'
import type { QuotaRounding } from '../../models/forced-labels.ts'
import { atLeast, convention } from '../conventions.ts'
import { figure, figureText, number } from '../figure.ts'
import { type Fix, set, unsafe } from '../fix.ts'
import { forcedQuota, type RoundedShare, sharesAfterRounding } from '../forced-quota.ts'
import { forcedShare, lowestLevel } from '../forced-shares.ts'
import { type RatedGroup, ratedGroups } from '../rated-groups.ts'
import { barrier, passed, place, rule } from '../rule.ts'

export default rule({
  id: 'performance/quota-rounds-up',
  title: 'Rounding makes a forced share stricter',
  kind: 'PerformanceCalibration',
  severity: 'warning',
  finds:
    'A forced share of the lowest level that becomes clearly larger in a declared group, because it is rounded up to whole people: 10 % of 5 people is one of them, which is 20 %. How the labels fit a small group is `performance/forced-distribution-small-group`.',
  why: 'A stricter quota than anybody decided hides in the rounding, and it falls on the smallest groups, where people need one another most.',
  evidence: ['arithmetic'],
  certainty:
    'It follows from the declared numbers. Where no rounding is declared, shares are taken to be rounded to the nearest number of people, one at least. How much more than the share is acceptable is a convention.',
  against:
    'Whole people cannot be divided: what is lost by rounding up in one group may be won by rounding down in another.',
  fixing:
    'The fix rounds down (`rounding: down`), or lets groups go without that are too small for one person (`none-below`) where that is enough. It changes what the policy says.',
  options: {
    acceptableExcess: convention(25, atLeast(0), {
      title: 'Acceptable excess',
      description: 'By how much of itself a share may grow by rounding, in percent: at 25, 10 % may become 12.5 %.',
    }),
  },
  *check(calibration, { workspace, options, assumptions }) {
    const level = lowestLevel(calibration.spec)
    const forced = level === undefined ? undefined : forcedShare(calibration.spec, level)
    if (forced === undefined || forced.percent === 0) return
    const { distribution, percent } = forced
    const quota = forcedQuota(forced, assumptions, workspace)
    const groups = ratedGroups(calibration, workspace).filter(
      ({ headcount }) => headcount > 0 && headcount >= (distribution.minimumGroup ?? 0),
    )
    if (groups.length === 0) return
    const limit = percent * (1 + options.acceptableExcess / 100) + 1e-9
    const over = (rounding?: QuotaRounding): readonly RoundedShare<RatedGroup>[] =>
      sharesAfterRounding(groups, quota, rounding).filter((share) => share.percent > limit)
    const found = over()
    const [worst] = found
    if (worst === undefined) {
      yield passed()
      return
    }
    const { group, labels } = worst
    const declared = distribution.rounding !== undefined
    const rounded = figure(
      'rounded-share',
      `Share of "${forced.share.level}" in ${group.headcount} people, rounded to whole people`,
      worst.percent,
      'percent',
      [quota.rounding],
    )
    yield barrier(declared ? distribution : forced.share, declared ? 'rounding' : forced.key, {
      what: `${number(percent, 1)} % for "${forced.share.level}" becomes ${figureText(rounded)} by rounding: ${group.title} has ${group.headcount} people, and ${labels} of them ${labels === 1 ? 'gets' : 'get'} it.`,
      howMuch: `So it is in ${found.length === 1 ? 'one group' : `${found.length} groups`} of ${groups.length}; up to ${number(options.acceptableExcess, 1)} % more than the share is accepted, by convention.`,
      change: 'Round down (rounding: down), so that no group has more than its share.',
      figures: [rounded],
      related: found.map(({ group: one, percent: becomes }) =>
        place(`${one.headcount} people: ${number(becomes, 1)} %.`, calibration, one.object, one.key),
      ),
      fixes: [
        roundBy(distribution, 'down', 'Round shares down to whole people'),
        ...(over('none-below').length === 0
          ? [roundBy(distribution, 'none-below', 'Let groups go without that are too small for one person')]
          : []),
      ],
    })
  },
})

function roundBy(distribution: RatingDistribution, rounding: 'down' | 'none-below', what: string): Fix {
  return unsafe(`${what}: rounding: ${rounding}`, set(distribution, 'rounding', rounding))
}
