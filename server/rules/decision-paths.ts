import type { Approval, Decision, GovernanceBody, Money } from '../language/generated/policies.ts'
import type { DecisionPath } from '../models/decision-latency.ts'
import { bodiesThatDecide, bodyCalled, jointDecisionCalled } from '../workspace/governance.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { ExchangeRate } from './assumptions.ts'
import { isDelegated } from './between-meetings.ts'
import { decidersOf } from './deciders.ts'
import { daysBetweenMeetings } from './meeting-intervals.ts'

/** What paths are made of: bodies by their names, perhaps changed by a fix, and the rates by which amounts are compared. */
export interface PathSources {
  readonly body: (name: string) => GovernanceBody | undefined
  readonly rates: readonly ExchangeRate[]
}

export function pathSources(workspace: Workspace, rates: readonly ExchangeRate[]): PathSources {
  return { body: (name) => bodyCalled(workspace, name)?.body, rates }
}

/** What a decision is worth at most: as it says itself, else as the joint decision does that it settles our side of. */
export function worthOf({ upTo, jointDecision }: Decision, workspace: Workspace): Money | undefined {
  if (upTo !== undefined || jointDecision === undefined) return upTo
  return jointDecisionCalled(workspace, jointDecision)?.decision.upTo
}

/** How one of our decisions comes about: its approvals, then the meeting of the body that decides. */
export function structureOf(decision: Decision, workspace: Workspace, sources: PathSources): DecisionPath {
  const deciding = [...decidersOf(decision), ...bodiesThatDecide(workspace, decision.name).map(({ body }) => body.name)]
  const meetings = [...new Set(deciding)].flatMap(
    (name) => meetingOf(name, worthOf(decision, workspace), sources) ?? [],
  )
  return { kind: 'sequence', steps: [approvalsOf(decision, workspace, sources), ...meetings.slice(0, 1)] }
}

/** Approvals follow one another in their order, unless they are said to be asked for at the same time. */
export function approvalsOf(decision: Decision, workspace: Workspace, sources: PathSources): DecisionPath {
  const value = worthOf(decision, workspace)
  const steps = (decision.approvals ?? []).map((approval) => approvalStep(approval, value, sources))
  return { kind: decision.approvalOrder === 'parallel' ? 'parallel' : 'sequence', steps }
}

function approvalStep({ by, withinDays }: Approval, value: Money | undefined, sources: PathSources): DecisionPath {
  if (withinDays !== undefined) return { kind: 'within', days: withinDays }
  return meetingOf(by, value, sources) ?? { kind: 'open' }
}

/** The wait for a body's meeting, with the days that its papers are due before; no wait where it is delegated in between. Undefined where no meetings are known. */
function meetingOf(name: string, value: Money | undefined, { body, rates }: PathSources): DecisionPath | undefined {
  const found = body(name)
  const everyDays = found?.meets === undefined ? undefined : daysBetweenMeetings(found.meets)
  if (found === undefined || everyDays === undefined) return undefined
  if (isDelegated(found, value, rates)) return { kind: 'takes', days: 0 }
  return {
    kind: 'sequence',
    steps: [
      { kind: 'takes', days: found.papersDueDays ?? 0 },
      { kind: 'meets', everyDays },
    ],
  }
}
