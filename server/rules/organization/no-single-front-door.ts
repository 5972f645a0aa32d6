import type { OrganizationDesign, PartnerAgreement } from '../../language/generated/policies.ts'
import { index } from '../../workspace/workspace.ts'
import { append, type Fix, fillIn, placeholder } from '../fix.ts'
import { listed } from '../listed.ts'
import { isLookedAfter } from '../looked-after.ts'
import { barrier, passed, place, rule, titled } from '../rule.ts'
import { agreementTitle, isRunning } from '../running-agreements.ts'

export default rule({
  id: 'organization/no-single-front-door',
  title: 'A partner has no single point of contact',
  kind: 'PartnerAgreement',
  severity: 'warning',
  finds:
    'An agreement under way that says who works with the partner, and neither names an alliance manager of ours nor has a front door in the organization design; or a partner with several front doors. A partner with several agreements is looked at for each.',
  why: 'The partner has to find its way through our units, and each of them sees only its own part.',
  evidence: ['A2'],
  certainty: 'A defined point of contact is part of the standard; what it saves has not been measured.',
  against: 'A partner who deals with one unit only has its front door there.',
  fixing: 'The fix adds a front door for the partner; the role has to be filled in.',
  *check(agreement, { workspace }) {
    const { partner, allianceManagers } = agreement.spec
    if (!isRunning(agreement, workspace.today)) return
    const doors = doorsOf(workspace, partner.name)
    const roles = [...new Set(doors.map(({ door }) => door.role))]
    const called = titled(partner)
    if (roles.length > 1) {
      yield barrier(partner, 'name', {
        what: `${called} has ${roles.length} front doors: ${listed(roles)}.`,
        change: 'Name one role that the partner can turn to with everything; the others work behind it.',
        related: doors.map(({ policy, door }) => place('A front door.', policy, door, 'role')),
      })
    } else if (roles.length === 1 || allianceManagers?.ours !== undefined) yield passed()
    else if (isLookedAfter(agreement)) {
      const [organization] = workspace.all('OrganizationDesign')
      yield barrier(partner, 'name', {
        what: `${called} has no single role of ours that it can turn to with everything in ${agreementTitle(agreement)}.`,
        change: 'Name one role as its front door, or an alliance manager.',
        fixes: organization === undefined ? [] : [openDoor(agreement, organization)],
      })
    }
  },
})

const doorsOf = index(function* (workspace) {
  for (const policy of workspace.all('OrganizationDesign'))
    for (const door of policy.spec.frontDoors ?? []) yield [door.partner, { policy, door }] as const
})

function openDoor({ spec: { partner } }: PartnerAgreement, policy: OrganizationDesign): Fix {
  const role = fillIn('the role that this partner can turn to with everything')
  return placeholder(
    `Add a front door for ${titled(partner)}`,
    append(policy.spec, 'frontDoors', { partner: partner.name, role }, { in: policy }),
  )
}
