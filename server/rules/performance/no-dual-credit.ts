import { fullToEach } from '../co-sell-credit.ts'
import { barrier, passed, rule } from '../rule.ts'

export default rule({
  id: 'performance/no-dual-credit',
  title: 'Of those who sell together, one gets all the credit',
  kind: 'IncentivePlan',
  severity: 'warning',
  finds: 'Credit for selling together that goes to one person only (`crediting.coSell.credit: one-only`).',
  why: 'Whoever brings a colleague or a partner in risks losing the whole credit, so people keep customers to themselves and fight over those they share.',
  evidence: ['article'],
  certainty:
    "That all but one get nothing is a fact about the policy. That people then fight over credit is practitioners' experience.",
  against: 'One owner of the credit is simple, and it cannot be paid for twice.',
  fixing:
    'The fix credits everyone who took part in full. It changes what the policy pays, and quotas may have to follow.',
  *check({ spec }) {
    const coSell = spec.crediting?.coSell
    if (coSell === undefined) return
    if (coSell.credit !== 'one-only') yield passed()
    else {
      yield barrier(coSell, 'credit', {
        what: 'Of all who sold together, one is credited and the others get nothing.',
        change: 'Credit everyone who took part in full (credit: full-to-each).',
        fixes: [fullToEach(coSell)],
      })
    }
  },
})
