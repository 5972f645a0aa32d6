import { normalCdf, normalPdf } from './normal-distribution.ts'
import { kinksOf, pieceAt } from './payout-curve.ts'
import { factorValue, type PayoutFactor, resultsOf } from './payout-factor.ts'
import { gaussLegendre, panelEdges } from './quadrature.ts'

/** E[f] and, for each z, E[f · z]. */
export interface NormalExpectation {
  readonly mean: number
  readonly scores: readonly number[]
}

const furthest = 7
const widestPanel = 2
// Fewer nodes per dimension where there are more dimensions: six digits are plenty for three results and up.
const nodesByDimensions = [16, 12, 7, 5]
const fewestNodes = 4

/** One z to integrate over: the results that are known once it is, and the factors that then can be evaluated. */
interface Level {
  readonly column: number
  readonly results: readonly number[]
  readonly factors: readonly PayoutFactor[]
}

/**
 * The expectation of a product of factors of the results 1 + spread · L·z, z independent standard normal, `lower`
 * being L with one row for each of `results`. One z after the other, broken at every kink, by Gauss–Legendre; the
 * last one in closed form where every factor that is left is a curve, so that one result alone comes out exactly.
 */
export function overNormals(
  factors: readonly PayoutFactor[],
  results: readonly number[],
  lower: readonly (readonly number[])[],
  spread: number,
): NormalExpectation {
  const rowOf = new Map(results.map((result, row) => [result, row]))
  const loading = (result: number, column: number): number => spread * (lower[rowOf.get(result) ?? -1]?.[column] ?? 0)
  const columns = lower.flatMap((row, at) => ((row[at] ?? 0) > 0 ? [at] : []))
  const levels = levelsOf(factors, results, columns, loading)
  const rule = gaussLegendre(nodesByDimensions[columns.length - 1] ?? fewestNodes)
  const z = results.map(() => 0)
  const scores = results.map(() => 0)
  let mean = 0
  const known = new Map<number, number>()
  const resultAt = (result: number): number => known.get(result) ?? 1
  const add = (amount: number): void => {
    mean += amount
    for (const column of columns) scores[column] = (scores[column] ?? 0) + amount * (z[column] ?? 0)
  }

  const descend = (depth: number, weight: number): void => {
    const level = levels[depth]
    if (level === undefined) {
      add(weight)
      return
    }
    const { column } = level
    z[column] = 0
    const lines: readonly Line[] = level.results.map((result) => ({
      result,
      offset: columns.reduce((sum, at) => sum + loading(result, at) * (z[at] ?? 0), 1),
      slope: loading(result, column),
    }))
    const breaks = breaksOf(level.factors, lines)
    if (depth === levels.length - 1 && level.factors.every(({ kind }) => kind === 'curve')) {
      const moments = closedForm(level.factors, lines, breaks)
      add(weight * moments.mean)
      scores[column] = (scores[column] ?? 0) + weight * moments.score
      return
    }
    const edges = panelEdges(-furthest, furthest, breaks, widestPanel)
    for (let panel = 1; panel < edges.length; panel++) {
      const [left = 0, right = 0] = [edges[panel - 1], edges[panel]]
      const half = (right - left) / 2
      for (const node of rule) {
        const at = left + half + half * node.at
        z[column] = at
        for (const { result, offset, slope } of lines) known.set(result, offset + slope * at)
        let product = weight * node.weight * half * normalPdf(at)
        for (const factor of level.factors) {
          if (product !== 0) product *= factorValue(factor, resultAt)
        }
        if (product !== 0) descend(depth + 1, product)
      }
    }
    z[column] = 0
  }
  descend(0, 1)
  return { mean, scores }
}

function levelsOf(
  factors: readonly PayoutFactor[],
  results: readonly number[],
  columns: readonly number[],
  loading: (result: number, column: number) => number,
): readonly Level[] {
  const depthOf = (result: number): number => columns.findLastIndex((column) => loading(result, column) !== 0)
  return columns.map((column, depth) => ({
    column,
    results: results.filter((result) => depthOf(result) === depth),
    factors: factors.filter((factor) => Math.max(...resultsOf(factor).map(depthOf)) === depth),
  }))
}

/** A result as a function of the z of its level: offset + slope · z. */
interface Line {
  readonly result: number
  readonly offset: number
  readonly slope: number
}

function breaksOf(factors: readonly PayoutFactor[], lines: readonly Line[]): readonly number[] {
  const breaks: number[] = []
  for (const factor of factors) {
    if (factor.kind !== 'curve') continue
    const line = lines.find(({ result }) => result === factor.result)
    if (line === undefined) continue
    for (const kink of kinksOf(factor.curve)) breaks.push((kink - line.offset) / line.slope)
  }
  return breaks
}

/**
 * E[p(z)] and E[z·p(z)] for a product p of curves in z, which is a polynomial between breaks, by the moments of
 * the truncated normal: ∫ zᵏφ = (k−1)·∫ zᵏ⁻²φ − [zᵏ⁻¹φ].
 */
function closedForm(
  factors: readonly PayoutFactor[],
  lines: readonly Line[],
  breaks: readonly number[],
): { mean: number; score: number } {
  const edges = panelEdges(-furthest, furthest, breaks, Infinity)
  let [mean, score] = [0, 0]
  for (let panel = 1; panel < edges.length; panel++) {
    const [left = 0, right = 0] = [edges[panel - 1], edges[panel]]
    const polynomial = polynomialAt(factors, lines, (left + right) / 2)
    if (polynomial.every((coefficient) => coefficient === 0)) continue
    const [atLeft, atRight] = [normalPdf(left), normalPdf(right)]
    const moments = [normalCdf(right) - normalCdf(left), atLeft - atRight]
    for (let k = 2; k <= polynomial.length; k++) {
      const ends = left ** (k - 1) * atLeft - right ** (k - 1) * atRight
      moments.push((k - 1) * (moments[k - 2] ?? 0) + ends)
    }
    polynomial.forEach((coefficient, power) => {
      mean += coefficient * (moments[power] ?? 0)
      score += coefficient * (moments[power + 1] ?? 0)
    })
  }
  return { mean, score }
}

/** The coefficients, lowest power first, of the product of the pieces that hold around z. */
function polynomialAt(factors: readonly PayoutFactor[], lines: readonly Line[], z: number): readonly number[] {
  let product = [1]
  for (const factor of factors) {
    if (factor.kind !== 'curve') continue
    const line = lines.find(({ result }) => result === factor.result)
    if (line === undefined) continue
    const piece = pieceAt(factor.curve, line.offset + line.slope * z)
    const constant = piece.intercept + piece.slope * line.offset
    const linear = piece.slope * line.slope
    const before = product
    product =
      linear === 0
        ? before.map((c) => c * constant)
        : [...before, 0].map((_, power) => (before[power] ?? 0) * constant + (before[power - 1] ?? 0) * linear)
  }
  return product
}
