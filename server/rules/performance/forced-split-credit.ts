import type { IncentivePlan } from '../../language/generated/policies.ts'
import { fullToEach } from '../co-sell-credit.ts'
import { number } from '../figure.ts'
import { moneyText } from '../resource-amounts.ts'
import { barrier, passed, type Report, rule } from '../rule.ts'
import { routePay, routePayFigures } from '../seller-pay.ts'

export default rule({
  id: 'performance/forced-split-credit',
  title: 'Bringing somebody in costs the seller credit',
  kind: 'IncentivePlan',
  severity: 'warning',
  finds:
    'Credit for selling together that is divided (`crediting.coSell.credit: split`), or shares of it that add up to no more than 100 for two roles or more.',
  why: 'The more people help with a sale the less each of them is credited, so those who could win it together try alone.',
  evidence: ['arithmetic', 'article'],
  certainty:
    "What the seller gives up is arithmetic. That sellers therefore invite less help is practitioners' experience, not a measured effect.",
  against: 'Full credit to each is paid for more than once; quotas have to be set with it in mind.',
  fixing:
    'The fix credits everyone who took part in full, as an overlay. It changes what the policy pays, and quotas may have to follow.',
  *check(plan) {
    const coSell = plan.spec.crediting?.coSell
    if (coSell === undefined || coSell.credit === 'one-only') return
    const shares = (coSell.shares ?? []).map(({ credit }) => credit)
    const known = shares.flatMap((credit) => credit ?? [])
    const inFull = known.length > 0 && known.length === shares.length && known.every((credit) => credit >= 100)
    const divided = known.length > 1 && known.length === shares.length && sum(known) <= 100
    if (inFull || (coSell.credit === 'full-to-each' && !divided)) {
      yield passed()
      return
    }
    yield barrier(coSell, divided && coSell.credit !== 'split' ? 'shares' : 'credit', {
      what: divided
        ? `Those who sold together divide the credit: ${known.map((credit) => number(credit, 1)).join(' + ')} %.`
        : 'Those who sold together divide the credit of the sale.',
      ...lostByInviting(plan, known),
      change: 'Credit everyone who took part in full (credit: full-to-each).',
      fixes: [fullToEach(coSell)],
    })
  },
})

/** What the largest share of a typical deal brings, or half of it where no shares are declared, compared with selling alone. */
function lostByInviting(plan: IncentivePlan, known: readonly number[]): Pick<Report, 'howMuch' | 'figures'> {
  const declared = known.length > 1
  const credit = declared ? Math.max(...known) : 50
  const pay = routePay(plan, { route: 'co-sell', credit })
  if (pay?.money === undefined) return {}
  const { direct, byRoute, currency } = pay.money
  const share = declared
    ? `With the largest share, ${number(credit, 1)} %,`
    : 'With two who divide it in halves, a convention,'
  const assumed = { name: 'share-of-credit', value: credit, from: declared ? 'policy' : 'convention' } as const
  return {
    howMuch: `${share} a typical deal brings ${moneyText({ amount: byRoute, currency })} in place of ${moneyText({ amount: direct, currency })} for selling alone.`,
    figures: routePayFigures({ ...pay, assumptions: [...pay.assumptions, assumed] }),
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
