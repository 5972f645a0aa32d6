import { roleCalled } from '../../workspace/roles.ts'
import { boundaryOf } from '../boundary-roles.ts'
import { fillIn, placeholder, set } from '../fix.ts'
import { listed } from '../listed.ts'
import { barrier, passed, place, rule, titled } from '../rule.ts'

export default rule({
  id: 'organization/reorg-without-relationship-plan',
  title: 'A reorganisation moves people whom partners know',
  kind: 'OrganizationDesign',
  severity: 'warning',
  finds:
    'A reorganisation that is still to come and moves roles that work with partners, without a `relationshipPlan`.',
  why: 'The partner finds somebody else at the phone, and what was agreed by word of mouth is gone.',
  evidence: ['A2'],
  certainty: 'A plan for the relationship is part of the standard; how much is lost without one has not been measured.',
  against: 'Where a role keeps its people and its partners and only the box above it changes, there is little to plan.',
  fixing: 'The fix adds the plan, to be filled in.',
  *check({ spec }, { workspace }) {
    for (const change of spec.reorganisations ?? []) {
      const { on, moves = [], relationshipPlan, title, name } = change
      if (on < workspace.today) continue
      const known = moves.flatMap((move) => {
        const held = roleCalled(workspace, move)
        const boundary = held === undefined ? undefined : boundaryOf(held.role, workspace)
        return held === undefined || boundary === undefined ? [] : [{ held, boundary }]
      })
      if (known.length === 0) continue
      if (relationshipPlan !== undefined && relationshipPlan !== false && relationshipPlan !== '') yield passed()
      else {
        const roles = listed(known.map(({ held: { role } }) => titled(role)))
        yield barrier(change, relationshipPlan === undefined ? 'moves' : 'relationshipPlan', {
          what: `"${title ?? name}" moves ${roles} on ${on}, and nothing says how the partners' relationships are kept.`,
          change: 'Tell the partners before, and hand over each relationship in a joint visit.',
          related: known.map(({ held, boundary }) => place(`It is ${boundary}.`, held.policy, held.role, 'name')),
          fixes: [
            placeholder(
              'Plan how the relationships are kept',
              set(
                change,
                'relationshipPlan',
                fillIn('when partners are told, and how each relationship is handed over'),
              ),
            ),
          ],
        })
      }
    }
  },
})
