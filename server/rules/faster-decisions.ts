import type { Decision } from '../language/generated/policies.ts'
import { type DecisionLatency, decisionLatency } from '../models/decision-latency.ts'
import { bodyCalled } from '../workspace/governance.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { delegateBetweenMeetings, delegating } from './between-meetings.ts'
import { namedDeciders } from './deciders.ts'
import { type PathSources, structureOf, worthOf } from './decision-paths.ts'
import { figureText } from './figure.ts'
import { type Fix, set, unsafe } from './fix.ts'
import { titled } from './rule.ts'

/** How long a decision takes: never shorter than the days that the decision allows itself. */
export function latencyOf(decision: Decision, workspace: Workspace, sources: PathSources): DecisionLatency {
  const own = decision.withinDays === undefined ? [] : [{ kind: 'within', days: decision.withinDays } as const]
  return decisionLatency({ kind: 'parallel', steps: [structureOf(decision, workspace, sources), ...own] })
}

/** Each single change with which the answer comes in time, together with fewer days for the decision where it allows itself too many. */
export function fasterWays(
  decision: Decision,
  days: number,
  workspace: Workspace,
  sources: PathSources,
): readonly Fix[] {
  const tooMany = (decision.withinDays ?? 0) > days
  const inTime: Decision = tooMany ? { ...decision, withinDays: days } : decision
  const fewer = tooMany ? [set(decision, 'withinDays', days)] : []
  const suffices = (changed: Decision, from: PathSources = sources) =>
    latencyOf(changed, workspace, from).worstDays <= days
  const called = titled(decision)
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
