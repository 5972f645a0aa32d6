import type { Decision } from '../../language/generated/policies.ts'
import { namedDeciders } from '../deciders.ts'
import { type Fix, remove, unsafe } from '../fix.ts'
import { barrier, passed, rule, titled } from '../rule.ts'

export default rule({
  id: 'decision-making/repeated-review',
  title: 'The same one looks at it twice',
  kind: 'DecisionRights',
  severity: 'info',
  finds:
    'An approval by somebody who approves the same decision already, for whatever purpose, or who is the one who decides it.',
  why: 'The second look finds what the first could have found, and the partner waits for both.',
  evidence: ['article'],
  certainty: "That repeated reviews slow down joint work is practitioners' experience.",
  against: 'A first look at a draft and a last one at the result are two things; then the approvals are well spent.',
  fixing: 'The fix takes out the repeated approval. What it was to look at goes into the one that stays.',
  *check(policy) {
    for (const decision of policy.spec.decisions ?? []) {
      const { approvals = [] } = decision
      const deciders = namedDeciders(decision)
      for (const [index, approval] of approvals.entries()) {
        const earlier = approvals.slice(0, index).find(({ by }) => by === approval.by)
        const decider = deciders.find(({ name }) => name === approval.by)
        const first =
          earlier === undefined ? decider && { object: decider.on, key: decider.key } : { object: earlier, key: 'by' }
        if (first === undefined) {
          yield passed()
          continue
        }
        yield barrier(approval, 'by', {
          what: `${approval.by} approves "${titled(decision)}" and ${earlier === undefined ? 'decides it' : 'has approved it before'}.`,
          change: `Ask ${approval.by} once, for all that is to be looked at.`,
          identity: `${approval.purpose ?? ''}${index}`,
          related: [{ policy, ...first, message: 'Asked here already.' }],
          fixes: [askOnce(decision, index)],
        })
      }
    }
  },
})

function askOnce(decision: Decision, index: number): Fix {
  const { approvals = [] } = decision
  const change = approvals.length === 1 ? remove(decision, 'approvals') : remove(approvals, index)
  return unsafe(`Ask ${approvals[index]?.by} once`, change)
}
