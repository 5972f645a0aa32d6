import type { DecisionRights, Money, PartnerAgreement } from '../language/generated/policies.ts'
import { limitsOf } from '../workspace/decision-limits.ts'
import { bodyCalled } from '../workspace/governance.ts'
import { roleCalled } from '../workspace/roles.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { ExchangeRate } from './assumptions.ts'
import type { EscalationPath } from './escalation-steps.ts'
import { converted } from './exchange-rates.ts'
import { isSettled } from './joint-outcomes.ts'
import { moneyText } from './resource-amounts.ts'
import { place, type RelatedPlace } from './rule.ts'

/** Why nobody at the end of an escalation can decide, as the end of "and …". */
interface DeadEnd {
  readonly why: string
  readonly related: readonly RelatedPlace[]
}

/** Undefined where somebody at the end can decide, as far as is declared, or there is no step. */
export function deadEnd(
  path: EscalationPath,
  policy: DecisionRights | PartnerAgreement,
  workspace: Workspace,
  rates: readonly ExchangeRate[],
): DeadEnd | undefined {
  const to = path.steps.at(-1)?.to
  if (to === undefined) return undefined
  const vacant = vacancy(to, workspace)
  if (vacant !== undefined) return vacant
  return policy.kind === 'PartnerAgreement' ? jointBodyWithoutEnd(to, policy) : tooSmall(path, policy, workspace, rates)
}

function vacancy(to: string, workspace: Workspace): DeadEnd | undefined {
  const held = roleCalled(workspace, to)
  if (held?.role.vacant !== true) return undefined
  return {
    why: 'nobody holds that role at present',
    related: [place('Declared vacant here.', held.policy, held.role, 'vacant')],
  }
}

function jointBodyWithoutEnd(to: string, policy: PartnerAgreement): DeadEnd | undefined {
  const own = (policy.spec.governance?.decisions ?? []).filter(({ body }) => body === to)
  const open = own.filter(
    (decision) => !isSettled(decision) && (decision.rule === 'consensus' || decision.rule === 'unanimous'),
  )
  if (own.length === 0 || open.length < own.length) return undefined
  return {
    why: 'all that it decides needs both sides to agree',
    related: open.map((decision) => place('Needs both sides, and goes up when they differ.', policy, decision, 'rule')),
  }
}

/** Where the largest limit on the way, the last step's included, is below what the decision is for. */
function tooSmall(
  { steps, decisions }: EscalationPath,
  policy: DecisionRights,
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
      related: [place('More than any step above may decide.', policy, decision, 'upTo')],
    }
  }
  return undefined
}

/** The amounts that a role or body may decide, whatever the matter. */
function limitsAt(to: string, workspace: Workspace): readonly Money[] {
  return [
    ...limitsOf(workspace, to).map(({ limit }) => limit.upTo),
    ...[bodyCalled(workspace, to)?.body.upTo].flatMap((upTo) => upTo ?? []),
  ]
}
