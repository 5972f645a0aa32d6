import type { PayGroups } from '../models/pay-groups.ts'
import type { Given } from './expression.ts'
import type { PlanNumbers } from './plan-numbers.ts'

/** Whose result is looked at, as a position among the plan's groups: 0 is one's own. */
export type Person = number

/** What the working of one part needs to know of the whole plan. */
export interface PlanInNumbers {
  readonly numbers: PlanNumbers
  readonly groups: PayGroups
  readonly spread: Given
  readonly pay: { readonly unit: 'money' | 'percent'; readonly currency?: string | undefined }
}
