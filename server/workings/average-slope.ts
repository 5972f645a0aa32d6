import { normalCdf, normalPdf } from '../models/normal-distribution.ts'
import type { PayPart } from '../models/pay-parts.ts'
import { type PayoutCurve, payoutAt, pieceAt } from '../models/payout-curve.ts'
import { type CurveFactor, factorValue, isConstant } from '../models/payout-factor.ts'
import { number } from '../rules/figure.ts'
import { type Expression, over, power, times, total } from './expression.ts'
import type { Person, PlanInNumbers } from './plan-in-numbers.ts'
import { effectOf, peopleIn } from './slope-at-target.ts'
import { found, resultOf, type Step, step, type Table } from './step.ts'

/**
 * The average slope of what bends near target. Where all that bends looks at one result, piece by piece: each slope times the chance
 * to be on its piece, and each jump times how densely results lie there. Where several results meet, by quadrature.
 */
export function averagedSlope(
  part: PayPart,
  person: Person,
  plan: PlanInNumbers,
  title: string,
  value: number,
): readonly [readonly Step[], Expression] {
  const { groups, spread, numbers } = plan
  const varying = part.factors.filter((factor) => !isConstant(factor, groups, spread.value))
  const curves = varying.filter((factor) => factor.kind === 'curve')
  const [first] = curves
  const together = curves.length === varying.length ? oneCurve(curves) : undefined
  if (first === undefined || together === undefined) {
    const words = `averaged by quadrature (Gauss–Legendre) over ${numbers.resultsText(part, groups)}`
    const average = found(`Average gain, ${lowered(title)}`, value, 'ratio', words, [spread])
    return [[average], resultOf(average)]
  }
  const { result } = first
  const size = groups.sizeOf(result)
  const deviation =
    size === 1
      ? []
      : [
          step(
            `Spread of the average of ${number(size, 0)} people`,
            over(spread, power(peopleIn(result, part, plan), 0.5)),
            'ratio',
          ),
        ]
  const sigma = deviation[0]?.result.value ?? spread.value
  const table = piecesTable(together, sigma)
  const average = step(
    `Average slope of pay, ${numbers.partTitle(part)}`,
    total(
      'slope × chance',
      table.cells.map(({ values }) => values[2] ?? 0),
    ),
    'ratio',
    table,
  )
  const constant = part.factors
    .filter((factor) => isConstant(factor, groups, spread.value))
    .reduce((product, factor) => product * factorValue(factor, () => 1), 1)
  const factors = [resultOf(average), ...(constant === 1 ? [] : [constant]), ...effectOf(result, part, person, plan)]
  return [[...deviation, average], times(...factors)]
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** The product of curves of one result, as a curve: as long as at most one of them slopes on each piece. */
function oneCurve(factors: readonly CurveFactor[]): PayoutCurve | undefined {
  const [first, ...others] = factors
  if (first === undefined || others.some(({ result }) => result !== first.result)) return undefined
  const starts = [...new Set(factors.flatMap(({ curve }) => curve.map(({ from }) => from)))].sort((a, b) => a - b)
  const pieces = starts.map((from) => {
    const here = factors.map(({ curve }) => pieceAt(curve, from))
    const sloping = here.filter(({ slope }) => slope !== 0)
    const height = here.filter(({ slope }) => slope === 0).reduce((product, { intercept }) => product * intercept, 1)
    const [line = { intercept: 1, slope: 0 }] = sloping
    return { from, intercept: line.intercept * height, slope: line.slope * height, several: sloping.length > 1 }
  })
  return pieces.some(({ several }) => several) ? undefined : pieces
}

/** Pieces and jumps of a curve under a normal result around target. */
function piecesTable(curve: PayoutCurve, sigma: number): Table {
  const percent = (at: number): string => `${number(at * 100, 1)} %`
  const standing = (at: number): number => (at - 1) / sigma
  const cells = curve.flatMap((piece, at) => {
    const next = curve[at + 1]
    const chance =
      (next === undefined ? 1 : normalCdf(standing(next.from))) - (at === 0 ? 0 : normalCdf(standing(piece.from)))
    const range =
      at === 0
        ? next === undefined
          ? 'any result'
          : `below ${percent(next.from)}`
        : next === undefined
          ? `from ${percent(piece.from)} on`
          : `${percent(piece.from)} to ${percent(next.from)}`
    const slope = { label: range, values: [piece.slope, chance, piece.slope * chance] }
    const before = curve[at - 1]
    const jump =
      before === undefined ? 0 : payoutAt([piece], piece.from) - (before.intercept + before.slope * piece.from)
    if (Math.abs(jump) < 1e-12) return [slope]
    const density = normalPdf(standing(piece.from)) / sigma
    return [{ label: `jump at ${percent(piece.from)}`, values: [jump, density, jump * density] }, slope]
  })
  return {
    rows: 'result',
    columns: [
      { title: 'slope or jump', unit: 'ratio' },
      { title: 'chance or density (normal)', unit: 'ratio' },
      { title: 'slope × chance', unit: 'ratio' },
    ],
    cells,
  }
}
