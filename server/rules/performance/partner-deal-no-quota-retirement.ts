import type { IncentivePlan, RouteCredit } from '../../language/generated/policies.ts'
import { partnerRoutes } from '../co-sell-duties.ts'
import { fieldsLikeDirect, likeDirect, quotaDifferences } from '../route-differences.ts'
import { barrier, passed, rule } from '../rule.ts'
import { fastestFrom, type RoutePay, routePay, routePayFigures, routePayText, saleBy } from '../seller-pay.ts'

export default rule({
  id: 'performance/partner-deal-no-quota-retirement',
  title: "A partner's sale does not count towards the quota or the faster rates",
  kind: 'IncentivePlan',
  severity: 'error',
  finds:
    'A route through partners (partner, reseller, co-sell, referral) with `retiresQuota: false`, or with `accelerators: false` in a plan whose rates get faster, while direct sales have both. What such a sale is credited is for `performance/channel-comp-not-neutral` to judge.',
  why: 'The nearer a seller is to the quota, the more a direct sale pays and the less one with a partner, so partners are left out when it matters most.',
  evidence: ['P5', 'arithmetic'],
  certainty:
    "What the seller loses is arithmetic on the plan's own numbers. One company publishes that its sellers retire quota on partners' deals. That sellers avoid partners otherwise is practitioners' experience.",
  against:
    "Where a quota is set for direct sales only and partners' sales are somebody else's whole job, nothing is lost.",
  fixing:
    'The fix lets sales by the route count towards the quota and earn the faster rates. It changes what the policy says and what it may cost.',
  *check(plan) {
    const routes = plan.spec.crediting?.routes ?? []
    const direct = routes.find(({ route }) => route === 'direct')
    for (const route of routes.filter((one) => partnerRoutes.includes(one.route))) {
      const missing = quotaDifferences(route, direct, plan.spec.measures === undefined || fastestFrom(plan) > 0)
      const [first] = missing
      if (first === undefined) yield passed()
      else {
        const pay = lostAtTheFastest(plan, route, direct)
        yield barrier(route, first.key, {
          what: `A sale ${saleBy[route.route]} ${missing.map(({ says }) => says).join(' and ')}, as a direct one does.`,
          ...(pay === undefined ? {} : { howMuch: routePayText(plan, pay), figures: routePayFigures(pay) }),
          change: `Count it like a direct sale: ${fieldsLikeDirect(missing)}.`,
          fixes: [likeDirect('Count', route, missing, pay)],
        })
      }
    }
  },
})

/** For this alone: with the credit of a direct sale, once the fastest rate is reached. */
function lostAtTheFastest(
  plan: IncentivePlan,
  { route, retiresQuota, accelerators }: RouteCredit,
  direct: RouteCredit | undefined,
): RoutePay | undefined {
  const from = fastestFrom(plan)
  if (from === 0) return undefined
  const alone: RouteCredit = {
    ...(direct ?? { credit: 100 }),
    route,
    ...(retiresQuota === undefined ? {} : { retiresQuota }),
    ...(accelerators === undefined ? {} : { accelerators }),
  }
  return routePay(plan, alone, from)
}
