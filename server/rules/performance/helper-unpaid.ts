import type { Accountability, Goal, IncentiveMeasure, IncentivePlan } from '../../language/generated/policies.ts'
import { index } from '../../workspace/workspace.ts'
import { isAcrossBoundaries } from '../across-boundaries.ts'
import { addedMeasure } from '../added-measure.ts'
import { figure } from '../figure.ts'
import { ownersOf } from '../goal-owners.ts'
import { paysForGoal, plansOfUnit, resultOfGoal } from '../goal-pay.ts'
import { listed } from '../listed.ts'
import { paidUnits, saysWhatItPays } from '../paid-people.ts'
import { barrier, type Outcome, passed, place, rule, titled } from '../rule.ts'
import { payKey } from '../shared-pay.ts'
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
        const { goal, of } = helped
        const paid = plansOfUnit(workspace, unit).some((one) => paysForGoal(one, goal, of, workspace, isForHelp))
        yield paid ? passed() : unpaid(plan, unit, helped)
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

/** The goals of other units that a unit works on, by the unit's name. */
const goalsHelpedBy = index(function* (workspace) {
  for (const policy of workspace.all('Accountability')) {
    for (const goal of policy.spec.goals ?? []) {
      const of = [...(goal.units ?? []), ...ownersOf(goal).flatMap((owner) => unitOfOwner(owner, workspace) ?? [])]
      if (of.length === 0) continue
      for (const helper of goal.staffedBy ?? [])
        if (!of.includes(helper)) yield [helper, { policy, goal, of: [...new Set(of)] }] as const
    }
  }
})

/** Help counts, and a result of the own team does not. */
function isForHelp({ about }: IncentiveMeasure): boolean {
  return isAcrossBoundaries(about) && about !== 'shared-results'
}

function unpaid(plan: IncentivePlan, unit: string, { policy, goal, of }: HelpedGoal): Outcome {
  const others = listed(of)
  const measure = {
    name: `${goal.name}-result`,
    description: resultOfGoal(goal),
    scope: 'team',
    about: 'contribution-to-others',
    ...(of[0] === undefined ? {} : { unit: of[0] }),
  } as const
  return barrier(plan.spec, payKey(plan), {
    what: `People of ${unit} work on "${titled(goal)}", a goal of ${others}, and no plan for them pays for it.`,
    change: `Give what ${unit} does for that goal a weight in the plan.`,
    identity: `${unit} ${goal.name}`,
    figures: [figure('help-weight', "Weight of the other unit's goal in the plan", 0, 'percent')],
    related: [place(`Here ${unit} works on a goal of ${others}.`, policy, goal, 'staffedBy')],
    fixes: [addedMeasure(plan, goal.name, measure)],
  })
}
