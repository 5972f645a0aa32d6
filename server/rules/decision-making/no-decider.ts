import type { Decision, DecisionRights } from '../../language/generated/policies.ts'
import { bodiesThatDecide } from '../../workspace/governance.ts'
import { namedDeciders } from '../deciders.ts'
import { type Change, fillIn, placeholder, set } from '../fix.ts'
import { barrier, passed, rule, titled } from '../rule.ts'

export default rule({
  id: 'decision-making/no-decider',
  title: 'Nobody is named to decide',
  kind: 'DecisionRights',
  severity: 'error',
  finds:
    'A decision that names no decider in any notation: no `decider`, no accountable in RACI, no approver in DACI, nobody who decides in RAPID, no `dri`; that no body of the governance calendar takes; and that no `voters` vote on.',
  why: 'Everybody can be asked and nobody can answer, so the matter travels between functions, and the partner waits with it.',
  evidence: ['R24', 'P1'],
  certainty:
    'That decisions stall without one decider is the experience of consultants and of companies that publish their practice; it is not a measurement.',
  against: 'A group that votes is a decider too; whether it can come to an end is for other rules to say.',
  fixing:
    'The fix adds the field in the notation that the decision or the policy uses, for you to fill in the one role or body.',
  *check({ spec }, { workspace }) {
    for (const decision of spec.decisions ?? []) {
      const votes =
        decision.rule !== 'one-decider' && decision.tieBreak !== 'decider' && (decision.voters ?? []).length > 0
      if (votes || namedDeciders(decision).length > 0 || bodiesThatDecide(workspace, decision.name).length > 0) {
        yield passed()
        continue
      }
      const place = emptyPlace(decision)
      yield barrier(decision, place ?? 'name', {
        what: `The decision "${titled(decision)}" names nobody who decides${involved(decision)}.`,
        change: 'Name one role or body that decides.',
        fixes: [placeholder('Add the one who decides', nameOne(decision, spec))],
      })
    }
  },
})

/** The notation that the decision is written in, where the decider is missing from it. */
function emptyPlace({ raci, daci, rapid }: Decision): 'raci' | 'daci' | 'rapid' | undefined {
  if (raci !== undefined) return 'raci'
  if (daci !== undefined) return 'daci'
  return rapid === undefined ? undefined : 'rapid'
}

function involved({ raci, daci, rapid, consulted }: Decision): string {
  const others = [
    raci?.responsible,
    raci?.consulted,
    daci?.driver,
    daci?.contributors,
    rapid?.recommend,
    rapid?.agree,
    rapid?.input,
    consulted,
  ]
  const count = new Set(others.flatMap((who) => who ?? [])).size
  return count === 0 ? '' : `, though it involves ${count === 1 ? 'one other' : `${count} others`}`
}

function nameOne(decision: Decision, { notation }: DecisionRights['spec']): Change {
  const one = fillIn('the one role or body that decides')
  const { raci, daci, rapid } = decision
  if (raci !== undefined) return set(raci, 'accountable', one)
  if (daci !== undefined) return set(daci, 'approver', one)
  if (rapid !== undefined) return set(rapid, 'decide', one)
  switch (notation) {
    case 'raci':
      return set(decision, 'raci', { accountable: one })
    case 'daci':
      return set(decision, 'daci', { approver: one })
    case 'rapid':
      return set(decision, 'rapid', { decide: one })
    case 'dri':
      return set(decision, 'dri', one)
    default:
      return set(decision, 'decider', one)
  }
}
