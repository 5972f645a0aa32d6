import type { IncentivePlan, PartnerAgreement } from '../../language/generated/policies.ts'
import { addedMeasure } from '../added-measure.ts'
import { agreementsNaming, ourRolesIn, type RoleInAgreement } from '../agreement-roles.ts'
import { type Fix, fillIn } from '../fix.ts'
import { looksAtAgreement, paysForAgreement } from '../paid-agreements.ts'
import { paidPeople, pays, placeInPopulation, plansPaying, saysWhatItPays } from '../paid-people.ts'
import { barrier, type Outcome, passed, rule } from '../rule.ts'

export default rule({
  id: 'performance/partner-outcome-unpaid',
  title: 'People who answer for an agreement are not paid on its result',
  kind: 'IncentivePlan',
  severity: 'warning',
  finds:
    "A plan whose population holds a role or unit that an agreement names as alliance manager, sponsor, counterpart or owner of an obligation or commitment, while neither this plan nor another for the same people has a measure on that agreement, on alliances or on partners' results, or a pool filled by an alliance's result.",
  why: 'They are asked to make the partnership succeed, and paid as if it did not matter.',
  evidence: ['article', 'A3', 'R13'],
  certainty:
    "That the role is named in the agreement and the plan is silent on it is a fact about the policies. A benchmark of alliance practice asks for rewards linked to the alliance's key metrics.",
  against: 'A role with a small part in an agreement need not be paid on it; an alliance manager should.',
  fixing:
    'The fix adds a measure on the agreement and leaves open what it measures. Its weight comes out of the others, since all add up to 100.',
  *check(plan, { workspace }) {
    if (!saysWhatItPays(plan)) return
    const paid = paidPeople(plan)
    for (const agreement of new Set(paid.flatMap((role) => agreementsNaming(workspace, role)))) {
      const named = ourRolesIn(agreement).filter(({ role }) => pays(plan, role))
      const [first] = named
      if (first === undefined || ended(agreement, workspace.today)) continue
      const others = new Set(named.flatMap(({ role }) => plansPaying(workspace, role)))
      if ([...others].some((other) => paysForAgreement(agreement, other))) yield passed()
      else yield unpaid(plan, agreement, first, named)
    }
  },
})

function unpaid(
  plan: IncentivePlan,
  agreement: PartnerAgreement,
  first: RoleInAgreement,
  named: readonly RoleInAgreement[],
): Outcome {
  const title = agreement.metadata.title ?? agreement.metadata.name
  const weightless = plan.spec.measures?.find((measure) => measure.weight === 0 && looksAtAgreement(measure, agreement))
  const [list, at] = placeInPopulation(plan, first.role)
  const as = named.filter(({ role }) => role === first.role).map((one) => one.as)
  const missing =
    weightless === undefined
      ? 'no measure of the plan pays for its result'
      : `the measure "${weightless.title ?? weightless.name}" on its result has a weight of 0 %`
  const said = {
    what: `${first.role} is ${as.join(', ')} in the agreement "${title}", and ${missing}.`,
    change: 'Give a result of the agreement a weight in the plan.',
    identity: agreement.metadata.name,
    figures: [
      { name: 'partner-weight', title: "Weight of the agreement's result in the plan", value: 0, unit: 'percent' },
    ],
    related: named.map(({ role, as: part, object, key }) => ({
      policy: agreement,
      object,
      key,
      message: `${role} is ${part} here.`,
    })),
  } as const
  if (weightless !== undefined) return barrier(weightless, 'weight', said)
  return barrier(list, at, { ...said, fixes: [measureResultOf(agreement, plan)] })
}

function ended({ spec }: PartnerAgreement, today: string): boolean {
  return spec.term?.to !== undefined && spec.term.to < today
}

function measureResultOf(agreement: PartnerAgreement, plan: IncentivePlan): Fix {
  return addedMeasure(plan, agreement.metadata.name, {
    name: `${agreement.metadata.name}-result`,
    description: fillIn('which result with the partner is measured, against what target, and with what weight'),
    scope: 'alliance',
    about: 'partnering',
    outcome: 'partner-result',
    agreement: agreement.metadata.name,
  })
}
