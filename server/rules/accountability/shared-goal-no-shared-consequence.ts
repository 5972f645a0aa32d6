import type { Goal, IncentivePlan } from '../../language/generated/policies.ts'
import { figure } from '../figure.ts'
import { append, type Fix, placeholder, weightFromOthers } from '../fix.ts'
import { plansOfUnit, resultOfGoal, seesGoal } from '../goal-pay.ts'
import { listed } from '../listed.ts'
import { barrier, passed, place, rule, titled } from '../rule.ts'
import { payKey } from '../shared-pay.ts'

export default rule({
  id: 'accountability/shared-goal-no-shared-consequence',
  title: 'A goal is shared, and the pay of a unit does not see it',
  kind: 'Accountability',
  severity: 'warning',
  finds:
    "A goal shared by two or more `units`, one of whom has pay plans of which none pays for it: no measure of the company, an alliance, the goal's agreement, another of its units or working across boundaries, none that tracks what the goal's measures track, and no pool filled by the company or an alliance. Units without a described plan are left out; units that only help are left to `performance/helper-unpaid`.",
  why: 'When time is short each unit does what it is paid for, and the shared goal waits for the unit that is not.',
  evidence: ['R13'],
  certainty:
    'That the pay does not see the goal is a fact about the policies. That people do what is rewarded is an argument with examples, not a measurement.',
  against: 'A unit that shares a goal with a small part needs no pay for it; the rating or plain thanks may do.',
  fixing:
    "The fix adds a measure of the shared goal to the unit's plan; what it counts and where its weight comes from has to be filled in.",
  *check({ spec }, { workspace }) {
    for (const goal of spec.goals ?? []) {
      const { units = [] } = goal
      if (units.length < 2) continue
      const described = units.map((unit) => ({ unit, plans: plansOfUnit(workspace, unit) }))
      const paid = described.filter(({ plans }) => plans.length > 0)
      const blind = paid.filter(({ unit, plans }) => !plans.some((plan) => seesGoal(plan, goal, unit, workspace)))
      const plans = new Set(blind.flatMap((one) => one.plans))
      if (paid.length > 0 && blind.length === 0) yield passed()
      else if (blind.length > 0) {
        yield barrier(goal, 'units', {
          what: `The goal "${titled(goal)}" is shared by ${listed(units)}, and the pay of ${listed(blind.map(({ unit }) => unit))} does not see it.`,
          change: 'Give the shared goal a weight in the plan of each unit that shares it.',
          figures: [figure('units-not-paid', 'Units whose pay does not see the goal', blind.length, 'count')],
          related: [...plans].map((plan) =>
            place('Nothing here pays for the shared goal.', plan, plan.spec, payKey(plan)),
          ),
          fixes: [...plans].map((plan) => payFor(goal, plan)),
        })
      }
    }
  },
})

function payFor(goal: Goal, plan: IncentivePlan): Fix {
  const measure = {
    name: `${goal.name}-result`,
    description: resultOfGoal(goal),
    scope: goal.agreement === undefined ? 'company' : 'alliance',
    about: 'shared-results',
    ...(goal.agreement === undefined ? {} : { agreement: goal.agreement }),
    weight: weightFromOthers,
  }
  return placeholder(
    `Add a measure of the shared goal to ${plan.metadata.name}`,
    append(plan.spec, 'measures', measure, { in: plan }),
  )
}
