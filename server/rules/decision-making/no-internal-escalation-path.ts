import type { Decision } from '../../language/generated/policies.ts'
import { jointDecisionCalled } from '../../workspace/governance.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { usualStepDays as days, isKnown, stepsOf, stepUp } from '../escalation-steps.ts'
import { type Fix, set } from '../fix.ts'
import { barrier, passed, place, type RelatedPlace, rule, titled } from '../rule.ts'

export default rule({
  id: 'decision-making/no-internal-escalation-path',
  title: 'Our side of a joint decision has nowhere to go',
  kind: 'DecisionRights',
  severity: 'error',
  finds:
    'A decision that settles our side of a joint one (`jointDecision`), or that is to escalate (`tieBreak: escalate`, or an approval that escalates when silent), and has no step of escalation, neither its own nor of the whole policy.',
  why: 'When our side cannot decide, nobody else may, and the partner waits for an answer that nobody owes.',
  evidence: ['A6', 'R24'],
  certainty:
    'Paths upwards with days are a common term of published clauses; how much they help has not been measured.',
  against: 'A decision that concerns nobody outside a team needs no path, so others are not looked at.',
  fixing:
    'The fix adds one step with 10 days, a convention: to the line manager of the role that decides where the organization design says who that is, else for you to fill in.',
  *check(policy, { workspace }) {
    for (const decision of policy.spec.decisions ?? []) {
      const reason = needFor(decision)
      if (reason === undefined) continue
      if (stepsOf(decision, policy).length > 0) yield passed()
      else {
        yield barrier(decision, 'name', {
          what: `The decision "${titled(decision)}" ${reason}, and has no path of escalation, neither its own nor of the policy.`,
          change: `Add a step upwards with days to decide; ${days} days are a convention.`,
          related: promisedTo(decision, workspace),
          fixes: [addStep(decision, workspace)],
        })
      }
    }
  },
})

function needFor({ jointDecision, tieBreak, approvals }: Decision): string | undefined {
  if (tieBreak === 'escalate') return 'escalates when it is not agreed'
  if (approvals?.some(({ ifSilent }) => ifSilent === 'escalates') === true)
    return 'escalates when an approver is silent'
  return jointDecision === undefined ? undefined : `settles our side of ${jointDecision}`
}

function promisedTo({ jointDecision }: Decision, workspace: Workspace): readonly RelatedPlace[] {
  const joint = jointDecision === undefined ? undefined : jointDecisionCalled(workspace, jointDecision)
  return joint === undefined
    ? []
    : [place('The joint decision that waits for it.', joint.agreement, joint.decision, 'name')]
}

function addStep(decision: Decision, workspace: Workspace): Fix {
  const step = stepUp(decision, workspace)
  return {
    title: `Escalate to ${isKnown(step) ? step.to : 'a higher level'} within ${days} days`,
    applicability: isKnown(step) ? 'unsafe' : 'placeholder',
    changes: [set(decision, 'escalation', [{ ...step }])],
  }
}
