import type { Decision, DecisionRights, PartnerAgreement } from '../../language/generated/policies.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { isKnown, stepsOf, stepUp } from '../escalation-steps.ts'
import { type Fix, set, unsafe } from '../fix.ts'
import { barrier, type Outcome, passed, rule, titled } from '../rule.ts'
import { hasEnded } from '../running-agreements.ts'

export default rule({
  id: 'decision-making/consensus-no-tiebreak',
  title: 'All must agree, and nothing happens when they do not',
  kind: ['DecisionRights', 'PartnerAgreement'],
  severity: 'error',
  finds:
    'A decision by consensus or unanimity that stays open when there is no agreement: `tieBreak: none`, or no tie-break and no path of escalation. Where joint governance, or our side of a joint decision, has no path at all, `no-escalation-path` and `no-internal-escalation-path` speak instead. For what is of minor importance it is a warning.',
  why: 'One who does not agree stops the work of both sides, without a reason and for as long as it takes.',
  evidence: ['A6'],
  certainty:
    'A way out of disagreement is a common term of published clauses; how often it is needed has not been measured.',
  against:
    'Some matters are meant to stay as they are unless all agree, such as more money than was agreed. Then no is an answer, and the finding can be suppressed with that reason.',
  fixing:
    'The fix lets it go up the escalation. Where there is no path, it adds one step: to the line manager of the one who decides where that is known, else for you to fill in.',
  *check(policy, { workspace }) {
    if (policy.kind === 'DecisionRights') yield* ownDecisions(policy, workspace)
    else if (!hasEnded(policy, workspace.today)) yield* jointDecisions(policy)
  },
})

function* jointDecisions({ spec }: PartnerAgreement): Iterable<Outcome> {
  const { decisions = [], escalation = [] } = spec.governance ?? {}
  if (escalation.length === 0) return
  for (const decision of decisions) {
    if (!needsAll(decision)) continue
    yield decision.tieBreak === 'none' ? open(decision, 'tieBreak', [escalate(decision)]) : passed()
  }
}

function* ownDecisions(policy: DecisionRights, workspace: Workspace): Iterable<Outcome> {
  for (const decision of policy.spec.decisions ?? []) {
    const { tieBreak, jointDecision } = decision
    const hasPath = stepsOf(decision, policy).length > 0
    if (!needsAll(decision) || (jointDecision !== undefined && !hasPath)) continue
    if (tieBreak === undefined ? hasPath : tieBreak !== 'none') yield passed()
    else {
      const fix = hasPath ? escalate(decision) : escalateWithStep(decision, workspace)
      yield open(decision, tieBreak === undefined ? 'rule' : 'tieBreak', [fix])
    }
  }
}

interface AnyDecision {
  readonly name: string
  readonly title?: string
  readonly rule?: string
  readonly importance?: string
}

function needsAll({ rule: how }: AnyDecision): boolean {
  return how === 'consensus' || how === 'unanimous'
}

function open(decision: AnyDecision, key: string, fixes: readonly Fix[]): Outcome {
  return barrier(decision, key, {
    what: `The decision "${titled(decision)}" needs ${decision.rule === 'unanimous' ? 'all votes' : 'consensus'}, and stays open when there is none.`,
    change: 'Say what happens then: it goes up the escalation, or one vote decides.',
    ...(decision.importance === 'minor' ? { severity: 'warning' } : {}),
    fixes,
  })
}

function escalate(decision: AnyDecision): Fix {
  return unsafe(
    `Let "${titled(decision)}" go up the escalation when there is no agreement`,
    set(decision, 'tieBreak', 'escalate'),
  )
}

function escalateWithStep(decision: Decision, workspace: Workspace): Fix {
  const step = stepUp(decision, workspace)
  return {
    title: `Escalate "${titled(decision)}" to ${isKnown(step) ? step.to : 'a higher level'} within ${step.withinDays} days`,
    applicability: isKnown(step) ? 'unsafe' : 'placeholder',
    changes: [set(decision, 'tieBreak', 'escalate'), set(decision, 'escalation', [{ ...step }])],
  }
}
