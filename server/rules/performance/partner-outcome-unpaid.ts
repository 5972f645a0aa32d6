import type { IncentiveMeasure, IncentivePlan, PartnerAgreement } from '../../language/generated/policies.ts'
import { agreementsNaming, ourRolesIn, partsText, type RoleInAgreement } from '../agreement-roles.ts'
import { figure } from '../figure.ts'
import { listed } from '../listed.ts'
import { addResultMeasure, looksAtAgreement, paysForAgreement } from '../paid-agreements.ts'
import { paidPeople, pays, placeInPopulation, plansPaying, saysWhatItPays } from '../paid-people.ts'
import { barrier, passed, place, type RelatedPlace, type Report, rule, titled } from '../rule.ts'
import { hasEnded } from '../running-agreements.ts'

export default rule({
  id: 'performance/partner-outcome-unpaid',
  title: 'People who answer for an agreement are not paid on its result',
  kind: 'IncentivePlan',
  severity: 'warning',
  finds:
    "A plan whose population holds a role or unit that an agreement names as alliance manager, sponsor, counterpart or owner of an obligation or commitment, while neither this plan nor another for the same people has a measure on that agreement, on alliances or on partners' results, or a pool filled by an alliance's result. It is said once for each role, of all such agreements.",
  why: 'They are asked to make the partnership succeed, and paid as if it did not matter.',
  evidence: ['article', 'A3', 'R13'],
  certainty:
    "That the role is named in the agreement and the plan is silent on it is a fact about the policies. A benchmark of alliance practice asks for rewards linked to the alliance's key metrics.",
  against: 'A role with a small part in an agreement need not be paid on it; an alliance manager should.',
  fixing:
    'The fix adds a measure on the agreement, or on results with partners where there are several, and leaves open what it measures. Its weight comes out of the others, since all add up to 100.',
  *check(plan, { workspace }) {
    if (!saysWhatItPays(plan)) return
    const paid = paidPeople(plan)
    const unpaid: Unpaid[] = []
    for (const agreement of new Set(paid.flatMap((role) => agreementsNaming(workspace, role)))) {
      const named = ourRolesIn(agreement).filter(({ role }) => pays(plan, role))
      const [first] = named
      if (first === undefined || hasEnded(agreement, workspace.today)) continue
      const others = new Set(named.flatMap(({ role }) => plansPaying(workspace, role)))
      if ([...others].some((other) => paysForAgreement(agreement, other))) yield passed()
      else unpaid.push({ agreement, role: first.role, named })
    }
    for (const one of unpaid) {
      const weightless = plan.spec.measures?.find(
        (measure) => measure.weight === 0 && looksAtAgreement(measure, one.agreement),
      )
      if (weightless !== undefined) yield barrier(weightless, 'weight', weighsNothing(one, weightless))
    }
    const unmeasured = unpaid.filter(
      ({ agreement }) => plan.spec.measures?.some((measure) => looksAtAgreement(measure, agreement)) !== true,
    )
    for (const role of new Set(unmeasured.map((one) => one.role))) {
      const [list, at] = placeInPopulation(plan, role)
      const waiting = unmeasured.filter((one) => one.role === role)
      yield barrier(list, at, notMeasured(role, waiting, plan))
    }
  },
})

/** An agreement that a plan's people answer for and that no plan of theirs pays for. */
interface Unpaid {
  readonly agreement: PartnerAgreement
  /** Who is closest to it. */
  readonly role: string
  readonly named: readonly RoleInAgreement[]
}

const change = 'Give a result of the agreement a weight in the plan.'
const figures = [figure('partner-weight', "Weight of the agreement's result in the plan", 0, 'percent')]

function weighsNothing(one: Unpaid, measure: IncentiveMeasure): Report {
  const title = titled(measure)
  return {
    what: `${partsText(one)}, and the measure "${title}" on its result has a weight of 0 %.`,
    change,
    identity: one.agreement.metadata.name,
    figures,
    related: placesOf(one),
  }
}

/** One report for all agreements that wait for the same role. */
function notMeasured(role: string, unpaid: readonly Unpaid[], plan: IncentivePlan): Report {
  const [first, ...others] = unpaid
  const single = first !== undefined && others.length === 0
  const titles = unpaid.map(({ agreement }) => `"${titled(agreement.metadata)}"`)
  const named =
    titles.length <= mostNamed ? titles : [...titles.slice(0, mostNamed - 1), `${titles.length - mostNamed + 1} others`]
  return {
    what: single
      ? `${partsText(first)}, and no measure of the plan pays for its result.`
      : `${role} answers for a part of the agreements ${listed(named)}, and no measure of the plan pays for their results.`,
    change: single ? change : 'Give what is reached with these partners a weight in the plan.',
    figures,
    related: unpaid.slice(0, mostNamed).flatMap(placesOf),
    fixes: [single ? addResultMeasure(plan, first.agreement) : addResultMeasure(plan)],
  }
}

/** A role may answer for many agreements; the first few stand for the others. */
const mostNamed = 6

function placesOf({ agreement, named }: Unpaid): readonly RelatedPlace[] {
  return named.map(({ role, as, object, key }) => place(`${role} is ${as} here.`, agreement, object, key))
}
