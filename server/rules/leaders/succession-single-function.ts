import { roleCalled } from '../../workspace/roles.ts'
import { unitCalled } from '../../workspace/units.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { barrier, passed, rule } from '../rule.ts'

export default rule({
  id: 'leaders/succession-single-function',
  title: 'All successors come from one function',
  kind: 'LeaderSelection',
  severity: 'info',
  finds:
    "A succession whose successors all come from one function, unless that is declared to be another than the role's own.",
  why: 'A function that fills its lead from itself renews its own view, and nobody brings that of the others.',
  evidence: ['article'],
  certainty: "It is practitioners' experience; no measurement is known.",
  against: 'A role that asks for deep knowledge of one field, or a licence, may have no other source.',
  fixing: 'There is no fix: who could grow into the role from elsewhere is for its owner to find.',
  *check({ spec }, { workspace }) {
    for (const succession of spec.succession ?? []) {
      const { role, successors = [] } = succession
      const [first, ...others] = new Set(successors.map((successor) => successor.function))
      if (first === undefined) continue
      const own = functionOf(role, workspace)
      if (others.length > 0 || (own !== undefined && own !== first)) yield passed()
      else {
        const count = successors.length === 2 ? 'Both' : `All ${successors.length}`
        const who = successors.length === 1 ? 'The only successor for' : `${count} successors for`
        yield barrier(succession, 'successors', {
          what: `${who} ${role} ${successors.length === 1 ? 'comes' : 'come'} from one function: ${first}${own === first ? ', its own' : ''}.`,
          change: 'Prepare somebody from another function as well.',
          identity: role,
        })
      }
    }
  },
})

function functionOf(name: string, workspace: Workspace): string | undefined {
  const role = roleCalled(workspace, name)?.role
  return role?.function ?? (role?.unit === undefined ? undefined : unitCalled(workspace, role.unit)?.unit.function)
}
