import type { Accountability, Goal, IncentivePlan } from '../../language/generated/policies.ts'
import { index, type Workspace } from '../../workspace/workspace.ts'
import { isAcrossBoundaries } from '../across-boundaries.ts'
import { addedMeasure } from '../added-measure.ts'
import { figure } from '../figure.ts'
import { fillIn } from '../fix.ts'
import { listed } from '../listed.ts'
import { paidUnits, saysWhatItPays } from '../paid-people.ts'
import { barrier, type Outcome, passed, place, rule } from '../rule.ts'
import { payKey, sharesResults } from '../shared-pay.ts'
import { metricsCalled } from '../unit-metrics.ts'
import { unitOfOwner } from '../unit-of-owner.ts'

export default rule({
  id: 'performance/helper-unpaid',
  title: "People work on another unit's goal and are not paid for it",
  kind: 'IncentivePlan',
  severity: 'warning',
  finds:
    "A plan for people of a unit that works on a goal of other units (`staffedBy` of the goal names it; `owner` and `units` do not), while no plan for that unit pays for anything wider than itself: no measure of the company, an alliance, the other unit or help, none that tracks what the goal's measures track, and no pool filled by the company or an alliance.",
  why: "Every hour on the other unit's goal is an hour off what they are paid for.",
  evidence: ['R10'],
  certainty:
    'That the work is asked for and not paid is a fact about the policies. A survey of workers found less help where incentives for own work were strong, and more where help was noticed.',
  against: 'A small part in a goal need not be paid for; the rating or plain thanks may do.',
  fixing:
    "The fix adds a measure of the other unit's result and leaves open which one. Its weight comes out of the others, since all add up to 100.",
  *check(plan, { workspace }) {
    if (!saysWhatItPays(plan)) return
    for (const unit of paidUnits(plan, workspace)) {
      for (const helped of goalsHelpedBy(workspace, unit)) {
        const plans = plansForUnit(workspace, unit).filter(saysWhatItPays)
        if (plans.some((one) => paysForGoal(one, helped, workspace))) yield passed()
        else yield unpaid(plan, unit, helped)
      }
    }
  },
})

interface HelpedGoal {
  readonly policy: Accountability
  readonly goal: Goal
  /** The units whose goal it is. */
  readonly of: readonly string[]
}

const plansForUnit = index(function* (workspace) {
  for (const plan of workspace.all('IncentivePlan'))
    for (const unit of paidUnits(plan, workspace)) yield [unit, plan] as const
})

/** The goals of other units that a unit works on, by the unit's name. */
const goalsHelpedBy = index(function* (workspace) {
  for (const policy of workspace.all('Accountability')) {
    for (const goal of policy.spec.goals ?? []) {
      const owners = typeof goal.owner === 'string' ? [goal.owner] : (goal.owner ?? [])
      const of = [...(goal.units ?? []), ...owners.flatMap((owner) => unitOfOwner(owner, workspace) ?? [])]
      if (of.length === 0) continue
      for (const helper of goal.staffedBy ?? [])
        if (!of.includes(helper)) yield [helper, { policy, goal, of: [...new Set(of)] }] as const
    }
  }
})

function paysForGoal({ spec }: IncentivePlan, { goal, of }: HelpedGoal, workspace: Workspace): boolean {
  const tracked = metricsCalled(workspace, goal.measures ?? []).flatMap(({ measure }) => measure.tracks ?? [])
  const wide = (scope: string | undefined): boolean => scope === 'company' || scope === 'alliance'
  const measured = (spec.measures ?? []).some(
    ({ scope, about, unit, tracks, weight, basis }) =>
      weight !== 0 &&
      basis !== 'rank' &&
      (wide(scope) ||
        (isAcrossBoundaries(about) && about !== 'shared-results') ||
        (unit !== undefined && of.includes(unit)) ||
        (tracks !== undefined && tracked.includes(tracks))),
  )
  return measured || (spec.pools ?? []).some((pool) => sharesResults(pool) && wide(pool.funding.scope))
}

function unpaid(plan: IncentivePlan, unit: string, { policy, goal, of }: HelpedGoal): Outcome {
  const others = listed(of)
  const measure = {
    name: `${goal.name}-result`,
    description: fillIn(
      `which result of "${goal.title ?? goal.name}" is measured, against what target, and with what weight`,
    ),
    scope: 'team',
    about: 'contribution-to-others',
    ...(of[0] === undefined ? {} : { unit: of[0] }),
  } as const
  return barrier(plan.spec, payKey(plan), {
    what: `People of ${unit} work on "${goal.title ?? goal.name}", a goal of ${others}, and no plan for them pays for it.`,
    change: `Give what ${unit} does for that goal a weight in the plan.`,
    identity: `${unit} ${goal.name}`,
    figures: [figure('help-weight', "Weight of the other unit's goal in the plan", 0, 'percent')],
    related: [place(`Here ${unit} works on a goal of ${others}.`, policy, goal, 'staffedBy')],
    fixes: [addedMeasure(plan, goal.name, measure)],
  })
}
