import type { Decision, DecisionRights } from '../language/generated/policies.ts'
import { indexOf, type Workspace } from '../workspace/workspace.ts'
import { decidersOf } from './deciders.ts'

/** A decision with a path of its own, and where that ends. */
interface WayUp {
  readonly policy: DecisionRights
  readonly decision: Decision
  readonly top: string
}

/** Where the decisions of a role or body that have a path of their own end up. */
export const upwards = indexOf('DecisionRights', function* (policy): Iterable<readonly [string, WayUp]> {
  for (const decision of policy.spec.decisions ?? []) {
    const top = decision.escalation?.at(-1)?.to
    for (const decider of decidersOf(decision)) if (top !== undefined) yield [decider, { policy, decision, top }]
  }
})

/** Whether whatever this one cannot decide ends up with `start`. */
export function leadsBack(from: string, start: string, workspace: Workspace, seen: ReadonlySet<string>): boolean {
  const ways = upwards(workspace, from)
  const been = new Set([...seen, from])
  return (
    ways.length > 0 &&
    ways.every(({ top }) => top === start || (!been.has(top) && leadsBack(top, start, workspace, been)))
  )
}
