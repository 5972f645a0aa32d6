import type { DecisionRights } from '../../language/generated/policies.ts'
import { unitCalled } from '../../workspace/units.ts'
import { append, type Fix, fillIn, placeholder } from '../fix.ts'
import { authorityOf, lackOfAuthority } from '../role-authority.ts'
import { barrier, passed, rule } from '../rule.ts'
import { managedBy } from '../running-agreements.ts'

export default rule({
  id: 'accountability/owner-without-decision-right',
  title: 'The owner of a measure may decide nothing',
  kind: 'Accountability',
  severity: 'error',
  finds:
    'The owner of a measure, or the head of the unit that owns it, has a decision limit or budget of 0 and nothing above it, and decides nothing in the decision rights. Where nothing of either is declared, while others have limits and budgets, it is a warning. Each owner is said once; alliance managers are left to `leaders/alliance-manager-no-authority`.',
  why: 'Who answers for a figure and cannot move it asks others for each thing, or explains afterwards why it was missed.',
  evidence: ['R24'],
  certainty:
    'It is a statement about the policies. That decisions stall where it is unclear who decides is consulting practice, not a measurement.',
  against: 'Some owners keep a figure honest rather than move it: a controller may answer for a cost report.',
  fixing: 'The fix gives the owner a decision of its own in the decision rights; which one has to be filled in.',
  *check({ spec }, { workspace }) {
    const said = new Set<string>()
    for (const measure of spec.measures ?? []) {
      const { owner, title, name } = measure
      const role = owner === undefined ? undefined : (unitCalled(workspace, owner)?.unit.head ?? owner)
      if (role === undefined || said.has(role)) continue
      said.add(role)
      if (managedBy(role, workspace).length > 0) continue
      const authority = authorityOf(role, workspace)
      if (authority.none === undefined) {
        yield passed()
        continue
      }
      const [rights] = workspace.all('DecisionRights')
      const { has, ...milder } = lackOfAuthority(role, authority)
      yield barrier(measure, 'owner', {
        what: `${role} answers for "${title ?? name}", decides nothing, and ${has}.`,
        change: 'Give the owner a decision or a budget that moves the figure, or make the one who has them the owner.',
        identity: role,
        ...milder,
        fixes: rights === undefined ? [] : [letDecide(role, name, rights)],
      })
    }
  },
})

function letDecide(role: string, measure: string, policy: DecisionRights): Fix {
  const decision = {
    name: `moving-${measure}`,
    description: fillIn(`what ${role} decides alone to move the figure`),
    decider: role,
  }
  return placeholder(`Give ${role} a decision of its own`, append(policy.spec, 'decisions', decision, { in: policy }))
}
