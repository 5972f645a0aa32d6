import type { PerformanceCalibration } from '../language/generated/policies.ts'
import { forcedLabels } from '../models/forced-labels.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { figure, figureText, number } from './figure.ts'
import { companyHeadcount } from './forced-quota.ts'
import { smallestGroupOf } from './rated-groups.ts'
import type { Report } from './rule.ts'

/** How many of the smallest group would belong on the level and find no place, where as many as the limit allows do in the company. */
export function whoGoesWithout(
  maximum: number,
  level: string,
  calibration: PerformanceCalibration,
  workspace: Workspace,
): Pick<Report, 'howMuch' | 'figures'> {
  const smallest = smallestGroupOf(calibration, workspace)
  if (smallest === undefined) return {}
  const { title, headcount } = smallest
  const places = Math.floor((headcount * maximum) / 100 + 1e-9)
  const company = companyHeadcount(workspace)
  const drawnFrom = company === undefined || company.value < headcount ? undefined : { size: company.value }
  const { missedLabels } = forcedLabels({
    groupSize: headcount,
    quota: places,
    lowShare: maximum / 100,
    company: drawnFrom,
  })
  const without = figure(
    'left-without-top-rating',
    `People of ${headcount} who belong on "${level}" and find no place, on average`,
    missedLabels,
    'ratio',
    [
      { name: 'share that belongs there, in percent', value: maximum, from: 'policy' },
      ...(company === undefined ? [] : [company]),
    ],
  )
  return {
    howMuch: `${title} has ${headcount} people and ${places === 0 ? 'no place' : `${places} ${places === 1 ? 'place' : 'places'}`} there; even if just ${number(maximum, 1)} % of all people belong there, ${figureText(without)} of them go without on average.`,
    figures: [without],
  }
}
