import { unitCalled } from '../../workspace/units.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { figure } from '../figure.ts'
import { listed } from '../listed.ts'
import { barrier, passed, place, rule } from '../rule.ts'

export default rule({
  id: 'organization/single-function-team-on-cross-goal',
  title: 'A goal across functions is staffed from one',
  kind: 'Accountability',
  severity: 'warning',
  finds:
    'A goal whose `units` belong to two or more functions and whose `staffedBy` belong to one. Nothing is said where the function of a unit is not known.',
  why: 'The other functions hear of it when it is done, and bring their reasons then.',
  evidence: ['article'],
  certainty: "That a goal across functions needs people of each is practitioners' experience.",
  against: 'A small team may prepare a goal before the others join. Then the goal is not shared yet.',
  fixing: 'There is no fix: who can be spared is for the units to decide.',
  *check(policy, { workspace }) {
    for (const goal of policy.spec.goals ?? []) {
      const { units = [], staffedBy = [], title, name } = goal
      const [wanted, staffed] = [functionsOf(units, workspace), functionsOf(staffedBy, workspace)]
      if (wanted === undefined || staffed === undefined || wanted.length < 2 || staffed.length === 0) continue
      const missing = wanted.filter((one) => !staffed.includes(one))
      if (staffed.length > 1 || missing.length === 0) yield passed()
      else {
        yield barrier(goal, 'staffedBy', {
          what: `The goal "${title ?? name}" is shared by ${listed(wanted)}, and all who work on it come from ${listed(staffed)}.`,
          change: `Put somebody from ${listed(missing)} on it, from the start.`,
          figures: [figure('functions-on-goal', 'Functions that work on the goal', staffed.length, 'count')],
          related: [place('The units that share the goal.', policy, goal, 'units')],
        })
      }
    }
  },
})

/** The functions of these units; undefined where one is not known. */
function functionsOf(units: readonly string[], workspace: Workspace): readonly string[] | undefined {
  const known = units.flatMap((unit) => unitCalled(workspace, unit)?.unit.function ?? [])
  return known.length === units.length ? [...new Set(known)] : undefined
}
