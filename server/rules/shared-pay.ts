import type { IncentiveMeasure, IncentivePlan, IncentivePool } from '../language/generated/policies.ts'
import { isAcrossBoundaries } from './across-boundaries.ts'
import { isZeroSum } from './pay-against-colleagues.ts'

/** Whether nothing that the plan pays depends on what people reach together, or on help; undefined where it names neither measures nor pools. */
export function paysOnlyForOwnResults({ spec }: IncentivePlan): boolean | undefined {
  const { measures = [], pools = [] } = spec
  if (measures.length + pools.length === 0) return undefined
  return !measures.some(paysForSharedResults) && !pools.some(sharesResults)
}

function paysForSharedResults({ scope, about, agreement, outcome, basis, weight }: IncentiveMeasure): boolean {
  if (weight === 0 || basis === 'rank') return false
  return scope !== 'individual' || isAcrossBoundaries(about) || agreement !== undefined || outcome === 'partner-result'
}

function sharesResults(pool: IncentivePool): boolean {
  return pool.weight !== 0 && pool.funding.basis === 'results' && isZeroSum(pool) !== true
}
