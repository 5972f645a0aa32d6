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
interface Preparation {
  readonly position: HeldDecision
  readonly joint: HeldJointDecision
}

/** All that one of our bodies prepares for one joint body. */
export interface PreparedBody {
  /** `agreement/body`. */
  readonly reference: string
  readonly jointBody: HeldJointBody
  /** Those that wait for its meetings; empty where all is delegated between them. */
  readonly preparations: readonly Preparation[]
}

/** What a body of ours decides or approves for joint bodies. */
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
      if (joint?.decision.body === undefined || !goesThrough(body, { policy, decision })) continue
      const reference = `${joint.agreement.metadata.name}/${joint.decision.body}`
      const waiting = isDelegated(body, joint.decision.upTo, rates) ? [] : [{ position: { policy, decision }, joint }]
      found.set(reference, [...(found.get(reference) ?? []), ...waiting])
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

/** A delegation with a limit says nothing of what has no value, such as a date. */
function isDelegated(
  { betweenMeetings }: GovernanceBody,
  value: Money | undefined,
  rates: readonly ExchangeRate[],
): boolean {
  if (betweenMeetings?.to === undefined) return false
  const { upTo } = betweenMeetings
  if (upTo === undefined) return true
  const amount = value === undefined ? undefined : converted(value, upTo.currency, rates)
  return amount !== undefined && amount <= upTo.amount
}

export function titled({ title, name }: { readonly title?: string; readonly name: string }): string {
  return title ?? name
}
