import type { Decision, GovernanceBody } from '../language/generated/policies.ts'
import { isDelegated } from '../rules/between-meetings.ts'
import { decidersOf } from '../rules/deciders.ts'
import { type PathSources, pathSources, worthOf } from '../rules/decision-paths.ts'
import { daysBetweenMeetings } from '../rules/meeting-intervals.ts'
import { bodiesThatDecide, jointDecisionCalled } from '../workspace/governance.ts'
import { approvals } from './approval-odds.ts'
import { type Asked, inKind, type Maker } from './asked.ts'
import { type Expression, largestOf, over, plus } from './expression.ts'
import { field, given, resultOf, type Step, step, taken, type Worked } from './step.ts'

/** How long a step takes on average and at worst. */
interface Days {
  readonly mean: Step
  readonly worst: Step
}

/** The approvals alone, one after the other. */
export const approvalsInSequence: Maker = (asked) => [
  ...inKind('DecisionRights', ({ policy, pointedAt, workspace, assumptions }) => {
    const [decision] = pointedAt(policy.spec.decisions ?? [])
    if (decision === undefined) return []
    const sources = pathSources(workspace, assumptions.exchangeRates)
    return latencyWorked(approvalsTogether(decision, asked, sources))
  })(asked),
  ...approvals(asked),
]

/** Our side of a joint decision: approvals, then the deciding body, or the days that the decision allows itself; and what was promised. */
export const ourSide = inKind('DecisionRights', (asked) => {
  const { policy, workspace, assumptions, finding } = asked
  const sources = pathSources(workspace, assumptions.exchangeRates)
  const decisions = policy.spec.decisions ?? []
  const [at] = asked.pointedAt(decisions)
  const decision =
    at ??
    decisions.find(({ jointDecision }) => jointDecision !== undefined && finding.text.what.includes(jointDecision))
  if (decision === undefined) return []
  const deciding = [...decidersOf(decision), ...bodiesThatDecide(workspace, decision.name).map(({ body }) => body.name)]
  const [meeting] = [...new Set(deciding)].flatMap((name) => meetingOf(name, decision, asked, sources) ?? [])
  const path = inSequence('Approvals and meeting, one after the other', [
    approvalsTogether(decision, asked, sources),
    ...(meeting === undefined ? [] : [meeting]),
  ])
  const own =
    decision.withinDays === undefined
      ? []
      : [within('The days that the decision allows itself', decision, decision.withinDays)]
  return [...latencyWorked(atOnce('The slower of both', [path, ...own])), ...promised(decision, asked)]
})

/** A body of ours that meets every so many days. */
export const ownMeetings = inKind('GovernanceCalendar', ({ policy, pointedAt }) => {
  const [body] = pointedAt(policy.spec.bodies ?? [])
  const meeting = body === undefined ? undefined : waitFor(body)
  return meeting === undefined ? [] : latencyWorked(meeting)
})

function latencyWorked({ mean, worst }: DayParts): readonly Worked[] {
  return [
    { figure: 'mean-latency', steps: mean },
    { figure: 'worst-latency', steps: worst },
  ]
}

/** The steps to both figures; the last one of each gives it. */
interface DayParts {
  readonly mean: readonly Step[]
  readonly worst: readonly Step[]
}

function single({ mean, worst }: Days): DayParts {
  return { mean: [mean], worst: [worst] }
}

function combined(
  title: string,
  parts: readonly DayParts[],
  by: (...of: readonly Expression[]) => Expression,
): DayParts {
  const [only] = parts
  if (only !== undefined && parts.length === 1) return only
  const of = (which: keyof DayParts, word: string): readonly Step[] => {
    const last = parts.flatMap((part) => part[which].at(-1) ?? [])
    return [...parts.flatMap((part) => part[which]), step(`${title}, ${word}`, by(...last.map(resultOf)), 'days')]
  }
  return { mean: of('mean', 'on average'), worst: of('worst', 'at worst') }
}

function inSequence(title: string, parts: readonly DayParts[]): DayParts {
  return combined(title, parts, plus)
}

