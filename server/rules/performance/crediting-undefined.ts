import type { IncentivePlan } from '../../language/generated/policies.ts'
import { ourRolesIn } from '../agreement-roles.ts'
import { type CoSellDuty, coSellDuties } from '../co-sell-duties.ts'
import { type Fix, fillIn, placeholder, set } from '../fix.ts'
import { pays } from '../paid-people.ts'
import { barrier, passed, place, rule, titled } from '../rule.ts'

export default rule({
  id: 'performance/crediting-undefined',
  title: 'Nobody has said how selling together is credited',
  kind: 'IncentivePlan',
  severity: 'warning',
  finds:
    'A plan for sellers (a quota, credited routes, extra rewards, or own bookings or revenue) who work with partners or are named in an agreement that obliges us to sell together (by the route `co-sell`), which neither says how a sale made together is credited (`crediting.coSell`, or a route `co-sell`) nor, where it does, how it is told who took part (`rule` or `shares`).',
  why: 'Who gets the credit is settled after the sale, by whoever argues best, so people make sure beforehand that there is nobody to share it with.',
  evidence: ['article'],
  certainty:
    "That we promise to sell together and the plan is silent on the credit is a fact about the policies. That it ends in disputes is practitioners' experience.",
  against: 'A team that is paid together on all its sales needs no rule.',
  fixing: 'The fix credits everyone in full and leaves open how it is told who took part.',
  *check(plan, { workspace }) {
    if (!paysSellers(plan)) return
    const duty = coSellDuties(workspace).find((one) => sellsWithPartner(plan, one))
    if (duty === undefined) return
    const { crediting } = plan.spec
    const coSell = crediting?.coSell
    const byRoute = crediting?.routes?.some(({ route }) => route === 'co-sell') === true
    if (coSell === undefined ? byRoute : coSell.rule !== undefined || (coSell.shares ?? []).length > 0) {
      yield passed()
      return
    }
    const [object, key] = placeOf(plan)
    const title = titled(duty.agreement.metadata)
    yield barrier(object, key, {
      what:
        coSell === undefined
          ? `The agreement "${title}" obliges us to sell together, and the plan does not say how such a sale is credited.`
          : `Sales under the agreement "${title}" are credited to those who took part, and the plan does not say how it is told who did.`,
      change: 'Say who is credited for a sale made together, and how it is told who took part.',
      related: [place('Here we promise to sell together.', duty.agreement, duty.object, duty.key)],
      fixes: [creditEach(plan)],
    })
  },
})

function paysSellers({ spec: { quota, crediting, spiffs, measures } }: IncentivePlan): boolean {
  const sells = measures?.some(
    ({ scope, outcome }) => scope === 'individual' && (outcome === 'bookings' || outcome === 'revenue'),
  )
  return quota !== undefined || crediting !== undefined || spiffs !== undefined || sells === true
}

function sellsWithPartner(plan: IncentivePlan, { agreement, routes }: CoSellDuty): boolean {
  if (!routes.includes('co-sell')) return false
  const { partnerFacing } = plan.spec.population ?? {}
  return partnerFacing ?? ourRolesIn(agreement).some(({ role }) => pays(plan, role))
}

function placeOf({ spec }: IncentivePlan): [object: object, key: string] {
  if (spec.crediting?.coSell !== undefined) return [spec.crediting.coSell, 'credit']
  const key = (['crediting', 'quota', 'measures', 'spiffs'] as const).find((one) => spec[one] !== undefined)
  return [spec, key ?? 'measures']
}

function creditEach({ spec }: IncentivePlan): Fix {
  const rule = fillIn('how it is told who took part, for instance everyone named in the account plan before the offer')
  const full = { credit: 'full-to-each', rule }
  const { crediting } = spec
  if (crediting?.coSell !== undefined) {
    const changes = [set(crediting.coSell, 'rule', rule)]
    return placeholder('Say how it is told who took part', ...changes)
  }
  return placeholder(
    'Credit everyone who took part in full',
    crediting === undefined ? set(spec, 'crediting', { coSell: full }) : set(crediting, 'coSell', full),
  )
}
