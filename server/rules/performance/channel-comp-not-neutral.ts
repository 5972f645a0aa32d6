import type { IncentivePlan, Route, RouteCredit, Spiff } from '../../language/generated/policies.ts'
import { dutiesLeftOut, dutiesNear, partnerRoutes } from '../co-sell-duties.ts'
import { figureText } from '../figure.ts'
import { append, type Change, set } from '../fix.ts'
import { moneyText } from '../resource-amounts.ts'
import { barrier, type Outcome, passed, type Report, rule } from '../rule.ts'
import { fastestFrom, type RoutePay, routePay, routePayFigures, routePayText } from '../seller-pay.ts'

export default rule({
  id: 'performance/channel-comp-not-neutral',
  title: 'A sale with a partner pays the seller less than a direct one',
  kind: 'IncentivePlan',
  severity: 'warning',
  options: {
    errorBelow: {
      default: 80,
      minimum: 0,
      maximum: 100,
      convention: true,
      title: 'Error below',
      description:
        "Pay by a partner's route, in percent of the pay for the same direct sale, below which it is an error.",
    },
  },
  finds:
    "A route through partners (partner, reseller, co-sell, referral) that is credited less than direct sales, after the partner's margin, without counting towards the quota, or without the faster rates; and an extra reward for direct sales only, in a plan that credits such routes.",
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
    for (const spiff of plan.spec.spiffs ?? []) {
      const ended = spiff.to !== undefined && spiff.to < workspace.today
      const left = throughPartners.filter(({ route }) => !earns(spiff, route))
      // An extra reward against an agreement is spiff-against-partner's.
      if (ended || throughPartners.length === 0 || dutiesLeftOut(spiff, dutiesNear(spiff, workspace)).length > 0)
        continue
      if (left.length === 0 || !spiff.routes.includes('direct')) yield passed()
      else yield rewardedDirectOnly(spiff, left, plan, options.errorBelow)
    }
  },
})

/** Judges one route: the same pay as direct is neutral, however it is put together. */
function credited(route: RouteCredit, directCredit: number, plan: IncentivePlan, errorBelow: number): Outcome {
  const wrongs = differences(route, directCredit)
  const [wrong] = wrongs
  const pay = routePay(plan, route)
  const withoutQuota = route.retiresQuota === false || route.accelerators === false
  if (wrong === undefined || (!withoutQuota && pay !== undefined && isNeutral(pay))) return passed()
  const fastest = withoutQuota ? fastestFrom(plan) : 0
  const known = [pay, fastest > 0 ? routePay(plan, route, fastest) : undefined]
  const pays = known.filter((one) => one !== undefined).filter((one) => !isNeutral(one))
  const fields = wrongs.map(({ key, value }) => `${key}: ${value}`).join(', ')
  const gain =
    pays[0] === undefined
      ? ''
      : ` (${figureText({ value: Math.min(...pays.map(({ percent }) => percent)), unit: 'percent' })} → 100 %)`
  return barrier(route, wrong.key, {
    what: `A sale ${salesBy[route.route]} pays the seller less than a direct one: ${wrongs.map(({ says }) => says).join(', and ')}.`,
    change: `Credit the route like direct sales: ${fields}.`,
    fixes: [
      {
        title: `Credit ${route.route} sales like direct ones: ${fields}${gain}`,
        applicability: 'unsafe',
        changes: wrongs.map(({ key, value }) => set(route, key, value)),
      },
    ],
    ...numbers(plan, pays, errorBelow, route.retiresQuota === false),
  })
}

interface Difference {
  readonly key: 'credit' | 'basis' | 'retiresQuota' | 'accelerators'
  readonly says: string
  /** What makes the route like direct sales. */
  readonly value: number | string | boolean
}

function differences(
  { credit, basis, partnerMargin, retiresQuota, accelerators }: RouteCredit,
  directCredit: number,
): readonly Difference[] {
  const found: Difference[] = []
  if (credit < directCredit)
    found.push({
      key: 'credit',
      says: `it is credited at ${credit} % instead of ${directCredit} %`,
      value: directCredit,
    })
  if (basis === 'net-of-partner-margin') {
    const margin = partnerMargin === undefined ? '' : ` of ${partnerMargin} %`
    found.push({ key: 'basis', says: `it is counted after the partner's margin${margin}`, value: 'gross' })
  }
  if (retiresQuota === false)
    found.push({ key: 'retiresQuota', says: 'it does not count towards the quota', value: true })
  if (accelerators === false)
    found.push({ key: 'accelerators', says: 'the faster rates above target do not apply', value: true })
  return found
}

function rewardedDirectOnly(
  spiff: Spiff,
  left: readonly RouteCredit[],
  plan: IncentivePlan,
  errorBelow: number,
): Outcome {
  const pays = left.flatMap((route) => routePay(plan, route, 0, spiff) ?? []).filter((pay) => !isNeutral(pay))
  const [worst] = pays.sort((a, b) => a.percent - b.percent)
  const routes = left.map(({ route }) => route)
  return barrier(spiff, 'routes', {
    what: `The extra reward "${spiff.title ?? spiff.name}" of ${moneyText(spiff.amount)} is paid for a direct sale, and not for one ${routes.map((route) => salesBy[route]).join(' or ')}.`,
    change: `Pay it on these routes too: ${routes.join(', ')}.`,
    fixes: [
      {
        title: `Pay the extra reward of ${moneyText(spiff.amount)} on partner routes too: ${routes.join(', ')}`,
        applicability: 'unsafe',
        changes: routes.map((route): Change => append(spiff, 'routes', route)),
      },
    ],
    ...numbers(plan, worst === undefined ? [] : [worst], errorBelow, false),
  })
}

function numbers(
  plan: IncentivePlan,
  pays: readonly RoutePay[],
  errorBelow: number,
  grave: boolean,
): Pick<Report, 'howMuch' | 'figures' | 'severity'> {
  const worst = pays.toSorted((a, b) => a.percent - b.percent)[0]
  const convention = worst === undefined || grave ? [] : [`Below ${errorBelow} %, a convention, it is an error.`]
  return {
    howMuch: [...pays.map((pay) => routePayText(plan, pay)), ...convention].join(' '),
    figures: worst === undefined ? [] : routePayFigures(worst),
    severity: grave || (worst !== undefined && worst.percent < errorBelow - rounding) ? 'error' : 'warning',
  }
}

/** Percent: less than this apart is the same pay. */
const rounding = 1e-6

function isNeutral({ percent }: RoutePay): boolean {
  return percent > 100 - rounding
}

/** "partner" stands for partners in whatever form they sell. */
function earns({ routes }: Spiff, route: Route): boolean {
  return routes.includes(route) || routes.includes('partner')
}

const salesBy: Readonly<Record<Route, string>> = {
  direct: 'sold direct',
  partner: 'through a partner',
  reseller: 'through a reseller',
  'co-sell': 'made together with a partner',
  referral: "on a partner's referral",
  marketplace: 'on a marketplace',
}
