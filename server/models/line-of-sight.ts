import { requireCount, requirePercent } from './admissible.ts'

export interface SightedMeasure {
  /** Percent of target pay, 0 to 100; weights are taken as declared, whether or not they sum to 100. */
  readonly weightPercent: number
  /** Whether the measure is my own result or one shared with others. */
  readonly scope: 'own' | 'shared'
  /** How many people's work moves a shared measure, me included. Left out where the policy does not say. */
  readonly movedBy?: number | undefined
}

export interface LineOfSight {
  /** Σ weight of shared measures, in percent of target pay: what is shared by name. */
  readonly sharedPercent: number
  /** Σ weight / N over shared measures of known N, in percent of target pay: what one person's work moves. */
  readonly sharedLeveragePercent: number
  /** Weight of shared measures for which nobody says how many move them; not in the leverage. */
  readonly unknownPercent: number
  /** Per measure in the given order, weight / N; `undefined` where N is not known. */
  readonly leveragePercents: readonly (number | undefined)[]
}

/**
 * How much of the shared pay a person can see moving by their own work: a measure that N people move answers to
 * one of them with weight / N. A measure that nobody moves (N = 0) has no leverage.
 *
 * @throws RangeError for a weight outside 0 to 100 or an N that is no count.
 */
export function lineOfSight(measures: readonly SightedMeasure[]): LineOfSight {
  const leveragePercents = measures.map(leverage)
  let sharedPercent = 0
  let sharedLeveragePercent = 0
  let unknownPercent = 0
  for (const [index, { weightPercent, scope }] of measures.entries()) {
    if (scope === 'own') continue
    const seen = leveragePercents[index]
    sharedPercent += weightPercent
    if (seen === undefined) unknownPercent += weightPercent
    else sharedLeveragePercent += seen
  }
  return { sharedPercent, sharedLeveragePercent, unknownPercent, leveragePercents }
}

function leverage({ weightPercent, scope, movedBy }: SightedMeasure): number | undefined {
  requirePercent('weightPercent', weightPercent)
  if (scope === 'own') return weightPercent
  if (movedBy === undefined) return undefined
  requireCount('movedBy', movedBy)
  return movedBy === 0 ? 0 : weightPercent / movedBy
}
