import type { DecisionLimit, DecisionRights } from '../language/generated/policies.ts'
import { type HeldJointDecision, jointBodyCalled, positionsOn } from './governance.ts'
import { index, indexOf, query, type Workspace } from './workspace.ts'

/** Up to which amount a role decides, with the policy that says so. */
export interface HeldLimit {
  readonly policy: DecisionRights
  readonly limit: DecisionLimit
}

/** The limits of a role, in every policy of decision rights. */
export const limitsOf = indexOf('DecisionRights', function* (policy) {
  for (const limit of policy.spec.limits ?? []) yield [limit.role, { policy, limit }] as const
})

/** The limits of a role that hold for a joint decision, `agreement/decision`: those for it, for our position on it, or for everything. */
export function limitsFor(workspace: Workspace, role: string, joint: string): readonly HeldLimit[] {
  const positions = positionsOn(workspace, joint).map(({ decision }) => decision.name)
  return limitsOf(workspace, role).filter(({ limit: { decisions, jointDecisions } }) => {
    if (decisions === undefined && jointDecisions === undefined) return true
    return jointDecisions?.includes(joint) === true || decisions?.some((name) => positions.includes(name)) === true
  })
}

/** The joint decisions of the bodies in which a role of ours sits. */
export const jointDecisionsWith = index(function* (workspace) {
  for (const agreement of workspace.all('PartnerAgreement')) {
    for (const decision of agreement.spec.governance?.decisions ?? []) {
      if (decision.body === undefined) continue
      const held: HeldJointDecision = { agreement, decision }
      const members = ourMembersOf(workspace, `${agreement.metadata.name}/${decision.body}`)
      for (const role of new Set(members)) yield [role, held] as const
    }
  }
})

/** Our roles in a joint body, `agreement/body`: as the calendars say for this year, else as the agreement does. */
export const ourMembersOf = query((workspace, reference: string): readonly string[] => {
  const found = jointBodyCalled(workspace, reference)
  const thisYear = found?.meetings.flatMap(({ entry }) => entry.ourMembers ?? []) ?? []
  return thisYear.length > 0 ? [...new Set(thisYear)] : (found?.body.ourMembers ?? [])
})
