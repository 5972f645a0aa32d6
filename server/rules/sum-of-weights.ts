import { number } from './figure.ts'

/** What weights in percent come to that should add up to 100. */
export interface SumOfWeights {
  readonly total: number
  /** Undefined where a weight is missing that could still make up the difference. */
  readonly addsUp: boolean | undefined
  /** `75 + 15`. */
  readonly parts: string
}

/** Three weights of 33.3 are meant to be a whole: each may be rounded to one decimal. */
const roundingOfOne = 0.05
const roundingAtMost = 0.5

export function sumOfWeights(weights: readonly (number | undefined)[]): SumOfWeights {
  const known = weights.filter((weight) => weight !== undefined)
  const total = known.reduce((sum, weight) => sum + weight, 0)
  const rounding = Math.min(known.length * roundingOfOne, roundingAtMost)
  const mayBeWhole = total <= 100 + rounding
  const complete = known.length > 0 && known.length === weights.length
  return {
    total,
    addsUp: mayBeWhole && !complete ? undefined : mayBeWhole && total >= 100 - rounding,
    parts: known.map((weight) => number(weight, 2)).join(' + '),
  }
}
