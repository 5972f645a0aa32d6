import type { Approval, Decision, DecisionRights } from '../../language/generated/policies.ts'
import { bodyCalled } from '../../workspace/governance.ts'
import { between, convention } from '../conventions.ts'
import { stepsOf } from '../escalation-steps.ts'
import { type Fix, set, unsafe } from '../fix.ts'
import { barrier, passed, rule, titled } from '../rule.ts'

export default rule({
  id: 'decision-making/veto-without-sla',
  title: 'An approval may take as long as it likes',
  kind: 'DecisionRights',
  severity: 'warning',
  finds:
    'An approval without days (`withinDays`) in a decision that has none either, where the approver is not a body whose meetings are known.',
  why: 'Whoever need not answer can stop the work without saying no, and the partner is told to wait.',
  evidence: ['article'],
  certainty:
    "That approvals without a date hold up joint work is practitioners' experience; which days are right is a convention.",
  against:
    'Where the whole decision has days, approvals included, the approver has them too. Some approvals of law or safety must never be given by silence, so there the fix lets it escalate.',
  fixing:
    'The fix gives the approver days, and says what silence means: it escalates for legal, compliance, quality and security where there is a path, and counts as approval otherwise. Look whether the law allows that.',
  options: {
    usualDays: convention(5, between(1, 60), {
      title: 'Days for an approval',
      description: 'How many calendar days the fix gives the approver.',
    }),
  },
  *check(policy, { workspace, options }) {
    for (const decision of policy.spec.decisions ?? []) {
      for (const approval of decision.approvals ?? []) {
        const meets = bodyCalled(workspace, approval.by)?.body.meets !== undefined
        if (approval.withinDays !== undefined || decision.withinDays !== undefined || meets) {
          yield passed()
          continue
        }
        const purpose = approval.purpose === undefined || approval.purpose === 'other' ? '' : ` (${approval.purpose})`
        yield barrier(approval, 'by', {
          what: `The decision "${titled(decision)}" needs the approval of ${approval.by}${purpose}, and no days are set for it.`,
          howMuch: 'At worst it never comes.',
          change: `Set days, and say what silence means; ${options.usualDays} days are a convention.`,
          identity: approval.purpose ?? '',
          fixes: [giveDays(approval, options.usualDays, decision, policy)],
        })
      }
    }
  },
})

/** Law and safety are not settled by silence. */
const neverBySilence: ReadonlySet<Approval['purpose']> = new Set(['legal', 'compliance', 'quality', 'security'])

function giveDays(approval: Approval, days: number, decision: Decision, policy: DecisionRights): Fix {
  const given = set(approval, 'withinDays', days)
  const title = `Give ${approval.by} ${days} days for "${titled(decision)}"`
  if (approval.ifSilent !== undefined) return unsafe(title, given)
  if (!neverBySilence.has(approval.purpose)) {
    const changes = [given, set(approval, 'ifSilent', 'approved')]
    return unsafe(`${title}; silence then counts as approval`, ...changes)
  }
  if (stepsOf(decision, policy).length === 0) return unsafe(title, given)
  return unsafe(`${title}; silence then escalates`, given, set(approval, 'ifSilent', 'escalates'))
}
