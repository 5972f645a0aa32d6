import type {
  AgreementBody,
  AgreementDecision,
  Decision,
  DecisionRights,
  GovernanceBody,
  GovernanceCalendar,
  JointBodyMeetings,
  PartnerAgreement,
} from '../language/generated/policies.ts'
import { indexOf, query, type Workspace } from './workspace.ts'

/** A decision class of an agreement. */
export interface HeldJointDecision {
  readonly agreement: PartnerAgreement
  readonly decision: AgreementDecision
}

/** One of our own decisions, with the policy that holds it. */
export interface HeldDecision {
  readonly policy: DecisionRights
  readonly decision: Decision
}

/** A body shared with a partner: what the agreement says of it, and what calendars add. */
export interface HeldJointBody {
  readonly agreement: PartnerAgreement
  readonly body: AgreementBody
  readonly meetings: readonly { readonly policy: GovernanceCalendar; readonly entry: JointBodyMeetings }[]
}

/** A body of ours, with the calendar that declares it. */
export interface HeldBody {
  readonly policy: GovernanceCalendar
  readonly body: GovernanceBody
}

/** The joint decision that `agreement/decision` refers to. */
export const jointDecisionCalled = query((workspace, reference: string): HeldJointDecision | undefined => {
  const [owner, name] = reference.split('/')
  const agreement = workspace.find('PartnerAgreement', owner)
  const decision = agreement?.spec.governance?.decisions?.find((candidate) => candidate.name === name)
  return agreement === undefined || decision === undefined ? undefined : { agreement, decision }
})

/** The joint body that `agreement/body` refers to. */
export const jointBodyCalled = query((workspace, reference: string): HeldJointBody | undefined => {
  const [owner, name] = reference.split('/')
  const agreement = workspace.find('PartnerAgreement', owner)
  const body = agreement?.spec.governance?.bodies?.find((candidate) => candidate.name === name)
  if (agreement === undefined || body === undefined) return undefined
  return { agreement, body, meetings: meetingsOf(workspace, reference) }
})

/** Our own decisions that settle our side of a joint one, `agreement/decision`. */
export const positionsOn = indexOf('DecisionRights', function* (policy) {
  for (const decision of policy.spec.decisions ?? []) {
    if (decision.jointDecision !== undefined) yield [decision.jointDecision, { policy, decision }] as const
  }
})

const bodiesCalled = indexOf('GovernanceCalendar', function* (policy) {
  for (const body of policy.spec.bodies ?? []) yield [body.name, { policy, body }] as const
})

/** A body of ours by its name; the first, where several calendars declare it. */
export function bodyCalled(workspace: Workspace, name: string): HeldBody | undefined {
  return bodiesCalled(workspace, name)[0]
}

/** The bodies of ours that a calendar gives a decision to, by the decision's name. */
export const bodiesThatDecide = indexOf('GovernanceCalendar', function* (policy) {
  for (const body of policy.spec.bodies ?? [])
    for (const decision of body.decides ?? []) yield [decision, { policy, body }] as const
})

const meetingsOf = indexOf('GovernanceCalendar', function* (policy) {
  for (const entry of policy.spec.jointBodies ?? []) yield [entry.body, { policy, entry }] as const
})
