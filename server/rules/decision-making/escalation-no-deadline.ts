import { bodyCalled, jointBodyCalled } from '../../workspace/governance.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { escalationPaths, usualStepDays } from '../escalation-steps.ts'
import { set, unsafe } from '../fix.ts'
import { daysBetweenMeetings } from '../meeting-intervals.ts'
import { barrier, passed, rule } from '../rule.ts'

export default rule({
  id: 'decision-making/escalation-no-deadline',
  title: 'A step of an escalation has no days',
  kind: ['DecisionRights', 'PartnerAgreement'],
  severity: 'warning',
  finds:
    'A step of `escalation` without `withinDays`: of an agreement, of a decision, or of all decisions of a policy.',
  why: 'What goes up without a date can rest there as well as below, and the work below goes on waiting.',
  evidence: ['A6', 'A2'],
  certainty: 'Days for each step are a common term of published clauses; how much they help has not been measured.',
  against: 'Executives who answer within a day need no date. It costs nothing then.',
  fixing:
    'The fix gives the step 10 days, or as many as lie between two meetings where it is a body, up to 30; published terms are between the two.',
  *check(policy, { workspace }) {
    for (const { steps, called } of escalationPaths(policy, workspace.today)) {
      for (const step of steps) {
        if (step.withinDays !== undefined) {
          yield passed()
          continue
        }
        const days = daysFor(step.to, policy.metadata.name, workspace)
        yield barrier(step, 'to', {
          what: `${called} goes to ${step.to}, and no days are set for that step.`,
          change: `Set days; ${days} days are a convention.`,
          fixes: [unsafe(`Give ${step.to} ${days} days`, set(step, 'withinDays', days))],
        })
      }
    }
  },
})

function daysFor(to: string, agreement: string, workspace: Workspace): number {
  const meets = bodyCalled(workspace, to)?.body.meets ?? jointBodyCalled(workspace, `${agreement}/${to}`)?.body.meets
  const between = meets === undefined ? undefined : daysBetweenMeetings(meets)
  return between === undefined ? usualStepDays : Math.round(Math.min(Math.max(between, usualStepDays), 30))
}
