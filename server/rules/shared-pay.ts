import type { IncentiveMeasure, IncentivePlan, IncentivePool, Theme } from '../language/generated/policies.ts'
import { isZeroSum } from './pay-against-colleagues.ts'

/** What stands for working across boundaries, in values, criteria and measures alike. */
export const collaborative: ReadonlySet<Theme> = new Set<Theme>(['contribution-to-others', 'use-of-others-work', 'shared-results', 'collaboration', 'partnering'])

/** Whether nothing that the plan pays depends on what people reach together, or on help; undefined where it names neither measures nor pools. */
export function paysOnlyForOwnResults({ spec }: IncentivePlan): boolean | undefined {
  const { measures = [], pools = [] } = spec
  if (measures.length + pools.length === 0) return undefined
  return !measures.some(paysForSharedResults) && !pools.some(sharesResults)
}

function paysForSharedResults({ scope, about, basis, weight }: IncentiveMeasure): boolean {
  if (weight === 0 || basis === 'rank') return false
  return scope !== 'individual' || (about !== undefined && collaborative.has(about))
}

function sharesResults(pool: IncentivePool): boolean {
  return pool.weight !== 0 && pool.funding.basis === 'results' && !isZeroSum(pool)
}
