import type { IncentivePlan } from '../../language/generated/policies.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { agreementsNaming } from '../agreement-roles.ts'
import { partnerRoutes } from '../co-sell-duties.ts'
import { atLeast, convention } from '../conventions.ts'
import { evidenceThatHolds } from '../evidence-that-holds.ts'
import { type Change, set, unsafe } from '../fix.ts'
import { paidPeople, paysExecutives, saysWhatItPays } from '../paid-people.ts'
import { barrier, passed, rule } from '../rule.ts'
import { payKey } from '../shared-pay.ts'

export default rule({
  id: 'performance/no-clawback-on-partner-harm',
  title: 'Pay that was earned by harming a partner is kept',
  kind: 'IncentivePlan',
  severity: 'info',
  finds:
    'A plan for people who work with partners (its population says so, an agreement names them, or it credits sales through partners) that takes nothing back for misconduct or for harm to a partner: no `clawback`, or one with `partnerHarm: false`, or with `misconduct: false` and no word on partners.',
  why: 'What goes wrong for a partner shows later than the bonus is paid, and nothing in the plan looks back.',
  evidence: ['C8', 'L5'],
  certainty:
    'A case shows sales goals without a check on how they were met. The law on listed companies in the United States asks for recovery of pay awarded in error, not for harm to a partner; it is named where it applies.',
  against:
    'In some countries pay that has been paid can hardly be taken back; withholding what is not yet paid is easier.',
  fixing:
    'The fix takes pay back for misconduct and for harm to a partner, for 24 months (a convention). It changes what the policy says, and law and works councils may have a word.',
  options: {
    months: convention(24, atLeast(1), {
      title: 'Months',
      description: 'For how many months after the payout the fix lets pay be taken back.',
    }),
  },
  *check(plan, { options: { months }, workspace }) {
    const { clawback } = plan.spec
    if (!saysWhatItPays(plan) || !worksWithPartners(plan, workspace)) return
    const covered = clawback?.partnerHarm ?? clawback?.misconduct ?? (clawback === undefined ? false : undefined)
    if (covered === undefined) return
    if (covered) {
      yield passed()
      return
    }
    const law = paysExecutives(plan, workspace) ? evidenceThatHolds('L5', workspace) : undefined
    const [object, key] = placeOf(plan)
    yield barrier(object, key, {
      what: `The plan pays people who work with partners, and takes nothing back when pay was earned by ${clawback?.partnerHarm === false ? 'harming one' : 'misconduct or by harming one'}.${law === undefined ? '' : ` ${law.provision} asks listed companies for a policy to recover pay that executives were awarded in error.`}`,
      change: `Let pay be withheld or taken back for misconduct and for harm to a partner, for instance for ${months} months (a convention).`,
      fixes: [unsafe('Take pay back for misconduct and for harm to a partner', ...takeBack(plan, months))],
    })
  },
})

function worksWithPartners(plan: IncentivePlan, workspace: Workspace): boolean {
  const { population, crediting } = plan.spec
  if (population?.partnerFacing !== undefined) return population.partnerFacing
  const credits = crediting?.routes?.some(({ route }) => partnerRoutes.includes(route)) === true
  return credits || paidPeople(plan).some((name) => agreementsNaming(workspace, name).length > 0)
}

function placeOf(plan: IncentivePlan): [object: object, key: string] {
  const { clawback } = plan.spec
  if (clawback !== undefined) return [clawback, clawback.partnerHarm === undefined ? 'misconduct' : 'partnerHarm']
  return [plan.spec, payKey(plan)]
}

function takeBack({ spec }: IncentivePlan, months: number): readonly Change[] {
  const { clawback } = spec
  if (clawback === undefined) return [set(spec, 'clawback', { misconduct: true, partnerHarm: true, months })]
  return [
    ...(clawback.misconduct === true ? [] : [set(clawback, 'misconduct', true)]),
    set(clawback, 'partnerHarm', true),
  ]
}
