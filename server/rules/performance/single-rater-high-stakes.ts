import type { LevelConsequence, PerformanceCalibrationSpec } from '../../language/generated/policies.ts'
import { ratedTail, spearmanBrown } from '../../models/rater-noise.ts'
import type { Assumptions } from '../assumptions.ts'
import { type Assumption, type Figure, figure, figureText, number } from '../figure.ts'
import { placeholder, set } from '../fix.ts'
import { lowestLevel } from '../forced-shares.ts'
import { listed } from '../listed.ts'
import { barrier, passed, rule } from '../rule.ts'

const stakes: Readonly<Record<LevelConsequence['action'], string>> = {
  exit: 'the job',
  'improvement-plan': 'an improvement plan',
  demotion: 'a lower job',
  'no-pay-rise': 'the pay rise',
  'no-bonus': 'the bonus',
  'reduced-bonus': 'the bonus',
  'higher-bonus': 'the bonus',
  promotion: 'promotion',
}

export default rule({
  id: 'performance/single-rater-high-stakes',
  title: "One person's rating decides on pay or the job",
  kind: 'PerformanceCalibration',
  severity: 'warning',
  finds: 'A rating by one person (`raters: 1`) from which pay, a promotion or the job follows (`consequences`).',
  why: 'Chance and the view of one manager decide, so people look after that one view before they look after each other.',
  evidence: ['R4', 'R5', 'arithmetic'],
  certainty:
    'How far two raters of the same person agree is well measured: .52 on average, .45 for ratings made for administration. The figure assumes normally distributed performance and noise.',
  against:
    'A second review or a calibration session also corrects a rating, though not independently of the first. More raters cost time.',
  fixing: 'The fix asks for a second rater; who that is remains to be settled.',
  *check({ spec }, { assumptions }) {
    const { raters, consequences = [] } = spec
    if (raters === undefined || consequences.length === 0) return
    if (raters > 1) {
      yield passed()
      return
    }
    const follow = [...new Set(consequences.map(({ action }) => stakes[action]))]
    const { one, two, share } = trulyLowest(spec, assumptions)
    yield barrier(spec, 'raters', {
      what: `One person rates, and ${listed(follow)} ${follow.length === 1 ? 'hangs' : 'hang'} on the rating.`,
      howMuch: `Of those rated in the lowest ${number(share, 1)} %, ${figureText(one)} truly belong there with one rater and ${figureText(two)} with two, at a reliability of ${number(assumptions.get('interRaterReliability').value, 2)} per rater.`,
      change: 'Let a second person who knows the work rate independently.',
      figures: [one, two],
      fixes: [
        placeholder(
          'Ask for a second, independent rater: raters: 2',
          set(spec, 'raters', 2, { comment: 'say who the second is' }),
        ),
      ],
    })
  },
})

/** By the declared share of the lowest level, else by the assumed share of low performers. */
function trulyLowest(
  spec: PerformanceCalibrationSpec,
  assumptions: Assumptions,
): Readonly<Record<'one' | 'two', Figure>> & { readonly share: number } {
  const lowest = spec.distribution?.levels?.find(({ level }) => level === lowestLevel(spec))
  const declared = lowest?.percent ?? lowest?.minimum
  const low: Assumption & { readonly value: number } =
    declared === undefined || declared === 0
      ? assumptions.get('lowPerformers')
      : { name: 'share of the lowest level, in percent', value: declared, from: 'policy' }
  const reliability = assumptions.get('interRaterReliability')
  const trulyLow = (raters: number): Figure =>
    figure(
      raters === 1 ? 'truly-lowest' : 'truly-lowest-with-two',
      `Chance that somebody rated in the lowest ${number(low.value, 1)} % belongs there, with ${raters === 1 ? 'one rater' : 'two raters'}`,
      ratedTail(low.value / 100, spearmanBrown(raters, reliability.value)).precision,
      'chance',
      [reliability, low, { name: 'noise of ratings', value: 'normal', from: 'default' }],
    )
  return { one: trulyLow(1), two: trulyLow(2), share: low.value }
}
