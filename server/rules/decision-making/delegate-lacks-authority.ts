import type { DecisionRights, Money } from '../../language/generated/policies.ts'
import { type HeldLimit, jointDecisionsWith } from '../../workspace/decision-limits.ts'
import type { HeldJointDecision } from '../../workspace/governance.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { rateAssumptions } from '../exchange-rates.ts'
import { type Assumption, figure, moneyIn } from '../figure.ts'
import { type Fix, set, unsafe } from '../fix.ts'
import { type OurAuthority, ourAuthority } from '../our-authority.ts'
import { moneyText } from '../resource-amounts.ts'
import { barrier, passed, place, type Report, rule, titled } from '../rule.ts'

export default rule({
  id: 'decision-making/delegate-lacks-authority',
  title: 'Nobody of ours in a joint body may decide what it decides',
  kind: 'DecisionRights',
  severity: 'error',
  finds:
    'A joint decision with a value (`upTo`) whose body has none of our members with a limit as high. One member with enough authority is enough: our side can then settle it in the meeting. Where the limits of other members are not declared, it is a warning; where amounts cannot be compared for want of an exchange rate, nothing is said.',
  why: 'Our side takes each larger matter home and back again, so the joint body meets without being able to decide.',
  evidence: ['A1'],
  certainty:
    'Participants with the authority to decide are a practice of experienced alliance managers; how much time it saves has not been measured.',
  against:
    'A member who brings a position that was decided at home needs no authority of its own for that one meeting.',
  fixing:
    "The fix raises the highest limit of our members to the joint body's value. It gives somebody more authority, so it needs sign-off.",
  *check(policy, { workspace, assumptions }) {
    for (const joint of jointDecisions(policy, workspace)) {
      const authority = ourAuthority(joint, workspace, assumptions.exchangeRates)
      if (authority?.best.policy !== policy) continue
      const { best, upTo, short } = authority
      const rates = rateAssumptions([upTo.currency], best.limit.upTo.currency, assumptions.exchangeRates, workspace)
      yield short > 0 ? barrier(best.limit.upTo, 'amount', tooLow(authority, joint, rates)) : passed()
    }
  },
})

function tooLow(
  { best, upTo, short, undeclared }: OurAuthority,
  { agreement, decision }: HeldJointDecision,
  rates: readonly Assumption[],
): Report {
  const { limit } = best
  const { amount, currency } = limit.upTo
  const raised = { amount: amount + Math.ceil(short - 1e-6), currency }
  const gap = { amount: raised.amount - amount, currency }
  const title = titled(decision)
  const body = agreement.spec.governance?.bodies?.find(({ name }) => name === decision.body)
  return {
    what: `Our highest limit in the ${body?.title ?? decision.body} of ${agreement.metadata.name} is ${moneyText(limit.upTo)} (${limit.role}), and the body decides "${title}" up to ${moneyText(upTo)}.`,
    howMuch: `It is ${moneyText(gap)} short.${undeclared.length === 0 ? '' : ` No limit is declared for ${undeclared.join(', ')}.`}`,
    change: `Raise the limit of one member to ${moneyText(raised)}, with sign-off, or send somebody who has it.`,
    severity: undeclared.length === 0 ? 'error' : 'warning',
    identity: `${agreement.metadata.name}/${decision.name}`,
    figures: [
      figure('authority-gap', 'Short of what the joint body decides', gap.amount, moneyIn(gap.currency), rates),
    ],
    related: [place(`The joint body decides up to ${moneyText(upTo)}.`, agreement, decision, 'upTo')],
    fixes: [raise(best, raised)],
  }
}

function raise({ limit }: HeldLimit, raised: Money): Fix {
  const signedOff = limit.signedOffBy === undefined ? '' : ` by ${limit.signedOffBy}`
  return unsafe(
    `Raise the limit of ${limit.role} from ${moneyText(limit.upTo)} to ${moneyText(raised)} (needs sign-off${signedOff})`,
    set(limit.upTo, 'amount', raised.amount),
  )
}

/** The joint decisions in which somebody has a part whose limit the policy declares. */
function jointDecisions({ spec }: DecisionRights, workspace: Workspace): Iterable<HeldJointDecision> {
  const roles = new Set((spec.limits ?? []).map(({ role }) => role))
  const joint = [...roles].flatMap((role) => jointDecisionsWith(workspace, role))
  return new Map(joint.map((held) => [held.decision, held])).values()
}
