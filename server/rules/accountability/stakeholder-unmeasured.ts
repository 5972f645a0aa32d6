import type { Stakeholder } from '../../language/generated/policies.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { addMeasure, allMeasures, scorecardValues } from '../declared-measures.ts'
import { barrier, passed, rule } from '../rule.ts'

export default rule({
  id: 'accountability/stakeholder-unmeasured',
  title: 'A stakeholder is named and not measured',
  kind: 'LeadershipSystem',
  severity: 'warning',
  finds:
    'A stakeholder for whom no measure says that it is about it: neither by its name (`stakeholder`), nor as a measure for its whole group (`for`) that names no other stakeholder, nor as a line of a joint scorecard with value to that group. Nothing is said where no measures are described.',
  why: 'A promise to somebody whom nobody measures gives way to those who are measured.',
  evidence: ['L6'],
  certainty:
    'A former federal rule asked for measures that balance results with the view of customers and employees, as a model and not as a duty.',
  against: 'Some stakeholders, such as neighbours, are better listened to than measured.',
  fixing: 'The fix adds a measure for the stakeholder; what it counts has to be filled in.',
  *check({ spec }, { workspace }) {
    const [first] = allMeasures(workspace, '')
    if (first === undefined) return
    for (const stakeholder of spec.stakeholders ?? []) {
      const { name, title, for: group } = stakeholder
      if (isMeasured(stakeholder, workspace)) yield passed()
      else {
        yield barrier(stakeholder, 'name', {
          what: `"${title ?? name}" is a stakeholder, and no measure tells how it fares.`,
          change: 'Measure one thing that this stakeholder expects, or take it off the list.',
          fixes: [
            addMeasure(first.policy, `Add a measure for "${title ?? name}"`, {
              name: `value-for-${name}`,
              counts: 'what this stakeholder gets',
              stakeholder: name,
              ...(group === undefined ? {} : { for: group }),
            }),
          ],
        })
      }
    }
  },
})

function isMeasured({ name, for: group }: Stakeholder, workspace: Workspace): boolean {
  const measured = allMeasures(workspace, '').some(
    ({ measure }) =>
      measure.stakeholder === name ||
      (measure.stakeholder === undefined && group !== undefined && measure.for === group),
  )
  const values = scorecardValues(workspace, '')
  const shown =
    (group === 'customers' && values.includes('customers')) ||
    (group === 'partners' && (values.includes('partner') || values.includes('both')))
  return measured || shown
}
