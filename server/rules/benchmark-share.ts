import type { LevelShare, PerformanceCalibration } from '../language/generated/policies.ts'
import { number } from './figure.ts'
import { type Fix, remove, set, unsafe } from './fix.ts'
import { percentsOfScale } from './forced-shares.ts'
import { sumOfWeights } from './sum-of-weights.ts'

type Limit = 'minimum' | 'maximum'

/** The limits that a level's share sets, which force ratings whatever the distribution is called. */
export function limitsOf(level: LevelShare): readonly Limit[] {
  return (['minimum', 'maximum'] as const).filter((limit) => level[limit] !== undefined)
}

/** Takes the limits off a level; one of them stays as its share where it has none and the shares can still add up. */
export function asBenchmark(level: LevelShare, { spec }: PerformanceCalibration): Fix {
  const limits = limitsOf(level)
  const share = level.percent ?? level.maximum ?? level.minimum ?? 0
  const others = percentsOfScale(spec).map((percent, at) => (spec.scale?.[at]?.name === level.level ? share : percent))
  const keepsShare = level.percent !== undefined || sumOfWeights(others).addsUp !== false
  const without = limits.map((limit) => remove(level, limit))
  return unsafe(
    `Drop the ${limits.join(' and ')} on "${level.level}"${keepsShare ? ` and keep ${number(share, 1)} % as a benchmark` : ''}`,
    ...(keepsShare && level.percent === undefined ? [set(level, 'percent', share), ...without] : without),
  )
}
