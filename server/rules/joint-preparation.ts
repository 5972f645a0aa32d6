import type { GovernanceBody } from '../language/generated/policies.ts'
import {
  type HeldDecision,
  type HeldJointBody,
  type HeldJointDecision,
  jointBodyCalled,
  jointDecisionCalled,
} from '../workspace/governance.ts'
import { index, type Workspace } from '../workspace/workspace.ts'
import type { ExchangeRate } from './assumptions.ts'
import { isDelegated } from './between-meetings.ts'
import { decidersOf } from './deciders.ts'
import { place, type RelatedPlace, titled } from './rule.ts'

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
  for (const position of positionsThrough(body, workspace)) {
    const { jointDecision } = position.decision
    const joint = jointDecision === undefined ? undefined : jointDecisionCalled(workspace, jointDecision)
    if (joint?.decision.body === undefined) continue
    const reference = `${joint.agreement.metadata.name}/${joint.decision.body}`
    const waiting = isDelegated(body, joint.decision.upTo, rates) ? [] : [{ position, joint }]
    found.set(reference, [...(found.get(reference) ?? []), ...waiting])
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

/** Our positions on joint decisions, by the bodies that decide or approve them, and by their own names. */
const positions = index(function* (workspace) {
  for (const policy of workspace.all('DecisionRights')) {
    for (const decision of policy.spec.decisions ?? []) {
      if (decision.jointDecision === undefined) continue
      const held: HeldDecision = { policy, decision }
      const through = [...decidersOf(decision), ...(decision.approvals ?? []).map(({ by }) => by)]
      for (const key of new Set([...through, `decision ${decision.name}`])) yield [key, held] as const
    }
  }
})

function positionsThrough({ name, decides = [] }: GovernanceBody, workspace: Workspace): readonly HeldDecision[] {
  const given = decides.flatMap((decision) => positions(workspace, `decision ${decision}`))
  const found = [...positions(workspace, name), ...given]
  return found.filter(({ decision }, at) => found.findIndex((other) => other.decision === decision) === at)
}

/** Where the joint meetings are declared, and the decisions that are prepared for them. */
export function placesOfPreparation({ jointBody, preparations }: PreparedBody): readonly RelatedPlace[] {
  const calendars = jointBody.meetings.flatMap(({ policy, entry }) =>
    entry.meets?.dates === undefined ? [] : [place('The joint meetings.', policy, entry.meets, 'dates')],
  )
  const inAgreement =
    jointBody.body.meets === undefined ? [] : [place('The joint meetings.', jointBody.agreement, jointBody.body.meets)]
  const decisions = preparations.map(({ position }) =>
    place('Decided or approved by our own body first.', position.policy, position.decision, 'name'),
  )
  return [...(calendars.length > 0 ? calendars : inAgreement), ...decisions]
}

/** The decisions that are prepared, in a sentence: `"Change of scope" and "Budget"`. */
export function preparedText({ preparations }: PreparedBody): string {
  return preparations.map(({ position: { decision } }) => `"${titled(decision)}"`).join(' and ')
}
