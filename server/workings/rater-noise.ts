import type { PerformanceCalibrationSpec } from '../language/generated/policies.ts'
import { normalQuantile } from '../models/normal-distribution.ts'
import { ratedTail } from '../models/rater-noise.ts'
import { forcedShare, lowestLevel } from '../rules/forced-shares.ts'
import { type Asked, inKind } from './asked.ts'
import { type Given, minus, over, plus, power, times } from './expression.ts'
import { field, found, given, percentage, resultOf, type Step, step, taken, type Worked } from './step.ts'

type OfCalibration = Asked<'PerformanceCalibration'>

/** By the forced share of the level that the consequence names. */
export const byConsequence = inKind('PerformanceCalibration', (asked) => {
  const { spec } = asked.policy
  const [consequence] = asked.pointedAt(spec.consequences ?? [])
  const forced = consequence === undefined ? undefined : forcedShare(spec, consequence.level)
  if (forced === undefined) return []
  const share = percentage(`forced share of "${forced.share.level}"`, forced.percent, field(forced.share, forced.key))
  return [trulyThere('truly-lowest', share, ratersOf(spec), asked)]
})

/** With one rater, and with two. */
export const byRaters = inKind('PerformanceCalibration', (asked) => {
  const { spec } = asked.policy
  const lowest = spec.distribution?.levels?.find(({ level }) => level === lowestLevel(spec))
  const declared = lowest?.percent ?? lowest?.minimum
  const assumed = asked.assumptions.get('lowPerformers')
  const share =
    lowest === undefined || declared === undefined || declared === 0
      ? percentage('share of low performers', assumed.value, { from: 'assumption', assumed })
      : percentage(
          `share of "${lowest.level}"`,
          declared,
          field(lowest, lowest.percent === undefined ? 'minimum' : 'percent'),
        )
  const two = given('raters', 2, 'count', taken('one more than there is'))
  return [
    trulyThere('truly-lowest', share, ratersOf(spec), asked),
    trulyThere('truly-lowest-with-two', share, two, asked),
  ]
})

function ratersOf(spec: PerformanceCalibrationSpec): Given {
  return spec.raters === undefined
    ? given('raters', 1, 'count', taken('how many rate is not declared'))
    : given('raters', spec.raters, 'count', field(spec, 'raters'))
}

/** Ratings and true performance are both normal, with the root of the reliability for their correlation. */
function trulyThere(figure: string, share: Given, raters: Given, { assumptions }: OfCalibration): Worked {
  const assumed = assumptions.get('interRaterReliability')
  const one = given('reliability of one rater', assumed.value, 'ratio', { from: 'assumption', assumed })
  const reliability: Step = step(
    `Reliability of ${raters.value === 1 ? 'one rater' : `the mean of ${raters.value} raters`} (Spearman–Brown)`,
    over(times(raters, one), plus(1, times(minus(raters, 1), one))),
    'ratio',
  )
  const correlation = step('Correlation of rating and true performance', power(resultOf(reliability), 0.5), 'ratio')
  const cut = found(
    'Cut of the lowest share',
    normalQuantile(share.value),
    'ratio',
    'from a table of the normal distribution: so many standard deviations from the mean, below which the share lies',
    [share],
  )
  const both = found(
    'Chance to be below the cut twice',
    ratedTail(share.value, reliability.result.value).precision * share.value,
    'chance',
    'the bivariate normal distribution below the cut in both, with that correlation: an integral over the angle whose sine it is (Gauss–Legendre)',
  )
  return {
    figure,
    steps: [
      reliability,
      correlation,
      cut,
      both,
      step('Chance to belong there truly', over(resultOf(both), share), 'chance'),
    ],
  }
}
