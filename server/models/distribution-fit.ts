import { requireCount, requirePercent } from './admissible.ts'
import { multinomialPmf } from './discrete-distributions.ts'

/**
 * How many people of a group fall into each level when the whole group is distributed: each level's whole part,
 * and what is left one by one to the largest remainders, earlier levels first. The counts sum to `groupSize`;
 * percentages that do not sum to 100 are taken in proportion. All zeros give all zeros.
 *
 * @throws RangeError unless `groupSize` is a count and every percentage is 0 to 100.
 */
export function distributionCounts(groupSize: number, percents: readonly number[]): readonly number[] {
  requireCount('groupSize', groupSize)
  for (const percent of percents) requirePercent('percent', percent)
  const whole = percents.reduce((sum, percent) => sum + percent, 0)
  if (whole === 0) return percents.map(() => 0)
  const exact = percents.map((percent) => (groupSize * percent) / whole)
  const counts = exact.map((people) => Math.floor(people + 1e-9))
  const open = groupSize - counts.reduce((sum, count) => sum + count, 0)
  const byRemainder = exact
    .map((people, level) => ({ level, remainder: people - Math.floor(people + 1e-9) }))
    .sort((a, b) => b.remainder - a.remainder || a.level - b.level)
  const raised = new Set(byRemainder.slice(0, open).map(({ level }) => level))
  return counts.map((count, level) => (raised.has(level) ? count + 1 : count))
}

export interface DistributionFit {
  /** The only counts per level that the forced distribution accepts. */
  readonly counts: readonly number[]
  /** Chance that a group drawn from a company with exactly these shares has exactly these counts. */
  readonly exactFit: number
}

/**
 * The chance that a whole forced distribution fits a group exactly, when the company as a whole has exactly the
 * shares that the policy names (multinomial): 20/70/10 fits a group of 10 in 11.9 % of cases.
 * `undefined` where the percentages do not sum to 100, since then no distribution is described.
 *
 * @throws RangeError unless `groupSize` is a count and every percentage is 0 to 100.
 */
export function distributionFit(groupSize: number, percents: readonly number[]): DistributionFit | undefined {
  const counts = distributionCounts(groupSize, percents)
  const whole = percents.reduce((sum, percent) => sum + percent, 0)
  if (Math.abs(whole - 100) > 1e-6) return undefined
  const shares = percents.map((percent) => percent / whole)
  return { counts, exactFit: multinomialPmf(counts, shares) }
}
