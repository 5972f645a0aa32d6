import type { IncentiveMeasure, IncentivePlan, IncentivePool } from '../language/generated/policies.ts'
import { isAcrossBoundaries } from './across-boundaries.ts'
import { type Figure, figure } from './figure.ts'
import { isZeroSum } from './pay-against-colleagues.ts'

/**
 * Whether the plan pays for own results, and nothing for what people reach together, or for help; undefined where it names neither
 * measures nor pools. A set sum in set parts pays for no result at all.
 */
export function paysOnlyForOwnResults({ spec }: IncentivePlan): boolean | undefined {
  const { measures = [], pools = [] } = spec
  if (measures.length + pools.length === 0) return undefined
  if (measures.some(paysForSharedResults) || pools.some(sharesResults)) return false
  return measures.some(({ weight }) => weight !== 0) || !pools.every(isSetSum)
}

function isSetSum({ funding, split }: IncentivePool): boolean {
  return funding.basis === 'fixed' && (split === 'equal' || split === 'by-target-pay')
}

export function paysForSharedResults(measure: IncentiveMeasure): boolean {
  const { scope, agreement, outcome, basis, weight } = measure
  if (weight === 0 || basis === 'rank') return false
  return scope !== 'individual' || paysForHelp(measure) || agreement !== undefined || outcome === 'partner-result'
}

/** Whether a measure pays for helping, whoever's result it looks at. */
export function paysForHelp({ about, weight }: IncentiveMeasure): boolean {
  return weight !== 0 && isAcrossBoundaries(about)
}

export function sharesResults(pool: IncentivePool): boolean {
  return pool.weight !== 0 && pool.funding.basis === 'results' && isZeroSum(pool) !== true
}

/** How much of one person's pay hangs on the own result, and how much on what people reach together; percent of target pay. */
export interface PayShares {
  readonly own: number
  readonly shared: number
  readonly sharedMeasures: readonly IncentiveMeasure[]
}

/** Undefined where a weight is missing, or where results are multiplied, so that weights are no shares of pay. */
export function payShares({ spec }: IncentivePlan): PayShares | undefined {
  const { measures = [], pools = [], formula } = spec
  const parts = [...measures, ...pools]
  if (parts.length === 0 || formula === 'multiplicative' || parts.some(({ weight }) => weight === undefined))
    return undefined
  const sharedMeasures = measures.filter(paysForSharedResults)
  const own = measures.filter((measure) => measure.scope === 'individual' && !sharedMeasures.includes(measure))
  return { own: weightOf(own), shared: weightOf([...sharedMeasures, ...pools.filter(sharesResults)]), sharedMeasures }
}

function weightOf(parts: readonly { readonly weight?: number }[]): number {
  return parts.reduce((sum, { weight = 0 }) => sum + weight, 0)
}

/** The field that stands for what a plan pays for. */
export function payKey({ spec }: IncentivePlan): 'measures' | 'pools' {
  return spec.measures === undefined || spec.measures.length === 0 ? 'pools' : 'measures'
}

/** The weight of shared results as a figure. */
export function sharedWeightFigure(value: number): Figure {
  return figure('shared-weight', 'Weight of shared results in the plan', value, 'percent')
}

/** The weight of own results as a figure. */
export function ownWeightFigure(value: number): Figure {
  return figure('own-weight', 'Weight of own results in the plan', value, 'percent')
}
