import type { RatingDistribution } from '../../language/generated/policies.ts'
import { atLeast, between, convention } from '../conventions.ts'
import { figureText, number } from '../figure.ts'
import { type Fix, set, unsafe } from '../fix.ts'
import { forcedQuota, labelFigures, labelsIn, smallestFittingGroup } from '../forced-quota.ts'
import { forcedShare, lowestLevel } from '../forced-shares.ts'
import { ratedGroups, ratedPeople } from '../rated-groups.ts'
import { barrier, passed, place, rule } from '../rule.ts'

export default rule({
  id: 'performance/forced-distribution-small-group',
  title: 'A share of the lowest rating is forced on a small group',
  kind: 'PerformanceCalibration',
  severity: 'error',
  finds:
    'A group in which the lowest level of the scale must be given to a share of people (`percent` of a forced distribution, or a `minimum`), and which is so small that more of these ratings are wrong, by chance alone, than is acceptable.',
  why: 'In a small group there is often nobody who belongs in the lowest level, yet somebody must be put there, so each is safer when a colleague does worse.',
  evidence: ['arithmetic', 'R7', 'C1'],
  certainty:
    'The figures follow from the policy and the share of people assumed to be low performers; people are taken to fall into groups by chance. One survey and two companies fit it. How many wrong labels are acceptable is a convention.',
  against:
    'Where a group is known to differ from the company, chance says less. Among large groups the objection falls away; what speaks against forcing shares at all is another rule.',
  fixing:
    'One fix lets the shares hold only for groups that are large enough, the other for all who are rated together. Both change what the policy says.',
  options: {
    acceptableWrongLabels: convention(20, between(0, 100), {
      title: 'Acceptable share of wrong labels',
      description: 'How many of those put in the lowest level may, on average, not belong there, in percent.',
    }),
    smallestGroup: convention(0, atLeast(0), {
      title: 'Smallest group',
      description: 'A group of fewer people is too small whatever the arithmetic says; 0 leaves it to the arithmetic.',
    }),
  },
  *check(calibration, { workspace, options, assumptions }) {
    const level = lowestLevel(calibration.spec)
    const forced = level === undefined ? undefined : forcedShare(calibration.spec, level)
    if (forced === undefined) return
    const { distribution } = forced
    const quota = forcedQuota(forced, assumptions, workspace)
    const acceptable = options.acceptableWrongLabels
    const fits = (people: number): boolean => {
      const { labels, wrongShare } = labelsIn(people, quota)
      const right = wrongShare * 100 <= acceptable && people >= options.smallestGroup
      return labels === 0 || right || people < (distribution.minimumGroup ?? 0)
    }
    const groups = ratedGroups(calibration, workspace)
    const tooSmall = groups.filter(({ headcount }) => !fits(headcount))
    yield* groups.filter((group) => !tooSmall.includes(group)).map(passed)
    if (tooSmall.length === 0) return
    const smallest = smallestFittingGroup(quota, acceptable, options.smallestGroup)
    const everyone = distribution.appliedTo === 'company' ? undefined : ratedPeople(calibration)
    const acrossAll = everyone !== undefined && fits(everyone) ? [acrossCompany(distribution, everyone)] : []
    for (const { title, headcount, object, key, declared } of tooSmall) {
      const { labels, nobody, wrong } = labelFigures(headcount, forced, quota)
      const enough = smallest !== undefined && smallest.value > headcount ? smallest : undefined
      const limit =
        wrong.value > acceptable
          ? `up to ${number(acceptable, 1)} % is accepted`
          : `groups of fewer than ${number(options.smallestGroup, 0)} are not accepted`
      yield barrier(object, key, {
        what: `${title} has ${headcount} people, and ${labels.value} of them must be rated "${forced.share.level}" (${number(forced.percent, 1)} %).`,
        howMuch: `Where ${number(quota.lowPerformers.value, 1)} % of all people belong there, nobody in this group does in ${figureText(nobody)} of cases, and ${figureText(wrong)} of these ratings are wrong on average; ${limit}, by convention.`,
        ...(smallest === undefined ? { why: beyondAnyGroup } : {}),
        change: advice(enough?.value, acrossAll.length > 0),
        figures: [labels, nobody, wrong, ...(enough === undefined ? [] : [enough])],
        related: [
          place('The share that is forced.', calibration, forced.share, forced.key),
          ...(declared === undefined ? [] : [declared]),
        ],
        fixes: [...(enough === undefined ? [] : [onlyFrom(distribution, enough.value)]), ...acrossAll],
      })
    }
  },
})

const beyondAnyGroup =
  'More people must get the lowest level than are said to belong there, so somebody gets it by the rule however large the group is.'

function advice(people: number | undefined, acrossAll: boolean): string {
  if (people === undefined) return 'Make the share a benchmark that may be missed (mode: expected, and no minimum).'
  const alternative = acrossAll ? ', or for all who are rated, together' : ''
  return `Let the shares hold only for groups of ${people} or more (minimumGroup: ${people})${alternative}.`
}

function onlyFrom(distribution: RatingDistribution, people: number): Fix {
  return unsafe(
    `Apply the shares only to groups of ${people} or more: minimumGroup: ${people}`,
    set(distribution, 'minimumGroup', people),
  )
}

function acrossCompany(distribution: RatingDistribution, people: number): Fix {
  return unsafe(
    `Apply the shares to all ${number(people, 0)} people together: appliedTo: company`,
    set(distribution, 'appliedTo', 'company'),
  )
}
