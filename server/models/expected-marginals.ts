import { overNormals } from './normal-expectation.ts'
import type { PayGroups } from './pay-groups.ts'
import { factorValue, gainAtTarget, isConstant, type PayoutFactor, resultsOf } from './payout-factor.ts'

/** What a product of factors is worth, and what it gains per unit of a person's result. */
export interface Marginals {
  readonly value: number
  /** `person` is a position: 0 is me, g a colleague in group g (see PayGroups). */
  readonly by: (person: number) => number
}

/** Value and slopes where every result is 1: exact for factors without kinks near it. */
export function marginalsAtTarget(factors: readonly PayoutFactor[], groups: PayGroups): Marginals {
  const values = factors.map((factor) => factorValue(factor, () => 1))
  const others = (left: number): number =>
    values.reduce((product, value, index) => (index === left ? product : product * value), 1)
  return {
    value: values.reduce((product, value) => product * value, 1),
    by: (person) =>
      factors.reduce((sum, factor, index) => {
        const gain = gainAtTarget(factor, person, groups)
        return gain === 0 ? sum : sum + gain * others(index)
      }, 0),
  }
}

/**
 * Expected value, and the derivative of the expected value by each person's mean, when every person's result is
 * independent and Normal(1, spread). The results in play are written as 1 + spread · L·z with L Cholesky's factor
 * of their covariance and z independent standard normal; the derivative is E[f(x) · score(x)], which holds for
 * jumps as well (Stein's identity).
 */
export function expectedMarginals(factors: readonly PayoutFactor[], groups: PayGroups, spread: number): Marginals {
  const varying = factors.filter((factor) => !isConstant(factor, groups, spread))
  const constant = factors
    .filter((factor) => !varying.includes(factor))
    .reduce((product, factor) => product * factorValue(factor, () => 1), 1)
  const results = [...new Set(varying.flatMap(resultsOf))].sort((a, b) => a - b)
  const lower = cholesky(results.map((one) => results.map((two) => groups.covariance(one, two))))
  const { mean, scores } = overNormals(varying, results, lower, spread)
  return {
    value: constant * mean,
    by: (person) => {
      // The person's effect on the results, solved for the shift of z that has it.
      const shift: number[] = []
      lower.forEach((row, at) => {
        const pivot = row[at] ?? 0
        const effect = groups.effect(person, results[at] ?? 0)
        shift.push(pivot === 0 ? 0 : (effect - dot(row, shift, at)) / pivot)
      })
      return (constant * dot(shift, scores, shift.length)) / spread
    },
  }
}

/** The lower triangle L with L·Lᵀ = covariance; a result that the ones before determine has a 0 on the diagonal. */
function cholesky(covariance: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const lower: number[][] = []
  covariance.forEach((covariances, row) => {
    const entries: number[] = []
    for (let column = 0; column < row; column++) {
      const above = lower[column] ?? []
      const pivot = above[column] ?? 0
      const rest = (covariances[column] ?? 0) - dot(entries, above, column)
      entries.push(pivot === 0 ? 0 : rest / pivot)
    }
    const variance = covariances[row] ?? 0
    const rest = variance - dot(entries, entries, row)
    entries.push(rest > 1e-12 * variance ? Math.sqrt(rest) : 0)
    lower.push(entries)
  })
  return lower
}

function dot(one: readonly number[], other: readonly number[], length: number): number {
  let sum = 0
  for (let at = 0; at < length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0)
  return sum
}
