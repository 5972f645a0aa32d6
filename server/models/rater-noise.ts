import { requireAmount, requireShare } from './admissible.ts'
import { bivariateNormalCdf, normalQuantile } from './normal-distribution.ts'

/** Inter-rater reliability of one supervisor's rating: .52 (Viswesvaran, Ones & Schmidt 1996). */
export const reliabilityOfOneRater = 0.52

export interface RatedTail {
  /** P(truly in the tail | rated in the tail), 0 to 1. */
  readonly precision: number
  readonly assumptions: {
    readonly reliability: number
    /** rating = √r·T + √(1−r)·e with T, the true performance, and e both standard normal. */
    readonly noise: 'normal'
  }
}

/**
 * How many of those rated in the bottom `share` truly are in the bottom `share`, when a rating has the given
 * inter-rater reliability; the top works the same way. A share of 0 rates nobody, so none wrongly: precision 1.
 *
 * @param share the part of the population in the tail, 0 to 1
 * @param reliability 0 (pure noise) to 1 (no noise)
 * @throws RangeError for either outside 0 to 1.
 */
export function ratedTail(share: number, reliability: number): RatedTail {
  requireShare('share', share)
  requireShare('reliability', reliability)
  const cut = normalQuantile(share)
  // rating and true performance are standard normal with correlation √r
  const inBoth = bivariateNormalCdf(cut, cut, Math.sqrt(reliability))
  return {
    precision: share === 0 || reliability === 1 ? 1 : Math.min(1, inBoth / share),
    assumptions: { reliability, noise: 'normal' },
  }
}

/**
 * Reliability of the mean of several raters (Spearman 1910, Brown 1910): k·r / (1 + (k − 1)·r). Nobody rating
 * has reliability 0.
 *
 * @param raters how many, 0 or more
 * @param reliability of one rater, 0 to 1
 * @throws RangeError for either out of range.
 */
export function spearmanBrown(raters: number, reliability: number): number {
  requireAmount('raters', raters)
  requireShare('reliability', reliability)
  if (raters === 0) return 0
  return (raters * reliability) / (1 + (raters - 1) * reliability)
}
