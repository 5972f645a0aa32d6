import assert from 'node:assert/strict'

/** A share as models.md writes it: 0.5904 is `59.0 %`. */
export function percent(share: number, digits = 1): string {
  return `${(share * 100).toFixed(digits)} %`
}

/** A ratio as models.md writes it: 0.4859 with three digits is `.486`. */
export function ratio(value: number, digits: number): string {
  return value.toFixed(digits).replace(/^(-?)0\./, '$1.')
}

export function atMost(value: number, limit: number): void {
  assert.ok(value <= limit, `${value} is more than ${limit}`)
}

/** Seeded uniform numbers in (0, 1): mulberry32, so that a sampling test always samples the same. */
function seededUniform(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4294967296
  }
}

/** Seeded standard normal numbers, two by two (Box–Muller). */
export function seededNormal(seed: number): () => number {
  const uniform = seededUniform(seed)
  let spare: number | undefined
  return () => {
    if (spare !== undefined) {
      const kept = spare
      spare = undefined
      return kept
    }
    const radius = Math.sqrt(-2 * Math.log(uniform()))
    const angle = 2 * Math.PI * uniform()
    spare = radius * Math.sin(angle)
    return radius * Math.cos(angle)
  }
}