function atOnce(title: string, parts: readonly DayParts[]): DayParts {
  return combined(title, parts, largestOf)
}

function approvalsTogether(decision: Decision, asked: Pick<Asked, 'workspace'>, sources: PathSources): DayParts {
  const steps = (decision.approvals ?? []).map((approval): DayParts => {
    const { by, withinDays } = approval
    if (withinDays !== undefined) return within(`Approval by ${by}`, approval, withinDays)
    const open = given(
      `days for ${by}`,
      0,
      'days',
      taken('no time is set for this approval, so the figures are "at least"'),
    )
    return (
      meetingOf(by, decision, asked, sources) ??
      single({
        mean: step(`Approval by ${by}, on average`, open, 'days'),
        worst: step(`Approval by ${by}, at worst`, open, 'days'),
      })
    )
  })
  const title = decision.approvalOrder === 'parallel' ? 'Approvals at the same time' : 'Approvals one after the other'
  return (decision.approvalOrder === 'parallel' ? atOnce : inSequence)(title, steps)
}

/** Half of the days on average: an answer within so many may come at once. */
function within(title: string, object: object, days: number): DayParts {
  const allowed = given(
    `days for ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
    days,
    'days',
    field(object, 'withinDays'),
  )
  return single({
    mean: step(`${title}, on average`, over(allowed, 2), 'days'),
    worst: step(`${title}, at worst`, allowed, 'days'),
  })
}

function meetingOf(
  name: string,
  decision: Decision,
  { workspace }: Pick<Asked, 'workspace'>,
  { body, rates }: PathSources,
): DayParts | undefined {
  const found = body(name)
  if (found?.meets === undefined || daysBetweenMeetings(found.meets) === undefined) return undefined
  if (!isDelegated(found, worthOf(decision, workspace), rates)) return waitFor(found)
  const none = given(
    `wait for ${found.title ?? found.name}`,
    0,
    'days',
    found.betweenMeetings === undefined ? taken('delegated') : field(found.betweenMeetings, 'to'),
  )
  return single({
    mean: step(`${found.title ?? found.name} (delegated between meetings), on average`, none, 'days'),
    worst: step(`${found.title ?? found.name} (delegated between meetings), at worst`, none, 'days'),
  })
}

/** A question comes up at any time: it waits half of the interval on average, and all of it at worst; papers are due before. */
function waitFor(body: GovernanceBody): DayParts | undefined {
  const { meets, papersDueDays } = body
  const every = meets === undefined ? undefined : daysBetweenMeetings(meets)
  if (meets === undefined || every === undefined) return undefined
  const title = body.title ?? body.name
  const byDates = meets.dates !== undefined && meets.dates.length > 1
  const interval = given(
    `days between meetings of "${title}"`,
    every,
    'days',
    field(meets, byDates ? 'dates' : 'every'),
  )
  const papers =
    papersDueDays === undefined || papersDueDays === 0
      ? []
      : [given(`days before that papers of "${title}" are due`, papersDueDays, 'days', field(body, 'papersDueDays'))]
  return single({
    mean: step(`Wait for "${title}", on average`, plus(...papers, over(interval, 2)), 'days'),
    worst: step(`Wait for "${title}", at worst`, plus(...papers, interval), 'days'),
  })
}

/** The shortest promise about the joint decision. */
function promised(
  { jointDecision }: Decision,
  { workspace, pointedAt }: Pick<Asked, 'workspace' | 'pointedAt'>,
): readonly Worked[] {
  const joint = jointDecision === undefined ? undefined : jointDecisionCalled(workspace, jointDecision)
  const obligations = (joint?.agreement.spec.obligations ?? []).filter(
    ({ decision }) => decision === joint?.decision.name,
  )
  const [obligation] = pointedAt(obligations)
  if (obligation?.withinDays === undefined) return []
  const days = given(
    `days promised in "${obligation.title ?? obligation.name}"`,
    obligation.withinDays,
    'days',
    field(obligation, 'withinDays'),
  )
  return [{ figure: 'promised-days', steps: [step('Promised', days, 'days')] }]
}
