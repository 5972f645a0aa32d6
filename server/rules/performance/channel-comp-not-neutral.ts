import type { IncentivePlan, RouteCredit, Spiff } from '../../language/generated/policies.ts'
import { dutiesLeftOut, dutiesNear, partnerRoutes } from '../co-sell-duties.ts'
import { between, convention } from '../conventions.ts'
import { append, unsafe } from '../fix.ts'
import { moneyText } from '../resource-amounts.ts'
import { creditDifferences, fieldsLikeDirect, likeDirect } from '../route-differences.ts'
import { barrier, type Outcome, passed, type Report, rule, titled } from '../rule.ts'
import { isBelow, isNeutral, type RoutePay, routePay, routePayFigures, routePayText, saleBy } from '../seller-pay.ts'
import { isOver } from '../time-spans.ts'

export default rule({
  id: 'performance/channel-comp-not-neutral',
  title: 'A sale with a partner pays the seller less than a direct one',
  kind: 'IncentivePlan',
  severity: 'warning',
  options: {
    errorBelow: convention(80, between(0, 100), {
      title: 'Error below',
      description:
        "Pay by a partner's route, in percent of the pay for the same direct sale, below which it is an error.",
    }),
  },
  finds:
    "A route through partners (partner, reseller, co-sell, referral) that is credited less than direct sales, or after the partner's margin; and an extra reward for direct sales only, in a plan that credits such routes. Whether such a sale counts towards the quota is for `performance/partner-deal-no-quota-retirement` to judge.",
  why: 'For the same value to the customer the seller earns more by going round the partner.',
  evidence: ['P2', 'P5', 'arithmetic'],
  certainty:
    "How much less the seller earns is arithmetic on the plan's own numbers. That sellers then avoid partners is practitioners' experience, not a measured effect.",
  against: "A partner's sale can cost the seller less work; some companies pay less for it on purpose.",
  fixing:
    'The fixes credit the route like a direct sale, or open the extra reward to it. They change what the policy says and what it may cost.',
  *check(plan, { options, workspace }) {
    const routes = plan.spec.crediting?.routes ?? []
    const direct = routes.find(({ route }) => route === 'direct')
    const throughPartners = routes.filter(({ route }) => partnerRoutes.includes(route))
    for (const route of throughPartners) yield credited(route, direct?.credit ?? 100, plan, options.errorBelow)
    if (throughPartners.length === 0) return
    for (const spiff of (plan.spec.spiffs ?? []).filter((one) => !isOver(one, workspace.today))) {
      // An extra reward against an agreement is spiff-against-partner's.
      if (dutiesLeftOut(spiff, dutiesNear(spiff, plan, workspace)).length > 0) continue
      // "partner" stands for partners in whatever form they sell.
      const left = spiff.routes.includes('partner')
        ? []
        : throughPartners.filter(({ route }) => !spiff.routes.includes(route))
      if (left.length === 0 || !spiff.routes.includes('direct')) yield passed()
      else yield rewardedDirectOnly(spiff, left, plan, options.errorBelow)
    }
  },
})

/** Judges one route: the same pay as direct is neutral, however it is put together. */
function credited(route: RouteCredit, directCredit: number, plan: IncentivePlan, errorBelow: number): Outcome {
  const wrongs = creditDifferences(route, directCredit)
  const [wrong] = wrongs
  // For this alone: what counts towards the quota is judged by itself.
  const pay = routePay(plan, { ...route, retiresQuota: true, accelerators: true })
  if (wrong === undefined || (pay !== undefined && isNeutral(pay))) return passed()
  return barrier(route, wrong.key, {
    what: `A sale ${saleBy[route.route]} pays the seller less than a direct one: ${wrongs.map(({ says }) => says).join(', and ')}.`,
    change: `Credit the route like direct sales: ${fieldsLikeDirect(wrongs)}.`,
    fixes: [likeDirect('Credit', route, wrongs, pay)],
    ...numbers(plan, pay, errorBelow),
  })
}

function rewardedDirectOnly(spiff: Spiff, left: RouteCredit[], plan: IncentivePlan, errorBelow: number): Outcome {
  const pays = left.flatMap((route) => routePay(plan, route, 0, spiff) ?? []).filter((pay) => !isNeutral(pay))
  const [worst] = pays.sort((a, b) => a.percent - b.percent)
  const routes = left.map(({ route }) => route)
  const these = routes.join(', ')
  return barrier(spiff, 'routes', {
    what: `The extra reward "${titled(spiff)}" of ${moneyText(spiff.amount)} is paid for a direct sale, and not for one ${routes.map((route) => saleBy[route]).join(' or ')}.`,
    change: `Pay it on these routes too: ${these}.`,
    fixes: [
      unsafe(
        `Pay the extra reward of ${moneyText(spiff.amount)} on partner routes too: ${these}`,
        ...routes.map((route) => append(spiff, 'routes', route)),
      ),
    ],
    ...numbers(plan, worst, errorBelow),
  })
}

function numbers(
  plan: IncentivePlan,
  pay: RoutePay | undefined,
  errorBelow: number,
): Pick<Report, 'howMuch' | 'figures' | 'severity'> {
  const convention = `Below ${errorBelow} %, a convention, it is an error.`
  if (pay === undefined) return { howMuch: convention, severity: 'warning' }
  return {
    howMuch: `${routePayText(plan, pay)} ${convention}`,
    figures: routePayFigures(pay),
    severity: isBelow(pay, errorBelow) ? 'error' : 'warning',
  }
}
