import { roleCalled } from '../../workspace/roles.ts'
import { boundaryOf } from '../boundary-roles.ts'
import { fillIn, placeholder, set } from '../fix.ts'
import { barrier, passed, place, rule, titled } from '../rule.ts'

export default rule({
  id: 'organization/interface-role-vacant',
  title: 'A role at the boundary to a partner is vacant',
  kind: 'OrganizationDesign',
  severity: 'error',
  finds:
    'A vacant role that works with partners: a front door, a role that an agreement under way names, one with a counterpart at a partner, or one that is `partnerFacing`; and no filled role is named as its `standIn`. That a promise is owned by a vacant role is said by `accountability/obligation-without-owner` as well, where the promise is made.',
  why: 'The partner calls and nobody answers; what was agreed with the last holder is not known.',
  evidence: ['article'],
  certainty: "It is a statement about the policies. That an empty chair stops the work is practitioners' experience.",
  against: 'Where several people hold similar roles the partner may know another one. Name that one as the stand-in.',
  fixing: 'The fix adds a stand-in, to be filled in, until the role is filled.',
  *check(policy, { workspace }) {
    for (const role of policy.spec.roles ?? []) {
      if (role.vacant === undefined) continue
      const boundary = boundaryOf(role, workspace)
      if (boundary === undefined) continue
      const standIn = role.standIn === undefined ? undefined : roleCalled(workspace, role.standIn)
      const empty = standIn?.role.vacant === true
      if (!role.vacant || (role.standIn !== undefined && !empty)) yield passed()
      else {
        yield barrier(role, 'vacant', {
          what: `Nobody holds the role of ${titled(role)}, and it is ${boundary}${empty ? `; its stand-in ${role.standIn} is vacant too` : ''}.`,
          change: 'Name a stand-in whom the partner is told of, and fill the role.',
          related:
            standIn === undefined ? [] : [place('The stand-in is vacant too.', standIn.policy, standIn.role, 'vacant')],
          fixes: [
            placeholder(
              `Name a stand-in for ${titled(role)}`,
              set(role, 'standIn', fillIn('the role that does this work until somebody holds it')),
            ),
          ],
        })
      }
    }
  },
})
