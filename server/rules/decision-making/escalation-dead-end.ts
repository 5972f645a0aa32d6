import { deadEnd } from '../escalation-ends.ts'
import { addFurtherStep, escalationPaths } from '../escalation-steps.ts'
import { barrier, passed, rule } from '../rule.ts'

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
      const end = deadEnd(path, policy, workspace, exchangeRates)
      if (end === undefined) yield passed()
      else {
        yield barrier(last, 'to', {
          what: `${path.called} ends with ${last.to}, and ${end.why}.`,
          change: 'Add a step to somebody who can decide.',
          related: end.related,
          fixes: [addFurtherStep(path, policy, workspace)],
        })
      }
    }
  },
})
