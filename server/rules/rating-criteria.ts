import type { PerformanceCalibrationSpec, RatingCriterion } from '../language/generated/policies.ts'
import { isAcrossBoundaries } from './across-boundaries.ts'
import { between, convention } from './conventions.ts'

/** The criteria that change a rating. */
export function countedCriteria({ criteria = [] }: PerformanceCalibrationSpec): readonly RatingCriterion[] {
  return criteria.filter(counts)
}

/** What is only talked about, or weighs nothing, does not count. */
export function counts({ weight, affectsRating }: RatingCriterion): boolean {
  return weight !== 0 && affectsRating !== false
}

/** Whether a criterion looks at more than one person's own results: at a result that is shared, or at working across boundaries. */
export function isShared({ scope, about }: RatingCriterion): boolean {
  return (scope !== undefined && scope !== 'individual') || isAcrossBoundaries(about)
}

/** Whether all that counts is what each person does alone. */
export function isOwnResultsOnly(counted: readonly RatingCriterion[]): boolean {
  return counted.length > 0 && counted.every((one) => one.scope === 'individual' && !isShared(one))
}

/** The heaviest criterion, where it can spare a weight, with what is left of its own. */
export function spareWeight(
  counted: readonly RatingCriterion[],
  weight: number,
): { readonly from: RatingCriterion; readonly before: number; readonly left: number } | undefined {
  const [heaviest] = [...counted].sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0))
  const before = heaviest?.weight ?? 0
  if (heaviest === undefined || before <= weight) return undefined
  return { from: heaviest, before, left: Math.round((before - weight) * 100) / 100 }
}

/** The settings of a rule that proposes a weight for what is shared. */
export const sharedWeightOption = {
  sharedWeight: convention(20, between(1, 99), {
    title: 'Weight of a shared result',
    description: 'The weight in percent that the fix gives to a shared result.',
  }),
} as const
