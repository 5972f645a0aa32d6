import type {
  AgreementEscalationStep,
  Decision,
  DecisionRights,
  EscalationStep,
  PartnerAgreement,
} from '../language/generated/policies.ts'
import { roleCalled } from '../workspace/roles.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { decidersOf } from './deciders.ts'
import { append, type Fix, fillIn } from './fix.ts'
import { titled } from './rule.ts'
import { hasEnded } from './running-agreements.ts'

/** Days that published terms give a step are between 10 and 30; the shortest keeps work going. */
export const usualStepDays = 10

/** A way upwards, with what it belongs to. */
export interface EscalationPath {
  readonly steps: readonly (EscalationStep | AgreementEscalationStep)[]
  /** The object that has it as its `escalation`. */
  readonly on: object
  /** `The escalation of "Our position"` */
  readonly called: string
  /** The decisions that go up this way. */
  readonly decisions: readonly Decision[]
}

/** Every way upwards that a policy declares, each once, also where several decisions share it; none of an agreement that has ended. */
export function escalationPaths(policy: DecisionRights | PartnerAgreement, today: string): readonly EscalationPath[] {
  if (policy.kind === 'PartnerAgreement') {
    const { governance, partner } = policy.spec
    if (governance?.escalation === undefined || hasEnded(policy, today)) return []
    const called = `The joint escalation with ${titled(partner)}`
    return [{ steps: governance.escalation, on: governance, called, decisions: [] }]
  }
  const { spec, metadata } = policy
  const { decisions = [] } = spec
  const found: EscalationPath[] = []
  for (const decision of decisions) {
    const { escalation: steps, title, name } = decision
    if (steps === undefined || found.some((path) => path.steps === steps)) continue
    const sharing = decisions.filter(({ escalation }) => escalation === steps)
    found.push({ steps, on: decision, called: `The escalation of "${title ?? name}"`, decisions: sharing })
  }
  if (spec.escalation === undefined) return found
  const others = decisions.filter(({ escalation }) => escalation === undefined)
  const called = `The escalation of "${titled(metadata)}"`
  return [...found, { steps: spec.escalation, on: spec, called, decisions: others }]
}

/** Where a decision goes that is not decided: its own steps, else those of the policy. */
export function stepsOf(decision: Decision, { spec }: DecisionRights): readonly EscalationStep[] {
  return decision.escalation ?? spec.escalation ?? []
}

/** A step to be added, and whether it is known whom it goes to. */
export interface ProposedStep {
  readonly to: string
  readonly theirs?: string
  readonly withinDays: number
}

/** A step to the line manager of a role, else one to fill in. */
function stepAbove(role: string | undefined, workspace: Workspace): ProposedStep {
  const manager = role === undefined ? undefined : roleCalled(workspace, role)?.role.lineManager
  return { to: filled(manager, workspace) ?? fillIn('the role or body that it goes up to'), withinDays: usualStepDays }
}

/** Nothing goes up to a role that nobody holds. */
function filled(role: string | undefined, workspace: Workspace): string | undefined {
  return role === undefined || roleCalled(workspace, role)?.role.vacant === true ? undefined : role
}

/** A step above the one who decides. */
export function stepUp(decision: Decision, workspace: Workspace): ProposedStep {
  return stepAbove(decidersOf(decision)[0], workspace)
}

/** A step to the sponsors of both sides, else one to fill in. */
export function stepToSponsors({ spec }: PartnerAgreement, workspace: Workspace): ProposedStep {
  const { ours, theirs } = spec.sponsors ?? {}
  return {
    to: filled(ours, workspace) ?? fillIn('our role that it goes up to'),
    theirs: theirs ?? fillIn("the partner's role that it goes up to"),
    withinDays: usualStepDays,
  }
}

/** Whether nothing of a step is left to fill in. */
export function isKnown({ to, theirs }: ProposedStep): boolean {
  return !to.startsWith('?') && theirs?.startsWith('?') !== true
}

/** Up the line from a role to the first who has not been asked on the way. */
function stepPast(asked: ReadonlySet<string>, from: string | undefined, workspace: Workspace): ProposedStep {
  const passed = new Set<string>()
  let step = stepAbove(from, workspace)
  while (isKnown(step) && asked.has(step.to) && !passed.has(step.to)) {
    passed.add(step.to)
    step = stepAbove(step.to, workspace)
  }
  return step
}

/** Adds a step beyond the last: up the line, or to the sponsors of both sides, where they are known and not on the way already; else one to fill in. */
export function addFurtherStep(
  { steps, on, decisions }: EscalationPath,
  policy: DecisionRights | PartnerAgreement,
  workspace: Workspace,
): Fix {
  const asked = new Set(steps.map(({ to }) => to))
  // A path that several decisions share may lead past one of their deciders.
  if (decisions.length === 1) for (const decider of decisions.flatMap(decidersOf)) asked.add(decider)
  const proposed =
    policy.kind === 'PartnerAgreement'
      ? stepToSponsors(policy, workspace)
      : stepPast(asked, steps.at(-1)?.to, workspace)
  const known = isKnown(proposed) && !asked.has(proposed.to)
  const step = known ? proposed : { ...proposed, to: fillIn('the role or body that can decide') }
  return {
    title: `Escalate further, to ${known ? step.to : 'somebody who can decide'}`,
    applicability: known ? 'unsafe' : 'placeholder',
    changes: [append(on, 'escalation', { ...step })],
  }
}
