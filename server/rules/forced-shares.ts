import type { LevelShare, PerformanceCalibrationSpec, RatingDistribution } from '../language/generated/policies.ts'

/** A share of a rating level that must be met. */
export interface ForcedShare {
  readonly distribution: RatingDistribution
  readonly share: LevelShare
  /** The field of the share that forces it. */
  readonly key: 'percent' | 'minimum'
  readonly percent: number
}

/** The share of people that must be on a level, if the policy forces one: its percent where shares are forced, else its minimum. */
export function forcedShare({ distribution }: PerformanceCalibrationSpec, level: string): ForcedShare | undefined {
  const share = distribution?.levels?.find((candidate) => candidate.level === level)
  if (distribution === undefined || share === undefined || distribution.mode === 'none') return undefined
  const { percent, minimum } = share
  if (distribution.mode === 'forced' && percent !== undefined) return { distribution, share, key: 'percent', percent }
  return minimum === undefined ? undefined : { distribution, share, key: 'minimum', percent: minimum }
}

/** The lowest level of the scale, by its name. */
export function lowestLevel({ scale }: PerformanceCalibrationSpec): string | undefined {
  return scale?.[0]?.name
}

/** The share of the highest level, where it limits how many may get it and forces nobody onto it. */
export function topCap({ scale, distribution }: PerformanceCalibrationSpec): LevelShare | undefined {
  const highest = scale?.at(-1)?.name
  if (distribution?.mode !== 'expected' || highest === undefined) return undefined
  return distribution.levels?.find(
    ({ level, minimum, maximum }) => level === highest && maximum !== undefined && minimum === undefined,
  )
}

/** The share of each level of the scale in percent, the lowest first; undefined where none is said. */
export function percentsOfScale({ scale, distribution }: PerformanceCalibrationSpec): readonly (number | undefined)[] {
  return (scale ?? []).map(({ name }) => distribution?.levels?.find(({ level }) => level === name)?.percent)
}
