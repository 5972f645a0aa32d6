import type {
  IncentiveMeasure,
  IncentivePlan,
  PartnerAgreement,
  Population,
} from '../../language/generated/policies.ts'
import type { Value } from '../../language/source-document.ts'
import { index } from '../../workspace/workspace.ts'
import { agreementsNaming, ourRolesIn, type RoleInAgreement } from '../agreement-roles.ts'
import { append, type Fix, fillIn } from '../fix.ts'
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
    const paid = peopleOf(plan)
    for (const agreement of new Set(paid.flatMap((role) => agreementsNaming(workspace, role)))) {
      const named = ourRolesIn(agreement).filter(({ role }) => covers(plan, role))
      const [first] = named
      if (first === undefined || ended(agreement, workspace.today)) continue
      const others = new Set(named.flatMap(({ role }) => plansFor(workspace, role)))
      if ([...others].some((other) => paysFor(agreement, other))) yield passed()
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
  const weightless = plan.spec.measures?.find((measure) => measure.weight === 0 && looksAt(measure, agreement))
  const [list, at] = placeIn(plan.spec.population, first.role)
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

/** Without weight declared, a measure counts: how much it pays is another question. */
function paysFor(agreement: PartnerAgreement, { spec }: IncentivePlan): boolean {
  const measured = (spec.measures ?? []).some((measure) => measure.weight !== 0 && looksAt(measure, agreement))
  return (
    measured ||
    (spec.pools ?? []).some(
      ({ funding, weight }) => weight !== 0 && funding.basis === 'results' && funding.scope === 'alliance',
    )
  )
}

function looksAt({ agreement: about, scope, outcome }: IncentiveMeasure, agreement: PartnerAgreement): boolean {
  return about === undefined ? scope === 'alliance' || outcome === 'partner-result' : about === agreement.metadata.name
}

function saysWhatItPays({ spec }: IncentivePlan): boolean {
  return (spec.measures ?? []).length + (spec.pools ?? []).length > 0
}

/** The roles and units that a plan pays. */
function peopleOf({ spec: { population } }: IncentivePlan): readonly string[] {
  return [...(population?.roles ?? []), ...(population?.units ?? [])]
}

function covers(plan: IncentivePlan, role: string): boolean {
  return peopleOf(plan).includes(role)
}

const plansFor = index(function* (workspace) {
  for (const plan of workspace.all('IncentivePlan'))
    for (const role of new Set(peopleOf(plan))) yield [role, plan] as const
})

function placeIn(population: Population | undefined, role: string): [list: readonly string[], at: number] {
  const list = [population?.roles, population?.units].find((names) => names?.includes(role) === true) ?? []
  return [list, list.indexOf(role)]
}

function ended({ spec }: PartnerAgreement, today: string): boolean {
  return spec.term?.to !== undefined && spec.term.to < today
}

function measureResultOf(agreement: PartnerAgreement, { spec }: IncentivePlan): Fix {
  const measure: Value = {
    name: freeName(`${agreement.metadata.name}-result`, spec.measures ?? []),
    description: fillIn('which result with the partner is measured, against what target, and with what weight'),
    scope: 'alliance',
    about: 'partnering',
    outcome: 'partner-result',
    agreement: agreement.metadata.name,
  }
  return {
    title: `Add a measure on ${agreement.metadata.name}`,
    applicability: 'placeholder',
    changes: [append(spec, 'measures', measure)],
  }
}

function freeName(wanted: string, measures: readonly IncentiveMeasure[]): string {
  const taken = (name: string): boolean => measures.some((measure) => measure.name === name)
  return taken(wanted) ? `${wanted}-2` : wanted
}
