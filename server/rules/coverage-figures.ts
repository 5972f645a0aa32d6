import { type CommitmentCoverage, coveredPercent } from './commitment-coverage.ts'
import { type Assumption, type Figure, figure } from './figure.ts'
import { figureValue, perPeriod, type ResourceAmount } from './resource-amounts.ts'

/** How far a promise is kept; with the gap where an amount is missing, and not only time. */
export function coverageFigures(
  found: CommitmentCoverage,
  assumptions?: readonly Assumption[],
  missing?: ResourceAmount,
): readonly Figure[] {
  const assumed = assumptions === undefined ? {} : { assumptions }
  const { gap: amount, unit, uncovered } = found
  const gap =
    missing === undefined
      ? []
      : [{ name: 'gap', title: `Missing at most${perPeriod(missing)}`, ...figureValue({ amount, unit }), ...assumed }]
  const months = figure('uncovered-months', 'Months that fall short', uncovered.length, 'count')
  return [
    { name: 'coverage', title: 'Covered', value: coveredPercent(found), unit: 'percent', ...assumed },
    ...gap,
    ...(uncovered.length === 0 ? [] : [months]),
  ]
}
