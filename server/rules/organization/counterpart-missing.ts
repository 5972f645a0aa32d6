import type { PartnerAgreement } from '../../language/generated/policies.ts'
import { indexOf, type Workspace } from '../../workspace/workspace.ts'
import { append, fillIn, placeholder } from '../fix.ts'
import { isLookedAfter } from '../looked-after.ts'
import { barrier, passed, rule, titled } from '../rule.ts'
import { isRunning } from '../running-agreements.ts'

export default rule({
  id: 'organization/counterpart-missing',
  title: 'A role at the partner has no opposite number',
  kind: 'PartnerAgreement',
  severity: 'warning',
  finds:
    'A role that the agreement lists under its partner and that nobody of ours is opposite to: not in `counterparts`, not as sponsor or alliance manager, and not as the `counterpart` of a role in the organization design.',
  why: 'Somebody at the partner has nobody to call, so questions go the long way through others.',
  evidence: ['A2'],
  certainty: 'Matching roles on both sides is part of the standard; what a missing one costs has not been measured.',
  against: 'A small company cannot mirror a large one: one of ours may be opposite to several.',
  fixing: "The fix adds the pair with the partner's role; ours has to be filled in.",
  *check(agreement, { workspace }) {
    const { spec, metadata } = agreement
    if (!isRunning(agreement, workspace.today) || !isLookedAfter(agreement)) return
    const met = metRoles(agreement, workspace)
    for (const role of spec.partner.roles ?? []) {
      if (met.has(role.name)) yield passed()
      else {
        yield barrier(role, 'name', {
          what: `Nobody of ours is opposite to the ${titled(role)} of ${titled(spec.partner)}.`,
          change: 'Name the role of ours that is to be called first.',
          identity: `${metadata.name}/${role.name}`,
          fixes: [
            placeholder(
              `Add a counterpart of the ${titled(role)}`,
              append(spec, 'counterparts', {
                ours: fillIn('the role of ours that is called first'),
                theirs: role.name,
              }),
            ),
          ],
        })
      }
    }
  },
})

function metRoles({ metadata, spec }: PartnerAgreement, workspace: Workspace): ReadonlySet<string> {
  const { counterparts = [], sponsors, allianceManagers } = spec
  const called = calledOppositeIn(workspace, metadata.name)
  const named = [sponsors?.theirs, allianceManagers?.theirs].flatMap((role) => role ?? [])
  return new Set([...counterparts.map(({ theirs }) => theirs), ...named, ...called])
}

/** The roles of a partner that roles of ours name as their opposite (`agreement/role`), by the agreement's name. */
const calledOppositeIn = indexOf('OrganizationDesign', function* ({ spec }) {
  for (const { counterpart } of spec.roles ?? []) {
    const [agreement, role] = counterpart?.split('/') ?? []
    if (agreement !== undefined) yield [agreement, role ?? ''] as const
  }
})
