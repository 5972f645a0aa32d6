import { rolesCovered } from '../rules/people-covered.ts'
import { countedCriteria, counts } from '../rules/rating-criteria.ts'
import { inKind } from './asked.ts'
import { type Given, over, plus, times } from './expression.ts'
import { field, given, percentage, readOff, step } from './step.ts'

/** A criterion that is only talked about, or weighs nothing. */
export const uncountedCriterion = inKind('PerformanceCalibration', ({ policy, pointedAt }) => {
  const [criterion] = pointedAt(policy.spec.criteria ?? [])
  if (criterion === undefined || counts(criterion)) return []
  const key = criterion.weight === 0 ? 'weight' : 'affectsRating'
  const weight = percentage(`weight of "${criterion.title ?? criterion.name}" that counts`, 0, field(criterion, key))
  return [readOff('criterion-weight', 'Weight in the rating', weight)]
})

/** All criteria that count look at one person. */
export const individualOnly = inKind('PerformanceCalibration', ({ policy: { spec } }) => {
  const counted = countedCriteria(spec).length
  const all = given('criteria that count', counted, 'count', field(spec, 'criteria'))
  const own = given('criteria that count and look at one person only', counted, 'count', field(spec, 'criteria'))
  return [
    {
      figure: 'individual-weight',
      steps: [step('Weight of criteria that look at one person only', over(own, all), 'percent')],
    },
  ]
})

export const allianceTime = inKind('PerformanceCalibration', ({ policy, workspace, option }) =>
  rolesCovered(policy.spec.population, workspace)
    .filter(({ role }) => role.alliancePercent !== undefined && role.alliancePercent >= option('minimumTime'))
    .map(({ role }) =>
      readOff(
        'alliance-time',
        'Time for alliances',
        percentage(
          `time of ${role.title ?? role.name} for alliances`,
          role.alliancePercent ?? 0,
          field(role, 'alliancePercent'),
        ),
      ),
    ),
)

export const peopleToLeave = inKind('PerformanceCalibration', ({ policy: { spec }, pointedAt }) => {
  const [target] = pointedAt(spec.attritionTargets ?? [])
  if (target?.percent === undefined) return []
  const { population, groups = [] } = spec
  const people: readonly Given[] =
    population?.headcount === undefined
      ? groups.map((group) =>
          given(`people of "${group.title ?? group.name}"`, group.headcount, 'count', field(group, 'headcount')),
        )
      : [given('people who are rated', population.headcount, 'count', field(population, 'headcount'))]
  const share = percentage('share who are to leave in a year', target.percent, field(target, 'percent'))
  return [
    {
      figure: 'people-to-leave',
      steps: [step('People who are to leave in a year', times(plus(...people), share), 'count')],
    },
  ]
})
