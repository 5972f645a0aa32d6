import type { LevelConsequence, PerformanceCalibrationSpec } from '../../language/generated/policies.ts'
import { ratedTail, spearmanBrown } from '../../models/rater-noise.ts'
import type { Assumptions } from '../assumptions.ts'
import { figure, figureText, number } from '../figure.ts'
import { set, unsafe } from '../fix.ts'
import { forcedShare, lowestLevel } from '../forced-shares.ts'
import { barrier, passed, type Report, rule } from '../rule.ts'

const harm: Readonly<Partial<Record<LevelConsequence['action'], string>>> = {
  exit: 'leads to exit',
  'improvement-plan': 'leads to an improvement plan',
  demotion: 'leads to a lower job',
}

export default rule({
  id: 'performance/rank-and-yank',
  title: 'The lowest rating costs the job automatically',
  kind: 'PerformanceCalibration',
  severity: 'error',
  finds:
    'A consequence `exit`, `improvement-plan` or `demotion` with `automatic: true`, at the lowest level of the scale or at a level that a share of people must be on.',
  why: 'Somebody has to be at the bottom, so helping a colleague up raises my own risk of losing the job.',
  evidence: ['C1', 'C3', 'R6', 'R4'],
  certainty:
    "Two companies' experience, one of them disputed by the company, stands behind it; that a single rating is noisy is well measured. Where people are held against criteria and no share is forced, colleagues do not compete for the place, so it is a warning there.",
  against:
    'A simulation shows a better workforce in the first years when the lowest are dismissed (R6); it did not look at whether people help one another.',
  fixing:
    'The fix has each case looked at before anything follows (`automatic: false`, `basis: individual-case`). It changes what the policy says.',
  *check({ spec }, { assumptions }) {
    for (const consequence of spec.consequences ?? []) {
      const { level, action, automatic, basis } = consequence
      const follows = harm[action]
      const share = forcedShare(spec, level)?.percent
      if (follows === undefined || (level !== lowestLevel(spec) && share === undefined)) continue
      if (automatic === true) {
        const mustBe = share === undefined ? '' : `, and ${number(share, 1)} % of people must be rated so`
        yield barrier(consequence, 'automatic', {
          what: `The rating "${level}" ${follows} without anyone looking at the case${mustBe}.`,
          ...(share !== undefined || isRelative(spec) ? {} : absolute),
          ...(level === lowestLevel(spec) && share !== undefined ? noise(share, spec, assumptions) : {}),
          change: 'Decide each case on all that is known about it: automatic: false, basis: individual-case.',
          fixes: [
            unsafe(
              `Decide on the individual case what follows from "${level}": automatic: false`,
              set(consequence, 'automatic', false),
              set(consequence, 'basis', 'individual-case'),
            ),
          ],
        })
      } else if (automatic === false || basis === 'individual-case') yield passed()
    }
  },
})

/** Nobody else has to be low where people are held against criteria; a single rating is still noisy. */
const absolute: Pick<Report, 'why' | 'severity'> = {
  severity: 'warning',
  why: 'Two raters often differ on the same person, so people guard their own results before they spend time on those of others.',
}

/** Whether one person's rating depends on the others' by the way it comes about. */
function isRelative({ distribution, method }: PerformanceCalibrationSpec): boolean {
  return distribution?.mode === 'forced' || method === 'ordinal-rank' || method === 'pairwise'
}

/** How many of those at the bottom belong there, with raters who differ as raters do. */
function noise(
  share: number,
  { raters }: PerformanceCalibrationSpec,
  assumptions: Assumptions,
): Pick<Report, 'howMuch' | 'figures'> {
  const reliability = assumptions.get('interRaterReliability')
  const each = { name: 'raters', value: raters ?? 1, from: raters === undefined ? 'default' : 'policy' } as const
  const { precision } = ratedTail(share / 100, spearmanBrown(each.value, reliability.value))
  const trulyLow = figure(
    'truly-lowest',
    `Chance that somebody rated in the lowest ${number(share, 1)} % belongs there`,
    precision,
    'chance',
    [reliability, each],
  )
  const by = each.value === 1 ? 'one rater' : `${each.value} raters`
  return {
    howMuch: `With ${by}, ${figureText(trulyLow)} of those rated in the lowest ${number(share, 1)} % truly belong there, at a reliability of ${number(reliability.value, 2)} per rater.`,
    figures: [trulyLow],
  }
}
