import type { DecisionRights, Money, PartnerAgreement } from '../../language/generated/policies.ts'
import { limitsOf } from '../../workspace/decision-limits.ts'
import { bodyCalled } from '../../workspace/governance.ts'
import { roleCalled } from '../../workspace/roles.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import type { ExchangeRate } from '../assumptions.ts'
import { decidersOf } from '../deciders.ts'
import {
  type EscalationPath,
  escalationPaths,
  isKnown,
  type ProposedStep,
  stepAbove,
  stepToSponsors,
} from '../escalation-steps.ts'
import { converted } from '../exchange-rates.ts'
import { append, type Fix, fillIn } from '../fix.ts'
import { isSettled } from '../joint-outcomes.ts'
import { moneyText } from '../resource-amounts.ts'
import { barrier, passed, place, type RelatedPlace, rule } from '../rule.ts'

export default rule({
  id: 'decision-making/escalation-dead-end',
  title: 'An escalation ends where nobody can decide',
  kind: ['DecisionRights', 'PartnerAgreement'],
  severity: 'error',
  finds:
    'An escalation whose last step is a role that the organization design declares vacant; a joint body all of whose own decisions need both sides and have no way out; or, inside, one in which no step may decide as much as the decision itself is for (by the declared limits of every step).',
  why: 'The matter goes all the way up and comes back undecided, after the partner has waited for every step.',
  evidence: ['A6', 'A2'],
  certainty:
    'It is a statement about the policies themselves. That an escalation needs somebody at its end who decides is a common term of published clauses.',
  against: 'Where a limit of some step is not declared, nothing is said of amounts.',
  fixing:
    'The fix adds one step: to the line manager of the last one, or to the sponsors of both sides, where they are known and not on the way already; else for you to fill in.',
  *check(policy, { workspace, assumptions: { exchangeRates } }) {
    for (const path of escalationPaths(policy, workspace.today)) {
      const last = path.steps.at(-1)
      if (last === undefined) continue
      const end =
        vacancy(last.to, workspace) ??
        (policy.kind === 'PartnerAgreement'
          ? jointBodyWithoutEnd(last.to, policy)
          : tooSmall(path, workspace, exchangeRates))
      if (end === undefined) {
        yield passed()
        continue
      }
      const { why, related } = end
      yield barrier(last, 'to', {
        what: `${path.called} ends with ${last.to}, and ${why}.`,
        change: 'Add a step to somebody who can decide.',
        related: related.map((place) => ({ policy, ...place })),
        fixes: [addStep(path, policy, workspace)],
      })
    }
  },
})

interface DeadEnd {
  readonly why: string
  readonly related: readonly (Omit<RelatedPlace, 'policy'> & Partial<RelatedPlace>)[]
}

function vacancy(to: string, workspace: Workspace): DeadEnd | undefined {
  const held = roleCalled(workspace, to)
  if (held?.role.vacant !== true) return undefined
  return {
    why: 'nobody holds that role at present',
    related: [place('Declared vacant here.', held.policy, held.role, 'vacant')],
  }
}

function jointBodyWithoutEnd(to: string, { spec }: PartnerAgreement): DeadEnd | undefined {
  const own = (spec.governance?.decisions ?? []).filter(({ body }) => body === to)
  const open = own.filter(
    (decision) => !isSettled(decision) && (decision.rule === 'consensus' || decision.rule === 'unanimous'),
  )
  if (own.length === 0 || open.length < own.length) return undefined
  return {
    why: 'all that it decides needs both sides to agree',
    related: open.map((decision) => ({
      object: decision,
      key: 'rule',
      message: 'Needs both sides, and goes up when they differ.',
    })),
  }
}

/** Where the largest limit on the way, the last step's included, is below what the decision is for. */
function tooSmall(
  { steps, decisions }: EscalationPath,
  workspace: Workspace,
  rates: readonly ExchangeRate[],
): DeadEnd | undefined {
  for (const decision of decisions) {
    const { upTo, title, name } = decision
    if (upTo === undefined) continue
    const largest = steps.flatMap(({ to }) => {
      const amounts = limitsAt(to, workspace).flatMap((limit) => converted(limit, upTo.currency, rates) ?? [])
      return amounts.length === 0 ? [] : [Math.max(...amounts)]
    })
    const most = Math.max(0, ...largest)
    if (largest.length < steps.length || most >= upTo.amount * (1 - 1e-9)) continue
    return {
      why: `no step of it may decide more than ${moneyText({ amount: most, currency: upTo.currency })}, while "${title ?? name}" is for up to ${moneyText(upTo)}`,
      related: [{ object: decision, key: 'upTo', message: 'More than any step above may decide.' }],
    }
  }
  return undefined
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

/** The amounts that a role or body may decide, whatever the matter. */
function limitsAt(to: string, workspace: Workspace): readonly Money[] {
  return [
    ...limitsOf(workspace, to).map(({ limit }) => limit.upTo),
    ...[bodyCalled(workspace, to)?.body.upTo].flatMap((upTo) => upTo ?? []),
  ]
}

function addStep(
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
