import type { Decision, Obligation, PartnerAgreement } from '../language/generated/policies.ts'
import { jointDecisionCalled } from '../workspace/governance.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { isOver } from './time-spans.ts'

/** An obligation of ours to answer the partner within so many days. */
interface AnswerPromise {
  readonly agreement: PartnerAgreement
  readonly obligation: Obligation
  readonly days: number
}

/** The shortest promise about a joint decision, as far as it is ours. */
export function promiseFor({ jointDecision }: Decision, workspace: Workspace): AnswerPromise | undefined {
  const joint = jointDecision === undefined ? undefined : jointDecisionCalled(workspace, jointDecision)
  if (joint === undefined) return undefined
  const { agreement } = joint
  const promises = (agreement.spec.obligations ?? []).flatMap((obligation) => {
    const { by, type, decision, withinDays: days, to = agreement.spec.term?.to } = obligation
    const ours = by !== 'partner' && type === 'response-time' && decision === joint.decision.name
    return ours && !isOver({ to }, workspace.today) && days !== undefined ? [{ agreement, obligation, days }] : []
  })
  return promises.sort((a, b) => a.days - b.days)[0]
}
