import type { PayGroups } from './pay-groups.ts'
import { kinksOf, type PayoutCurve, payoutAt, slopeAt } from './payout-curve.ts'

/** One factor of a payout. Results are named by their position (see PayGroups). */
export type PayoutFactor = CurveFactor | ScoreShare

/** What a curve pays for one result. */
export interface CurveFactor {
  readonly kind: 'curve'
  readonly result: number
  readonly curve: PayoutCurve
}

/** My own result over the sum of the results of a group that I belong to. */
export interface ScoreShare {
  readonly kind: 'score-share'
  readonly participants: number
  readonly members: number
}

/** The positions of the results that the factor looks at. */
export function resultsOf(factor: PayoutFactor): readonly number[] {
  return factor.kind === 'curve' ? [factor.result] : [0, factor.participants]
}

/** The factor where the results are as `resultAt` says. */
export function factorValue(factor: PayoutFactor, resultAt: (result: number) => number): number {
  if (factor.kind === 'curve') return payoutAt(factor.curve, resultAt(factor.result))
  const average = resultAt(factor.participants)
  // Results at or below zero do not occur at any usual spread; they share nothing, and never more than all.
  if (average <= 0) return 1 / factor.members
  return Math.min(1, Math.max(0, resultAt(0) / (factor.members * average)))
}

/** The factor's gain per unit of a person's result, where every result is 1. */
export function gainAtTarget(factor: PayoutFactor, person: number, groups: PayGroups): number {
  if (factor.kind === 'curve') {
    return slopeAt(factor.curve, 1) * groups.effect(person, factor.result)
  }
  const { members, participants } = factor
  return groups.effect(person, 0) / members - groups.effect(person, participants) / members
}

/** Kinks further than this many standard deviations from target are out of reach (7 in a million). */
const reach = 4.5

/** Whether a result of 1 is so near to a kink of the factor that its slope there is misleading. */
export function bendsNearTarget(factor: PayoutFactor, groups: PayGroups, spread: number): boolean {
  if (factor.kind === 'score-share') return false
  const deviation = spread * Math.sqrt(groups.covariance(factor.result, factor.result))
  if (deviation === 0) return false
  return kinksOf(factor.curve).some((kink) => Math.abs(kink - 1) <= reach * deviation)
}

/** Whether the factor is the same for every result within reach: a gate that is always open or always shut. */
export function isConstant(factor: PayoutFactor, groups: PayGroups, spread: number): boolean {
  if (factor.kind === 'score-share') return false
  if (groups.covariance(factor.result, factor.result) === 0) return true
  return slopeAt(factor.curve, 1) === 0 && !bendsNearTarget(factor, groups, spread)
}
