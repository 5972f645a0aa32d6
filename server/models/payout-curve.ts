import { requireAmount, requireBetween } from './admissible.ts'

/** How one measure pays, as a policy writes it. Levels and payouts are percent of target; 100 at 100 throughout. */
export interface PayoutTerms {
  /**
   * Below `atPercent` nothing is paid. `paysPercent` is what is paid there, from which pay rises evenly to 100 at
   * target; unless given, pay is in proportion to the result. A threshold at or over target is a cliff: nothing
   * below it, from there on as without it.
   */
  readonly threshold?: PayoutPoint | undefined
  /** From `atPercent` (at least 100) on pay grows no more. Unless `paysPercent` is given, pay is in proportion. */
  readonly maximum?: PayoutPoint | undefined
  /** Above a level, each further point of result pays `times` as much; the highest level reached holds. */
  readonly accelerators?: readonly Accelerator[] | undefined
  /** The most that is ever paid. */
  readonly capPercent?: number | undefined
  /** The least that is ever paid, whatever the threshold says. */
  readonly floorPercent?: number | undefined
}

export interface PayoutPoint {
  readonly atPercent: number
  readonly paysPercent?: number | undefined
}

export interface Accelerator {
  readonly abovePercent: number
  readonly times: number
  /** Whether reaching the level also multiplies what was earned below it, which makes a cliff of it. */
  readonly retroactive?: boolean | undefined
}

/** A piece of a payout curve: from the result `from` on it pays intercept + slope · result. */
export interface PayoutPiece {
  readonly from: number
  readonly intercept: number
  readonly slope: number
}

/** Pieces in order of `from`, the first from −Infinity; results and payouts relative to target (1 = on target). */
export type PayoutCurve = readonly PayoutPiece[]

/** Pays exactly in proportion to the result: no kink anywhere. */
export const proportional: PayoutCurve = [{ from: -Infinity, intercept: 0, slope: 1 }]

/** Pays 1 from the result `from` on, and 0 below: a gate. */
export function gateCurve(from: number): PayoutCurve {
  return [
    { from: -Infinity, intercept: 0, slope: 0 },
    { from, intercept: 1, slope: 0 },
  ]
}

/**
 * The curve that the terms describe, payout relative to target payout.
 *
 * @throws RangeError for negative levels, payouts or multipliers, or a maximum below target.
 */
export function payoutCurve(terms: PayoutTerms): PayoutCurve {
  const threshold = pointOf('threshold', terms.threshold, 0)
  const maximum = pointOf('maximum', terms.maximum, 100)
  const accelerators = (terms.accelerators ?? []).map(({ abovePercent, times, retroactive }) => {
    requireAmount('accelerator.abovePercent', abovePercent)
    requireAmount('accelerator.times', times)
    return { above: abovePercent / 100, times, retroactive: retroactive === true }
  })
  accelerators.sort((a, b) => a.above - b.above)

  const ramp = threshold !== undefined && threshold.at < 1 ? threshold : undefined
  const slopeBelow = ramp === undefined ? 1 : (1 - ramp.pays) / (1 - ramp.at)
  const slopeAbove = maximum === undefined || maximum.at === 1 ? 1 : (maximum.pays - 1) / (maximum.at - 1)
  const levels = [1, ...accelerators.map(({ above }) => above)]
  if (ramp !== undefined) levels.push(ramp.at)
  if (maximum !== undefined) levels.push(maximum.at)

  const start = ramp === undefined ? 0 : ramp.pays - slopeBelow * ramp.at
  let curve: PayoutPiece[] = [{ from: -Infinity, intercept: start, slope: slopeBelow }]
  let times = 1
  for (const level of [...new Set(levels)].sort((a, b) => a - b)) {
    let pays = payoutAt(curve, level)
    for (const accelerator of accelerators) {
      if (accelerator.above !== level) continue
      if (accelerator.retroactive && times > 0) pays *= accelerator.times / times
      times = accelerator.times
    }
    const stopped = maximum !== undefined && level >= maximum.at
    const slope = stopped ? 0 : (level < 1 ? slopeBelow : slopeAbove) * times
    // through the origin exactly where it pays in proportion, so that a plain plan shows no rounding
    curve.push({ from: level, intercept: pays === slope * level ? 0 : pays - slope * level, slope })
  }
  if (threshold !== undefined) curve = nothingBelow(curve, threshold.at)
  return joined(limited(curve, (terms.floorPercent ?? 0) / 100, capOf(terms)))
}

