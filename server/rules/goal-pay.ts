import type { Goal, IncentivePlan } from '../language/generated/policies.ts'
import { index, type Workspace } from '../workspace/workspace.ts'
import { isAcrossBoundaries } from './across-boundaries.ts'
import { paidUnits, saysWhatItPays } from './paid-people.ts'
import { sharesResults } from './shared-pay.ts'
import { metricsCalled } from './unit-metrics.ts'

/** The plans that say what they pay the people of a unit for, by the unit's name. */
export const plansOfUnit = index(function* (workspace) {
  for (const plan of workspace.all('IncentivePlan'))
    if (saysWhatItPays(plan)) for (const unit of paidUnits(plan, workspace)) yield [unit, plan] as const
})

/** Whether a plan for one unit pays for a goal shared with others: for something wider than the unit, for help, for the agreement or for what the goal tracks. */
export function seesGoal({ spec }: IncentivePlan, goal: Goal, unit: string, workspace: Workspace): boolean {
  const tracked = metricsCalled(workspace, goal.measures ?? []).flatMap(({ measure }) => measure.tracks ?? [])
  const others = (goal.units ?? []).filter((other) => other !== unit)
  const wide = (scope: string | undefined): boolean => scope === 'company' || scope === 'alliance'
  const measured = (spec.measures ?? []).some(
    (measure) =>
      measure.weight !== 0 &&
      measure.basis !== 'rank' &&
      (wide(measure.scope) ||
        isAcrossBoundaries(measure.about) ||
        (goal.agreement !== undefined && measure.agreement === goal.agreement) ||
        (measure.unit !== undefined && others.includes(measure.unit)) ||
        (measure.tracks !== undefined && tracked.includes(measure.tracks))),
  )
  return measured || (spec.pools ?? []).some((pool) => sharesResults(pool) && wide(pool.funding.scope))
}
