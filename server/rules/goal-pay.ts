import type { Goal, IncentiveMeasure, IncentivePlan } from '../language/generated/policies.ts'
import { index, type Workspace } from '../workspace/workspace.ts'
import { isAcrossBoundaries } from './across-boundaries.ts'
import { fillIn } from './fix.ts'
import { paidUnits, saysWhatItPays } from './paid-people.ts'
import { titled } from './rule.ts'
import { sharesResults } from './shared-pay.ts'
import { metricsCalled } from './unit-metrics.ts'

/** The plans that say what they pay the people of a unit for, by the unit's name. */
export const plansOfUnit = index(function* (workspace) {
  for (const plan of workspace.all('IncentivePlan'))
    if (saysWhatItPays(plan)) for (const unit of paidUnits(plan, workspace)) yield [unit, plan] as const
})

/**
 * Whether a plan for one unit pays for a goal that concerns others too: for the company or an alliance, a result of the other units, what
 * the goal's measures track, or by a measure that counts for another reason.
 */
export function paysForGoal(
  { spec }: IncentivePlan,
  goal: Goal,
  others: readonly string[],
  workspace: Workspace,
  counts: (measure: IncentiveMeasure) => boolean,
): boolean {
  const tracked = metricsCalled(workspace, goal.measures ?? []).flatMap(({ measure }) => measure.tracks ?? [])
  const wide = (scope: string | undefined): boolean => scope === 'company' || scope === 'alliance'
  const measured = (spec.measures ?? []).some(
    (measure) =>
      measure.weight !== 0 &&
      measure.basis !== 'rank' &&
      (wide(measure.scope) ||
        counts(measure) ||
        (measure.unit !== undefined && others.includes(measure.unit)) ||
        (measure.tracks !== undefined && tracked.includes(measure.tracks))),
  )
  return measured || (spec.pools ?? []).some((pool) => sharesResults(pool) && wide(pool.funding.scope))
}

/** Whether a plan for one of a goal's units pays for it; what helps across boundaries, or is on the goal's agreement, counts. */
export function seesGoal(plan: IncentivePlan, goal: Goal, unit: string, workspace: Workspace): boolean {
  const others = (goal.units ?? []).filter((other) => other !== unit)
  return paysForGoal(
    plan,
    goal,
    others,
    workspace,
    ({ about, agreement }) =>
      isAcrossBoundaries(about) || (goal.agreement !== undefined && agreement === goal.agreement),
  )
}

/** What the measure that a goal calls for is left to say. */
export function resultOfGoal(goal: Goal): string {
  return fillIn(`which result of "${titled(goal)}" is measured, against what target, and with what weight`)
}
