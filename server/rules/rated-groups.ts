import type { PerformanceCalibration } from '../language/generated/policies.ts'
import { unitCalled } from '../workspace/units.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { place, type RelatedPlace, titled } from './rule.ts'

/** People to whom the shares of a distribution apply together. */
export interface RatedGroup {
  /** As a sentence begins: `The group "optics-team"`. */
  readonly title: string
  readonly headcount: number
  /** Where the calibration names it. */
  readonly object: object
  readonly key: string | number
  /** Where another policy says how many they are. */
  readonly declared?: RelatedPlace
}

/** The smallest of the rated groups, as far as sizes are declared. */
export function smallestGroupOf(calibration: PerformanceCalibration, workspace: Workspace): RatedGroup | undefined {
  return [...ratedGroups(calibration, workspace)].sort((a, b) => a.headcount - b.headcount)[0]
}

/**
 * The groups that the shares of a calibration's distribution apply to, as far as their sizes are declared: the company where
 * the policy says so, else the groups that it lists, else, where it speaks of teams, the units of its population.
 */
export function ratedGroups(calibration: PerformanceCalibration, workspace: Workspace): readonly RatedGroup[] {
  const { distribution, groups, population } = calibration.spec
  if (distribution?.appliedTo === 'company') {
    const headcount = ratedPeople(calibration)
    return headcount === undefined
      ? []
      : [{ title: 'The rated population', headcount, object: distribution, key: 'appliedTo' }]
  }
  if (groups !== undefined && groups.length > 0) {
    return groups.map((group) => ({
      title: `The group "${titled(group)}"`,
      headcount: group.headcount,
      object: group,
      key: 'headcount',
    }))
  }
  const units = distribution?.appliedTo === 'team' ? (population?.units ?? []) : []
  return units.flatMap((name, index) => {
    const held = unitCalled(workspace, name)
    const headcount = held?.unit.headcount
    if (held === undefined || headcount === undefined) return []
    const declared = place(`The unit has ${headcount} people.`, held.policy, held.unit, 'headcount')
    return [{ title: `The unit "${held.unit.title ?? name}"`, headcount, object: units, key: index, declared }]
  })
}

/** How many people a calibration rates in all, as far as it says so itself. */
export function ratedPeople({ spec: { population, groups } }: PerformanceCalibration): number | undefined {
  const inGroups = (groups ?? []).reduce((sum, { headcount }) => sum + headcount, 0)
  return population?.headcount ?? (inGroups > 0 ? inGroups : undefined)
}
