import { requireCount, requireShare } from './admissible.ts'

// Everything runs over logarithms of factorials, so that groups of 100,000 neither overflow nor vanish.

const smallLogFactorials: readonly number[] = logFactorialsBelow(32)

function logFactorialsBelow(limit: number): readonly number[] {
  let factorial = 1
  return Array.from({ length: limit }, (_, n) => {
    factorial *= Math.max(1, n)
    return Math.log(factorial)
  })
}

/** ln n!, to about 16 digits: from a table below 32, by Stirling's series above. */
export function logFactorial(n: number): number {
  requireCount('n', n)
  const tabulated = smallLogFactorials[n]
  if (tabulated !== undefined) return tabulated
  const square = n * n
  const correction = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square) / n
  return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + correction
}

/** ln of the number of ways to choose k of n, for k from 0 to n. */
export function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k)
}

/**
 * P(K = k) for K ~ Binomial(trials, chance); 0 for a k that cannot occur.
 *
 * @throws RangeError unless `trials` is a count and `chance` is 0 to 1.
 */
export function binomialPmf(k: number, trials: number, chance: number): number {
  requireCount('trials', trials)
  requireShare('chance', chance)
  if (!Number.isInteger(k) || k < 0 || k > trials) return 0
  if (chance === 0) return k === 0 ? 1 : 0
  if (chance === 1) return k === trials ? 1 : 0
  return Math.exp(logChoose(trials, k) + k * Math.log(chance) + (trials - k) * Math.log1p(-chance))
}

/**
 * P(K = k) for the number K of marked ones among `drawn` taken without replacement from `population`, of whom
 * `marked` are marked; 0 for a k that cannot occur.
 *
 * @throws RangeError unless `marked` and `drawn` are counts of at most `population`.
 */
export function hypergeometricPmf(k: number, population: number, marked: number, drawn: number): number {
  requireCount('population', population)
  requireCount('marked', marked, population)
  requireCount('drawn', drawn, population)
  const most = Math.min(marked, drawn)
  if (!Number.isInteger(k) || k < Math.max(0, drawn + marked - population) || k > most) return 0
  return Math.exp(logChoose(marked, k) + logChoose(population - marked, drawn - k) - logChoose(population, drawn))
}

/**
 * The chance that so many independent draws fall into the levels exactly as `counts` says, when a draw falls
 * into level i with chance `shares[i]`.
 *
 * @throws RangeError unless there is one share for each count and the shares sum to 1.
 */
export function multinomialPmf(counts: readonly number[], shares: readonly number[]): number {
  if (counts.length !== shares.length) {
    throw new RangeError(`${counts.length} counts need as many shares, got ${shares.length}`)
  }
  const whole = shares.reduce((sum, share) => sum + share, 0)
  if (Math.abs(whole - 1) > 1e-9) throw new RangeError(`shares must sum to 1, got ${whole}`)
  let total = 0
  let logChance = 0
  for (const [level, count] of counts.entries()) {
    const share = shares[level] ?? 0
    requireCount('count', count)
    requireShare('share', share)
    if (count === 0) continue
    if (share === 0) return 0
    total += count
    logChance += count * Math.log(share) - logFactorial(count)
  }
  return Math.min(1, Math.exp(logChance + logFactorial(total)))
}
