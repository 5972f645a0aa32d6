import { figure } from '../figure.ts'
import { ownersOf } from '../goal-owners.ts'
import { listed } from '../listed.ts'
import { barrier, passed, rule, titled } from '../rule.ts'

export default rule({
  id: 'accountability/goal-two-owners',
  title: 'A goal has several owners',
  kind: 'Accountability',
  severity: 'warning',
  finds: 'A goal with two or more owners.',
  why: 'Each waits for the other, and when it is missed each had a part in it.',
  evidence: ['R24'],
  certainty: 'Naming one who decides is consulting practice; what two owners cost has not been measured.',
  against:
    'Two who have led something together for long may do it well. Units that share a goal belong under `units`, not under `owner`.',
  fixing: 'There is no fix: which of them answers is for the two and their manager to settle.',
  *check({ spec }) {
    for (const goal of spec.goals ?? []) {
      const owners = ownersOf(goal)
      if (goal.owner === undefined || owners.length === 0) continue
      if (owners.length === 1) yield passed()
      else {
        const count = figure('goal-owners', 'Owners of the goal', owners.length, 'count')
        yield barrier(goal, 'owner', {
          what: `The goal "${titled(goal)}" has ${owners.length} owners: ${listed(owners)}.`,
          change: `Let one of them answer for it, and name the units that share it under units.`,
          figures: [count],
        })
      }
    }
  },
})
