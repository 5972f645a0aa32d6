import { requireAmount, requireCount } from './admissible.ts'
import { logChoose } from './discrete-distributions.ts'
import { normalCdf, normalPdf } from './normal-distribution.ts'
import { gaussLegendre, integrate, panelEdges } from './quadrature.ts'

export interface Prize {
  /** How many win it. */
  readonly winners: number
  /** What each of them gets. */
  readonly prize: number
}

export interface PrizeContestInput {
  /** Everyone who is ranked, me included; 0 or more. */
  readonly contestants: number
  /** Best rank first; ranks after the last winner get nothing, prizes beyond the last contestant lapse. */
  readonly prizes: readonly Prize[]
}

export interface PrizeContest {
  /** What I expect to win when all are equally good. */
  readonly expectedPrize: number
  /** Gain per standard deviation of the noise by which my own result improves. */
  readonly own: number
  /** The same for one colleague's result: 0 or less where better ranks get more. `undefined` without colleagues. */
  readonly cross: number | undefined
  readonly assumptions: {
    readonly contestants: number
    /** Results differ by independent standard normal noise. */
    readonly noise: 'normal'
  }
}

const furthest = 8.5

/**
 * What a contest by rank pays per improvement of a result, in the unit of the prizes, results measured in standard
 * deviations of the noise. Exact integrals over my own result; the number of colleagues above it is binomial. Two
 * contestants give gap · g(0) with g the density of the difference of two noises (Lazear & Rosen 1981).
 *
 * @throws RangeError for counts or prizes that are negative or not finite.
 */
export function prizeContest(input: PrizeContestInput): PrizeContest {
  const { expectedPrize, own, cross } = rankedMarginals(input, -Infinity)
  return {
    expectedPrize,
    own,
    cross,
    assumptions: { contestants: input.contestants, noise: 'normal' },
  }
}

/** {@link prizeContest}, paid only where my own noise is at least `ownFrom` (a gate on my own result). */
export function rankedMarginals(
  { contestants, prizes }: PrizeContestInput,
  ownFrom: number,
): { expectedPrize: number; own: number; cross: number | undefined } {
  requireCount('contestants', contestants)
  const byRank = prizesByRank(prizes, contestants)
  const colleagues = contestants - 1
  if (colleagues < 1) {
    // Alone I win the first prize by passing the gate, or with certainty.
    const prize = byRank[0] ?? 0
    return {
      expectedPrize: prize * (1 - normalCdf(ownFrom)),
      own: prize * normalPdf(ownFrom),
      cross: undefined,
    }
  }
  const prizeAt = expectedByRank(byRank, colleagues)
  // One more colleague above me moves me down one rank; the others fall around me as before.
  const drops = byRank.map((prize, rank) => (byRank[rank + 1] ?? 0) - prize)
  if (byRank.length === contestants) drops.pop()
  const dropAt = expectedByRank(drops, colleagues - 1)
  const widest = Math.max(0.05, Math.min(1, 3 / Math.sqrt(contestants)))
  const edges = panelEdges(Math.max(-furthest, Math.min(furthest, ownFrom)), furthest, [], widest)
  const rule = gaussLegendre(10)
  return {
    expectedPrize: integrate((z) => prizeAt(z) * normalPdf(z), edges, rule),
    own: integrate((z) => prizeAt(z) * z * normalPdf(z), edges, rule),
    cross: integrate((z) => dropAt(z) * normalPdf(z) ** 2, edges, rule),
  }
}

/** The prize of each rank from the first, as far as there are prizes and contestants. */
export function prizesByRank(prizes: readonly Prize[], contestants: number): readonly number[] {
  const byRank: number[] = []
  for (const { winners, prize } of prizes) {
    requireCount('winners', winners)
    requireAmount('prize', prize)
    for (let won = 0; won < winners && byRank.length < contestants; won++) byRank.push(prize)
  }
  return byRank
}

/** The expected worth of my rank as a function of my noise z, when each of `others` is above me by chance. */
function expectedByRank(byRank: readonly number[], others: number): (z: number) => number {
  const logWays = byRank.map((_, above) => logChoose(others, above))
  return (z) => {
    const [above, below] = [normalCdf(-z), normalCdf(z)]
    const [logAbove, logBelow] = [Math.log(above), Math.log(below)]
    // Further than nine standard deviations from the mean of the binomial nothing counts.
    const mean = others * above
    const far = 9 * Math.sqrt(mean * below) + 9
    const last = Math.min(byRank.length - 1, Math.floor(mean + far))
    let sum = 0
    for (let k = Math.max(0, Math.ceil(mean - far)); k <= last; k++) {
      const worth = byRank[k] ?? 0
      if (worth === 0) continue
      sum += worth * Math.exp((logWays[k] ?? 0) + k * logAbove + (others - k) * logBelow)
    }
    return sum
  }
}
