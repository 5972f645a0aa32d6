import { type Component, components } from '../rules/rule.ts'
import type { Scorecard } from './scorecard.ts'

/** The least scores that are accepted, 0–100. */
export type Minimums = Readonly<Partial<Record<Component | 'overall', number>>>

/** A score below its minimum; undefined where there is no score at all. */
export interface Shortfall {
  readonly of: Component | 'overall'
  readonly minimum: number
  readonly score: number | undefined
}

/** What misses its minimum, the overall figure first. Something without a score misses any: what is not described cannot be good enough. */
export function shortfalls({ overall, components: scores }: Scorecard, minimums: Minimums): readonly Shortfall[] {
  const all = [
    { of: 'overall' as const, score: overall },
    ...scores.map(({ component, score }) => ({ of: component, score })),
  ]
  return all.flatMap(({ of, score }) => {
    const minimum = minimums[of]
    return minimum !== undefined && (score ?? -1) < minimum ? [{ of, minimum, score }] : []
  })
}

/** Of several sets of minimums, the highest of each. */
export function highest(all: readonly Minimums[]): Minimums {
  return Object.fromEntries(
    (['overall', ...components] as const).flatMap((of) => {
      const set = all.flatMap((minimums) => minimums[of] ?? [])
      return set.length === 0 ? [] : [[of, Math.max(...set)]]
    }),
  )
}
