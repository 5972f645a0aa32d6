import type { PerformanceCalibrationSpec } from '../../language/generated/policies.ts'
import { atLeast, convention } from '../conventions.ts'
import { figure, figureText, number } from '../figure.ts'
import { set, unsafe } from '../fix.ts'
import { forcedShare, lowestLevel } from '../forced-shares.ts'
import { barrier, passed, type Report, rule } from '../rule.ts'

export default rule({
  id: 'performance/new-or-transferred-in-curve',
  title: 'Newcomers are rated in a forced distribution at once',
  kind: 'PerformanceCalibration',
  severity: 'warning',
  finds:
    'A forced share of the lowest level, where `tooNewToRateMonths` is 0, or is missing although groups declare people who are new or came from another unit (`newOrTransferred`).',
  why: 'Those who just came, or come back from an alliance, have the least to show and fill the lowest level, so nobody likes to move to where help is needed.',
  evidence: ['P1'],
  certainty: "It is a published company's practice to wait; that newcomers fill the lowest level is our conclusion.",
  against: 'Without forced shares nobody has to fill a level, so nothing is said there.',
  fixing:
    'The fix adds a time in which people are not rated; how long is a convention. It changes what the policy says.',
  options: {
    months: convention(3, atLeast(1), {
      title: 'Months',
      description: 'For how many months the fix leaves newcomers unrated.',
    }),
  },
  *check({ spec }, { options }) {
    const level = lowestLevel(spec)
    const forced = level === undefined ? undefined : forcedShare(spec, level)
    if (forced === undefined) return
    const { tooNewToRateMonths: wait, groups = [] } = spec
    const newcomers = groups.reduce((sum, { newOrTransferred }) => sum + (newOrTransferred ?? 0), 0)
    if (wait !== undefined && wait > 0) yield passed()
    else if (wait === 0 || newcomers > 0) {
      yield barrier(wait === 0 ? spec : forced.share, wait === 0 ? 'tooNewToRateMonths' : forced.key, {
        what: `${number(forced.percent, 1)} % must be rated "${forced.share.level}", and people who just joined or changed their job are rated with the others.`,
        ...(newcomers > 0 ? howMany(spec, newcomers) : {}),
        change: `Rate nobody in the first months (tooNewToRateMonths: ${number(options.months, 1)}, a convention).`,
        fixes: [
          unsafe(
            `Rate nobody in the first ${figureText({ value: options.months, unit: 'months' })}: tooNewToRateMonths: ${options.months}`,
            set(spec, 'tooNewToRateMonths', options.months),
          ),
        ],
      })
    }
  },
})

function howMany({ groups = [] }: PerformanceCalibrationSpec, newcomers: number): Pick<Report, 'howMuch' | 'figures'> {
  const share = figure(
    'newcomers',
    'People who are new or came from another unit since the last rating',
    newcomers,
    'count',
  )
  const people = groups.reduce((sum, { headcount }) => sum + headcount, 0)
  return {
    howMuch: `${figureText(share)} of ${number(people, 0)} people are new or came from elsewhere.`,
    figures: [share],
  }
}
