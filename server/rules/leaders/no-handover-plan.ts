import type { Handover, LeaderSelection } from '../../language/generated/policies.ts'
import { indexOf } from '../../workspace/workspace.ts'
import { append, type Fix, fillIn, placeholder, set } from '../fix.ts'
import { agreementsHangingOn, keyRelationships } from '../key-relationships.ts'
import { barrier, passed, place, rule } from '../rule.ts'
import { agreementTitle, isRunning } from '../running-agreements.ts'

export default rule({
  id: 'leaders/no-handover-plan',
  title: 'A relationship with a partner leaves with the person',
  kind: 'PartnerAgreement',
  severity: 'warning',
  finds:
    'Our sponsor, alliance manager or a counterpart in an agreement for whose role no policy on leaders has a handover with a successor or a plan, nor successors, where some policy plans handovers or successions. Each role is said once.',
  why: 'Trust is with a person; without a handover the partner starts again with a stranger, and open promises are lost.',
  evidence: ['A2'],
  certainty: 'A plan for the relationship is part of the standard; how much is lost without one has not been measured.',
  against: 'Where several people know the partner well, one can leave without a plan.',
  fixing: 'The fix adds a handover for the role; how it is done and to whom has to be filled in.',
  *check(agreement, { workspace }) {
    if (!isRunning(agreement, workspace.today)) return
    const planning = workspace.all('LeaderSelection').filter(({ spec }) => spec.handovers ?? spec.succession)
    const [first] = planning
    if (first === undefined) return
    for (const { role, as, object, key } of keyRelationships(agreement)) {
      const hanging = agreementsHangingOn(workspace, role).filter((one) => isRunning(one, workspace.today))
      if (hanging[0] !== agreement) continue
      const handovers = handoversOf(workspace, role)
      const planned = handovers.some(
        ({ handover: { successor, plan } }) => successor !== undefined || plan !== undefined,
      )
      if (planned || successionsOf(workspace, role).length > 0) yield passed()
      else {
        yield barrier(object, key, {
          what: `${role} is ${as} in ${agreementTitle(agreement)}${hanging.length > 1 ? ` and in ${hanging.length - 1} more` : ''}, and nothing says how the role is handed over.`,
          change: 'Say who takes over, how long both work side by side, and how the partner is told.',
          identity: role,
          related: handovers.map(({ policy, handover }) =>
            place('Named here without a successor or a plan.', policy, handover, 'role'),
          ),
          fixes: [planHandover(role, handovers[0], planning.find(({ spec }) => spec.handovers !== undefined) ?? first)],
        })
      }
    }
  },
})

interface HeldHandover {
  readonly policy: LeaderSelection
  readonly handover: Handover
}

const handoversOf = indexOf('LeaderSelection', function* (policy) {
  for (const handover of policy.spec.handovers ?? []) yield [handover.role, { policy, handover }] as const
})

const successionsOf = indexOf('LeaderSelection', function* ({ spec }) {
  for (const succession of spec.succession ?? [])
    if ((succession.successors ?? []).length > 0) yield [succession.role, succession] as const
})

function planHandover(role: string, named: HeldHandover | undefined, policy: LeaderSelection): Fix {
  const plan = fillIn('what is handed over, to which role, and how the partner is told')
  return placeholder(
    `Plan the handover of ${role} in ${(named?.policy ?? policy).metadata.name}`,
    named === undefined
      ? append(policy.spec, 'handovers', { role, plan }, { in: policy })
      : set(named.handover, 'plan', plan, { in: named.policy }),
  )
}
