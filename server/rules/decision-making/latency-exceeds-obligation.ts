import type { Decision } from '../../language/generated/policies.ts'
import { bodyCalled } from '../../workspace/governance.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { promiseFor } from '../answer-promises.ts'
import { namedDeciders } from '../deciders.ts'
import { pathSources } from '../decision-paths.ts'
import { fasterWays, latencyOf } from '../faster-decisions.ts'
import { figure, figureText } from '../figure.ts'
import { latencyFigures, latencyText } from '../latency-text.ts'
import { barrier, passed, place, rule, titled } from '../rule.ts'

export default rule({
  id: 'decision-making/latency-exceeds-obligation',
  title: 'We promised an answer faster than we can decide',
  kind: 'DecisionRights',
  severity: 'error',
  finds:
    'A decision of ours that settles our side of a joint one, and takes longer than the agreement promises the partner (an obligation of ours with `type: response-time`, `decision` and `withinDays`). Its time follows from the days of its approvals, the meetings of the body that decides or approves, and the days when papers are due; what is delegated between meetings does not wait. The days that the decision allows itself (`withinDays`) count too. Where only the worst case is too long, it is a warning.',
  why: 'The way we decide breaks the promise, or can break it, however willing everybody is.',
  evidence: ['arithmetic'],
  certainty:
    'The time follows from the declared days and meetings, for a question that comes up on any day. People who hurry, or an extra meeting, can be faster.',
  against:
    'Where bodies meet on request, the policies make it look slower than it is; a delegation between meetings says so.',
  fixing:
    'The fix offers what makes the answer come in time: fewer days, approvals at the same time, or a delegation between meetings. Each changes how the company decides, so it needs consent.',
  *check(policy, { workspace, assumptions }) {
    const sources = pathSources(workspace, assumptions.exchangeRates)
    for (const decision of policy.spec.decisions ?? []) {
      const promise = promiseFor(decision, workspace)
      const latency = latencyOf(decision, workspace, sources)
      if (promise === undefined || latency.worstDays === 0) continue
      const { agreement, obligation, days } = promise
      if (latency.worstDays <= days) {
        yield passed()
        continue
      }
      const promised = figureText({ value: days, unit: 'days' })
      const { on, key } = slowPlace(decision, days, workspace)
      yield barrier(on, key, {
        what: `Our side of ${decision.jointDecision} takes ${latencyText(latency)}, and ${titled(agreement.spec.partner)} is promised an answer within ${promised}.`,
        howMuch: `At worst it comes ${figureText({ value: latency.worstDays - days, unit: 'days' })} late.`,
        change: 'Decide faster (delegate between meetings, ask approvers at the same time), or promise more days.',
        severity: latency.meanDays > days || (decision.withinDays ?? 0) > days ? 'error' : 'warning',
        identity: `${agreement.metadata.name}/${obligation.name}`,
        figures: [
          ...latencyFigures(latency),
          figure('promised-days', 'Promised', days, 'days', [
            { name: 'promise', value: `${agreement.metadata.name}/${obligation.name}`, from: 'policy' },
          ]),
        ],
        related: [place(`The answer is promised within ${promised}.`, agreement, obligation, 'withinDays')],
        fixes: fasterWays(decision, days, workspace, sources),
      })
    }
  },
})

/** What the decision says that takes too long: its own days, the body that decides, else its approvals. */
function slowPlace(
  decision: Decision,
  days: number,
  workspace: Workspace,
): { readonly on: object; readonly key: string | number } {
  if ((decision.withinDays ?? 0) > days) return { on: decision, key: 'withinDays' }
  const body = namedDeciders(decision).find(({ name }) => bodyCalled(workspace, name) !== undefined)
  return body ?? { on: decision, key: decision.approvals === undefined ? 'name' : 'approvals' }
}
