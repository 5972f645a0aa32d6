import type { IncentivePlan, PartnerAgreement } from '../language/generated/policies.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { agreementsNaming } from './agreement-roles.ts'
import { paysForAgreement } from './paid-agreements.ts'
import { paidPeople } from './paid-people.ts'
import { hasEnded } from './running-agreements.ts'
import { monthsIn } from './time-spans.ts'

/** The longest time over which a plan looks at results, and where it says so. */
export interface PayHorizon {
  readonly months: number
  readonly object: object
  readonly key: string
}

/** Undefined where the plan does not say, or where a long-term part of unknown length may be as long as any. */
export function payHorizon({ spec }: IncentivePlan): PayHorizon | undefined {
  const { payoutMonths = 0, longTerm } = spec
  const paid = longTerm === undefined || longTerm.weight === 0 ? undefined : longTerm
  const months = paid === undefined ? 0 : paid.months
  if (months === undefined || Math.max(months, payoutMonths) === 0) return undefined
  return paid !== undefined && months >= payoutMonths
    ? { months, object: paid, key: 'months' }
    : { months: payoutMonths, object: spec, key: 'payoutMonths' }
}

/** An agreement whose result a plan pays for, and how long it runs. */
interface TermPaidFor {
  readonly agreement: PartnerAgreement
  readonly months: number
}

/** The agreements that a measure names, and those that name the plan's people and are paid for, which run for a time that is known. */
export function termsPaidFor(plan: IncentivePlan, workspace: Workspace): readonly TermPaidFor[] {
  const measured = (plan.spec.measures ?? []).flatMap(
    ({ agreement }) => workspace.find('PartnerAgreement', agreement) ?? [],
  )
  const naming = paidPeople(plan).flatMap((name) => agreementsNaming(workspace, name))
  const paidFor = [...new Set([...measured, ...naming])].filter((agreement) => paysForAgreement(agreement, plan))
  return paidFor.flatMap((agreement) => {
    const { term } = agreement.spec
    const months = term === undefined ? undefined : monthsIn(term)
    return months === undefined || hasEnded(agreement, workspace.today) ? [] : [{ agreement, months }]
  })
}
