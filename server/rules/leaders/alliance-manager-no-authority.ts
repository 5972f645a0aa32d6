import type { Money, PartnerAgreement } from '../../language/generated/policies.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { append, type Fix, fillIn, placeholder, set } from '../fix.ts'
import { listed } from '../listed.ts'
import { moneyText } from '../resource-amounts.ts'
import { authorityOf, lackOfAuthority, type RoleAuthority } from '../role-authority.ts'
import { barrier, passed, place, rule, titled } from '../rule.ts'
import { isRunning, managedBy } from '../running-agreements.ts'

export default rule({
  id: 'leaders/alliance-manager-no-authority',
  title: 'An alliance manager answers for an alliance and may decide nothing',
  kind: 'PartnerAgreement',
  severity: 'error',
  finds:
    'Our alliance manager has a decision limit or budget of 0 and nothing above it, and decides nothing in the decision rights. Where nothing of either is declared, while others have limits and budgets, it is a warning. Each alliance manager is said once, at the first agreement.',
  why: 'Whoever answers without levers has to ask for each thing, and the partner learns to go around them.',
  evidence: ['A1'],
  certainty:
    'Governance by people with the authority to decide is a practice of experienced alliance managers; how much time it saves has not been measured.',
  against: 'Many alliance managers lead by influence alone. It works while nobody is in a hurry.',
  fixing:
    'Where the agreement declares what its joint bodies decide, the fix gives the alliance manager the smallest of these limits; who signs it off is left open.',
  *check(agreement, { workspace }) {
    const { allianceManagers } = agreement.spec
    const manager = allianceManagers?.ours
    if (allianceManagers === undefined || manager === undefined || !isRunning(agreement, workspace.today)) return
    const [first, ...others] = managedBy(manager, workspace)
    if (first !== agreement) return
    const authority = authorityOf(manager, workspace)
    const { limits, budget, none } = authority
    if (none !== undefined) {
      const { has, related = [], ...milder } = lackOfAuthority(manager, authority)
      yield barrier(allianceManagers, 'ours', {
        what: `Our alliance manager for ${listed([agreement, ...others].map(({ spec }) => titled(spec.partner)))}, ${manager}, ${has}.`,
        change: 'Give the alliance manager a limit or a budget that covers the daily needs of the alliance.',
        ...milder,
        related: [
          ...related,
          ...others.flatMap((other) => {
            const { allianceManagers: both, partner } = other.spec
            return both === undefined ? [] : [place(`Looks after ${titled(partner)} too.`, other, both, 'ours')]
          }),
        ],
        fixes: grant(manager, authority, agreement, workspace),
      })
    } else if (limits.length > 0 || budget !== undefined) yield passed()
  },
})

/** As much as the smallest decision of the joint bodies, those that the manager sits in first. */
function grant(
  manager: string,
  { limits }: RoleAuthority,
  { spec }: PartnerAgreement,
  workspace: Workspace,
): readonly Fix[] {
  const { bodies = [], decisions = [] } = spec.governance ?? {}
  const sits = bodies.filter(({ ourMembers }) => ourMembers?.includes(manager) === true).map(({ name }) => name)
  const sized = decisions.flatMap(({ upTo, body }) =>
    upTo === undefined ? [] : [{ upTo, own: sits.includes(body ?? '') }],
  )
  const [smallest] = sized.sort((a, b) => Number(b.own) - Number(a.own) || a.upTo.amount - b.upTo.amount)
  const [held] = limits
  const policy = held?.policy ?? workspace.all('DecisionRights').find((rights) => (rights.spec.limits ?? []).length > 0)
  if (smallest === undefined || policy === undefined) return []
  const upTo: Money = { amount: smallest.upTo.amount, currency: smallest.upTo.currency }
  const signedOffBy = fillIn('the role or body that grants the limit')
  return [
    placeholder(
      `Give ${manager} a limit of ${moneyText(upTo)} in ${policy.metadata.name} (needs sign-off)`,
      ...(held === undefined
        ? [append(policy.spec, 'limits', { role: manager, upTo: { ...upTo }, signedOffBy }, { in: policy })]
        : [
            set(held.limit, 'upTo', { ...upTo }, { in: policy }),
            set(held.limit, 'signedOffBy', signedOffBy, { in: policy }),
          ]),
    ),
  ]
}
