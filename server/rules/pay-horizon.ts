import type { IncentivePlan } from '../language/generated/policies.ts'

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
