import { figure } from '../figure.ts'
import { partyThatEnds } from '../joint-outcomes.ts'
import { barrier, passed, place, rule, titled } from '../rule.ts'
import { hasEnded } from '../running-agreements.ts'

export default rule({
  id: 'decision-making/unilateral-casting-vote',
  title: 'One side has the last word on everything',
  kind: 'PartnerAgreement',
  severity: 'warning',
  finds:
    'An agreement in which one and the same party ends every class of joint decisions that is not of minor importance, two or more: as the one party that decides, or by its casting vote (that of the chair, where the same party always has the chair).',
  why: 'The other side has no reason to look for a solution with us, and we have none to look for one with it.',
  evidence: ['A6'],
  certainty:
    'In published clauses casting votes are common, and more money needs all. That one side should not have every one of them is a reading of these clauses, not a measurement.',
  against: 'A casting vote on minor matters, or each side having it in its own field, keeps the work going.',
  fixing: 'There is no automatic fix: who has the last word on what is for both sides to agree.',
  *check(agreement, { workspace }) {
    if (hasEnded(agreement, workspace.today)) return
    const { governance, partner } = agreement.spec
    const weighty = (governance?.decisions ?? []).filter(({ importance }) => importance !== 'minor')
    if (governance === undefined || weighty.length < 2) return
    const parties = new Set(weighty.map((decision) => partyThatEnds(decision, agreement)))
    const [party] = parties
    if (parties.size > 1 || party === undefined) {
      yield passed()
      return
    }
    const them = titled(partner)
    yield barrier(governance, 'decisions', {
      what: `${party === 'us' ? 'We have' : `${them} has`} the last word on ${weighty.length === 2 ? 'both' : `all ${weighty.length}`} classes of joint decisions.`,
      change: `Give ${party === 'us' ? `${them} the last word in its` : 'us the last word in our'} own field, or let what matters go up on both sides.`,
      figures: [figure('classes-ended-by-one', 'Decisions that one side ends', weighty.length, 'count')],
      related: weighty.map((decision) =>
        place(
          party === 'us' ? 'Ours in the end.' : 'Theirs in the end.',
          agreement,
          decision,
          decision.rule === 'one-party' ? 'decidedBy' : 'castingVote',
        ),
      ),
    })
  },
})
