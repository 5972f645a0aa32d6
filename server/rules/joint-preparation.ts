import type { GovernanceBody, Money } from '../language/generated/policies.ts'
import {
  type HeldDecision,
  type HeldJointBody,
  type HeldJointDecision,
  jointBodyCalled,
  jointDecisionCalled,
} from '../workspace/governance.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { ExchangeRate } from './assumptions.ts'
import { decidersOf } from './deciders.ts'
import { converted } from './exchange-rates.ts'

/** A decision of ours that one of our bodies has to take or approve before the joint body can decide. */
export interface Preparation {
  readonly position: HeldDecision
  readonly joint: HeldJointDecision
}

/** All that one of our bodies prepares for one joint body. */
export interface PreparedBody {
  /** `agreement/body`. */
  readonly reference: string
  readonly jointBody: HeldJointBody
  readonly preparations: readonly Preparation[]
}

/** What a body of ours decides or approves for joint bodies. What is delegated between its meetings need not wait for them. */
export function preparedBy(
  body: GovernanceBody,
  workspace: Workspace,
  rates: readonly ExchangeRate[],
): readonly PreparedBody[] {
  const found = new Map<string, Preparation[]>()
  for (const policy of workspace.all('DecisionRights')) {
    for (const decision of policy.spec.decisions ?? []) {
      const joint =
        decision.jointDecision === undefined ? undefined : jointDecisionCalled(workspace, decision.jointDecision)
      if (
        joint?.decision.body === undefined ||
        !goesThrough(body, { policy, decision }) ||
        isDelegated(body, joint.decision.upTo, rates)
      )
        continue
      const reference = `${joint.agreement.metadata.name}/${joint.decision.body}`
      found.set(reference, [...(found.get(reference) ?? []), { position: { policy, decision }, joint }])
    }
  }
  return [...found].flatMap(([reference, preparations]) => {
    const jointBody = jointBodyCalled(workspace, reference)
    return jointBody === undefined ? [] : [{ reference, jointBody, preparations }]
  })
}

/** The dates on which a joint body meets: those of the calendars, else those of the agreement. */
export function jointDates({ body, meetings }: HeldJointBody): readonly string[] {
  const dates = meetings.flatMap(({ entry }) => entry.meets?.dates ?? [])
  return dates.length > 0 ? [...new Set(dates)] : (body.meets?.dates ?? [])
}

function goesThrough({ name, decides }: GovernanceBody, { decision }: HeldDecision): boolean {
  return (
    decidersOf(decision).includes(name) ||
    decision.approvals?.some(({ by }) => by === name) === true ||
    decides?.includes(decision.name) === true
  )
}

/** A limit of the delegation counts only against a value; what has no value, such as a date, is delegated as it is. */
function isDelegated(
  { betweenMeetings }: GovernanceBody,
  value: Money | undefined,
  rates: readonly ExchangeRate[],
): boolean {
  if (betweenMeetings?.to === undefined) return false
  const { upTo } = betweenMeetings
  if (upTo === undefined || value === undefined) return true
  const amount = converted(value, upTo.currency, rates)
  return amount !== undefined && amount <= upTo.amount
}