function pointOf(
  name: string,
  point: PayoutPoint | undefined,
  least: number,
): { at: number; pays: number } | undefined {
  if (point === undefined) return undefined
  const { atPercent, paysPercent = atPercent } = point
  requireBetween(`${name}.atPercent`, atPercent, least, Infinity)
  requireAmount(`${name}.paysPercent`, paysPercent)
  return { at: atPercent / 100, pays: paysPercent / 100 }
}

function capOf({ capPercent, floorPercent }: PayoutTerms): number {
  if (capPercent !== undefined) requireAmount('capPercent', capPercent)
  if (floorPercent !== undefined) requireAmount('floorPercent', floorPercent)
  return capPercent === undefined ? Infinity : Math.max(capPercent, floorPercent ?? 0) / 100
}

/** What the curve pays for a result, both relative to target. */
export function payoutAt(curve: PayoutCurve, result: number): number {
  const { intercept, slope } = pieceAt(curve, result)
  return intercept + slope * result
}

/** The slope of the curve at a result; at a kink, that of the piece that begins there. */
export function slopeAt(curve: PayoutCurve, result: number): number {
  return pieceAt(curve, result).slope
}

/** The results at which the curve bends or jumps. */
export function kinksOf(curve: PayoutCurve): readonly number[] {
  return curve.slice(1).map(({ from }) => from)
}

/** A result at which pay jumps, and by how much; both relative to target. */
export interface PayoutJump {
  readonly at: number
  readonly by: number
}

/** Where the curve jumps rather than bends, lowest result first. */
export function jumpsOf(curve: PayoutCurve): readonly PayoutJump[] {
  return curve.slice(1).flatMap((piece, index) => {
    const before = curve[index] ?? piece
    const by = piece.intercept + piece.slope * piece.from - (before.intercept + before.slope * piece.from)
    return Math.abs(by) > 1e-9 ? [{ at: piece.from, by }] : []
  })
}

/** The piece that holds for a result. */
export function pieceAt(curve: PayoutCurve, result: number): PayoutPiece {
  return curve.findLast(({ from }) => from <= result) ?? { from: -Infinity, intercept: 0, slope: 0 }
}

function nothingBelow(curve: PayoutCurve, level: number): PayoutPiece[] {
  return [
    { from: -Infinity, intercept: 0, slope: 0 },
    { ...pieceAt(curve, level), from: level },
    ...curve.filter(({ from }) => from > level),
  ]
}

// A floor of 0 is not applied: a result below zero does not occur, and a kink there would make every plan bend.
function limited(curve: PayoutCurve, floor: number, cap: number): PayoutPiece[] {
  const limit = (pays: number): number => Math.max(floor, Math.min(cap, pays))
  const limits = [...(floor > 0 ? [floor] : []), ...(cap < Infinity ? [cap] : [])]
  return curve.flatMap((piece, index) => {
    const end = curve[index + 1]?.from ?? Infinity
    const crossings = limits
      .map((level) => (level - piece.intercept) / piece.slope)
      .filter((at) => at > piece.from && at < end)
      .sort((a, b) => a - b)
    const starts = [piece.from, ...crossings]
    return starts.map((from, part) => {
      const next = starts[part + 1] ?? end
      const inside = midpoint(from, next)
      const pays = piece.intercept + piece.slope * inside
      const flat = pays > cap || (pays < floor && floor > 0)
      return flat ? { from, intercept: limit(pays), slope: 0 } : { ...piece, from }
    })
  })
}

function midpoint(from: number, to: number): number {
  if (from === -Infinity) return to === Infinity ? 0 : to - 1
  return to === Infinity ? from + 1 : (from + to) / 2
}

function joined(curve: PayoutCurve): PayoutCurve {
  return curve.filter((piece, index) => {
    const before = curve[index - 1]
    if (before === undefined || piece.slope !== before.slope) return true
    return Math.abs(piece.intercept - before.intercept) > 1e-12
  })
}
