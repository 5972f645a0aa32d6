import type { Money } from '../../language/generated/policies.ts'
import { type HeldLimit, limitsFor, ourMembersOf } from '../../workspace/decision-limits.ts'
import type { HeldJointDecision } from '../../workspace/governance.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import type { ExchangeRate } from '../assumptions.ts'
import { converted } from '../exchange-rates.ts'
import { type Fix, set } from '../fix.ts'
import { moneyText } from '../resource-amounts.ts'
import { barrier, passed, type Report, rule } from '../rule.ts'

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
    for (const joint of jointDecisions(workspace)) {
      const { agreement, decision } = joint
      const { upTo } = decision
      if (upTo === undefined) continue
      const name = agreement.metadata.name
      const members = ourMembersOf(workspace, `${name}/${decision.body}`)
      const known = members.map((role) => ({
        role,
        limit: highest(limitsFor(workspace, role, `${name}/${decision.name}`), upTo, assumptions.exchangeRates),
      }))
      const best = highest(
        known.flatMap(({ limit }) => limit ?? []),
        upTo,
        assumptions.exchangeRates,
      )
      if (best?.policy !== policy) continue
      const missing = known.flatMap(({ role, limit }) => (limit === undefined ? [role] : []))
      if (worth(best, upTo, assumptions.exchangeRates) >= upTo.amount) yield passed()
      else yield barrier(best.limit.upTo, 'amount', tooLow(best, joint, upTo, missing, assumptions.exchangeRates))
    }
  },
})

function tooLow(
  { limit, policy }: HeldLimit,
  { agreement, decision }: HeldJointDecision,
  upTo: Money,
  missing: readonly string[],
  rates: readonly ExchangeRate[],
): Report {
  const value = converted(upTo, limit.upTo.currency, rates) ?? upTo.amount
  const raised = { amount: Math.ceil(value), currency: limit.upTo.currency }
  const gap = { amount: raised.amount - limit.upTo.amount, currency: limit.upTo.currency }
  const title = decision.title ?? decision.name
  const body = agreement.spec.governance?.bodies?.find(({ name }) => name === decision.body)
  return {
    what: `Our highest limit in the ${body?.title ?? decision.body} of ${agreement.metadata.name} is ${moneyText(limit.upTo)} (${limit.role}), and the body decides "${title}" up to ${moneyText(upTo)}.`,
    howMuch: `It is ${moneyText(gap)} short.${missing.length === 0 ? '' : ` No limit is declared for ${missing.join(', ')}.`}`,
    change: `Raise the limit of one member to ${moneyText(raised)}, with sign-off, or send somebody who has it.`,
    severity: missing.length === 0 ? 'error' : 'warning',
    identity: `${agreement.metadata.name}/${decision.name}`,
    figures: [
      {
        name: 'authority-gap',
        title: 'Short of what the joint body decides',
        value: gap.amount,
        unit: 'money',
        currency: gap.currency,
      },
    ],
    related: [
      { policy: agreement, object: decision, key: 'upTo', message: `The joint body decides up to ${moneyText(upTo)}.` },
    ],
    fixes: [raise({ limit, policy }, raised)],
  }
}

function raise({ limit }: HeldLimit, raised: Money): Fix {
  const signedOff = limit.signedOffBy === undefined ? '' : ` by ${limit.signedOffBy}`
  return {
    title: `Raise the limit of ${limit.role} from ${moneyText(limit.upTo)} to ${moneyText(raised)} (needs sign-off${signedOff})`,
    applicability: 'unsafe',
    changes: [set(limit.upTo, 'amount', raised.amount)],
  }
}

function jointDecisions(workspace: Workspace): readonly HeldJointDecision[] {
  return workspace
    .all('PartnerAgreement')
    .flatMap((agreement) => (agreement.spec.governance?.decisions ?? []).map((decision) => ({ agreement, decision })))
}

/** The limit that is worth most; undefined where none can be compared. */
function highest(
  limits: readonly HeldLimit[],
  { currency }: Money,
  rates: readonly ExchangeRate[],
): HeldLimit | undefined {
  const comparable = limits.filter(({ limit }) => converted(limit.upTo, currency, rates) !== undefined)
  return comparable.reduce<HeldLimit | undefined>(
    (most, one) =>
      most === undefined || worth(one, { currency }, rates) > worth(most, { currency }, rates) ? one : most,
    undefined,
  )
}

function worth({ limit }: HeldLimit, { currency }: Pick<Money, 'currency'>, rates: readonly ExchangeRate[]): number {
  return converted(limit.upTo, currency, rates) ?? 0
}
