import type { Decision, Obligation, PartnerAgreement } from '../../language/generated/policies.ts'
import { type DecisionLatency, decisionLatency } from '../../models/decision-latency.ts'
import { bodyCalled, jointDecisionCalled } from '../../workspace/governance.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { delegateBetweenMeetings, delegating } from '../between-meetings.ts'
import { namedDeciders } from '../deciders.ts'
import { type PathSources, pathSources, structureOf, worthOf } from '../decision-paths.ts'
import { figure, figureText } from '../figure.ts'
import { type Fix, set, unsafe } from '../fix.ts'
import { latencyFigures, latencyText } from '../latency-text.ts'
import { barrier, passed, place, rule } from '../rule.ts'

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
        what: `Our side of ${decision.jointDecision} takes ${latencyText(latency)}, and ${agreement.spec.partner.title ?? agreement.spec.partner.name} is promised an answer within ${promised}.`,
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

interface AnswerPromise {
  readonly agreement: PartnerAgreement
  readonly obligation: Obligation
  readonly days: number
}

/** The shortest promise about a joint decision, as far as it is ours. */
function promiseFor({ jointDecision }: Decision, workspace: Workspace): AnswerPromise | undefined {
  const joint = jointDecision === undefined ? undefined : jointDecisionCalled(workspace, jointDecision)
  if (joint === undefined) return undefined
  const { agreement } = joint
  const promises = (agreement.spec.obligations ?? []).flatMap((obligation) => {
    const { by, type, decision, withinDays: days, to = agreement.spec.term?.to ?? workspace.today } = obligation
    const ours =
      by !== 'partner' && type === 'response-time' && decision === joint.decision.name && to >= workspace.today
    return ours && days !== undefined ? [{ agreement, obligation, days }] : []
  })
  return promises.sort((a, b) => a.days - b.days)[0]
}

/** Never shorter than the days that the decision allows itself. */
function latencyOf(decision: Decision, workspace: Workspace, sources: PathSources): DecisionLatency {
  const own = decision.withinDays === undefined ? [] : [{ kind: 'within', days: decision.withinDays } as const]
  return decisionLatency({ kind: 'parallel', steps: [structureOf(decision, workspace, sources), ...own] })
}

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

/** Each single change with which the answer comes in time, together with fewer days for the decision where it allows itself too many. */
function fasterWays(decision: Decision, days: number, workspace: Workspace, sources: PathSources): readonly Fix[] {
  const tooMany = (decision.withinDays ?? 0) > days
  const inTime: Decision = tooMany ? { ...decision, withinDays: days } : decision
  const fewer = tooMany ? [set(decision, 'withinDays', days)] : []
  const suffices = (changed: Decision, from: PathSources = sources) =>
    latencyOf(changed, workspace, from).worstDays <= days
  const called = decision.title ?? decision.name
  const within = figureText({ value: days, unit: 'days' })
  if (suffices(inTime)) return [unsafe(`Decide "${called}" within ${within}`, ...fewer)]
  const ways: Fix[] = []
  if (suffices({ ...inTime, approvalOrder: 'parallel' })) {
    const title = `Ask for the approvals of "${called}" at the same time`
    ways.push(unsafe(title, ...fewer, set(decision, 'approvalOrder', 'parallel')))
  }
  const value = worthOf(decision, workspace)
  const involved = [
    ...namedDeciders(decision).map(({ name }) => name),
    ...(decision.approvals ?? []).map(({ by }) => by),
  ]
  for (const name of new Set(involved)) {
    const held = bodyCalled(workspace, name)
    if (held === undefined || (value === undefined && held.body.betweenMeetings !== undefined)) continue
    const changed = delegating(held.body, value)
    if (!suffices(inTime, { ...sources, body: (other) => (other === name ? changed : sources.body(other)) })) continue
    const fix = delegateBetweenMeetings(held.body, value, held.policy)
    ways.push({ ...fix, changes: [...fewer, ...fix.changes] })
  }
  return ways
}
