import type { IncentivePlan, Route, Spiff } from '../../language/generated/policies.ts'
import { type CoSellDuty, dutiesLeftOut, dutiesMet, dutiesNear, partnerRoutes, runTogether } from '../co-sell-duties.ts'
import { figure, moneyIn } from '../figure.ts'
import { append, unsafe } from '../fix.ts'
import { moneyText } from '../resource-amounts.ts'
import { barrier, passed, place, type Report, rule, titled } from '../rule.ts'
import { isOver } from '../time-spans.ts'

export default rule({
  id: 'performance/spiff-against-partner',
  title: 'An extra reward pays sellers for going round a partner',
  kind: 'IncentivePlan',
  severity: 'error',
  finds:
    "An extra reward (`spiffs`) for direct sales that leaves out the routes on which an agreement obliges us to sell with a partner, or one on products that compete with such an agreement (`competesWith`), while that obligation runs. An obligation is one of type `co-sell`, or an agreement of type co-sell, reseller or distribution about the same products. Nothing is said where the units that the plan pays declare a ground (`charter.reach`) that lies apart from the agreement's.",
  why: 'Sellers are paid extra to do without the partner to whom the company has promised to sell together.',
  evidence: ['article', 'P5'],
  certainty:
    "That the reward and the promise point in opposite directions is a fact about the policies. That sellers follow the reward is practitioners' experience.",
  fixing:
    "Where the reward leaves out the partner's routes, the fix adds them; it changes what the policy pays for. A reward on a competing product needs a decision.",
  *check(plan, { workspace }) {
    for (const spiff of plan.spec.spiffs ?? []) {
      if (isOver(spiff, workspace.today)) continue
      const duties = dutiesNear(spiff, plan, workspace)
      const competing = duties.filter((duty) => competes(spiff, duty) && runTogether(spiff, duty))
      const leftOut = dutiesLeftOut(spiff, duties).filter((duty) => !competes(spiff, duty))
      if (competing.length + leftOut.length === 0) {
        if (dutiesMet(spiff, duties).length > 0) yield passed()
        continue
      }
      for (const duty of oncePerAgreement(competing)) {
        const at = spiff.competesWith?.indexOf(duty.agreement.metadata.name) ?? 0
        yield barrier(spiff.competesWith ?? spiff, at, {
          what: `The extra reward "${titled(spiff)}" pays ${moneyText(spiff.amount)} for a product that competes with the agreement "${titled(duty.agreement.metadata)}", under which we sell together with the partner.`,
          change: 'Pay the same for what is sold together with the partner, or end the reward.',
          ...aboutDuty(spiff, duty),
        })
      }
      for (const duty of oncePerAgreement(leftOut)) {
        const missing = duty.routes.filter((route) => !spiff.routes.includes(route))
        const added = [...new Set([...missing, ...creditedWithout(spiff, plan)])]
        yield barrier(spiff, 'routes', {
          what: `The extra reward "${titled(spiff)}" pays ${moneyText(spiff.amount)} for a direct sale and nothing for one by ${routeNames(missing)}, which the agreement "${titled(duty.agreement.metadata)}" obliges us to use as well.`,
          change: `Pay it on these routes too: ${routeNames(missing)}.`,
          identity: duty.agreement.metadata.name,
          fixes: [
            unsafe(
              `Pay the extra reward of ${moneyText(spiff.amount)} on ${routeNames(added)} sales too`,
              ...added.map((route) => append(spiff, 'routes', route)),
            ),
          ],
          ...aboutDuty(spiff, duty),
        })
      }
    }
  },
})

/** The partner routes that the plan credits and the reward leaves out: paid on one of them only, it would still favour direct sales. */
function creditedWithout({ routes }: Spiff, { spec }: IncentivePlan): readonly Route[] {
  const credited = (spec.crediting?.routes ?? []).map(({ route }) => route)
  return credited.filter((route) => partnerRoutes.includes(route) && !routes.includes(route))
}

function aboutDuty(
  { amount: { amount, currency } }: Spiff,
  { agreement, object, key }: CoSellDuty,
): Pick<Report, 'figures' | 'related'> {
  return {
    figures: [figure('extra-reward', 'Extra reward for one sale', amount, moneyIn(currency))],
    related: [place('Here we promise to sell together with the partner.', agreement, object, key)],
  }
}

function competes({ competesWith }: Spiff, { agreement }: CoSellDuty): boolean {
  return competesWith?.includes(agreement.metadata.name) === true
}

function oncePerAgreement(duties: readonly CoSellDuty[]): readonly CoSellDuty[] {
  return duties.filter((duty, index) => duties.findIndex(({ agreement }) => agreement === duty.agreement) === index)
}

function routeNames(routes: readonly Route[]): string {
  return routes.join(', ')
}
