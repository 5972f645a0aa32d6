import { requireBetween, requireShare } from './admissible.ts'
import { gaussLegendre, integrate } from './quadrature.ts'

const twoPi = 2 * Math.PI

/** Density of the standard normal distribution. */
export function normalPdf(z: number): number {
  return Math.exp(-(z * z) / 2) / Math.sqrt(twoPi)
}

/**
 * P(Z ≤ z) for a standard normal Z, to about 15 digits, in the lower tail relative to the value itself.
 * Hart's rational approximation and continued fraction, as given by West, "Better approximations to
 * cumulative normal functions", Wilmott Magazine, May 2005.
 */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) throw new RangeError('z must be a number, got NaN')
  const size = Math.abs(z)
  if (size > 37) return z > 0 ? 1 : 0
  const upperTail = size < 7.07106781186547 ? hart(size) : continuedFraction(size)
  return z > 0 ? 1 - upperTail : upperTail
}

function hart(z: number): number {
  const above = polynomial(
    z,
    [
      3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931,
      220.206867912376,
    ],
  )
  const below = polynomial(
    z,
    [
      8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831,
      793.826512519948, 440.413735824752,
    ],
  )
  return (Math.exp((-z * z) / 2) * above) / below
}

function continuedFraction(z: number): number {
  const tail = z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 0.65))))
  return Math.exp((-z * z) / 2) / (tail * Math.sqrt(twoPi))
}

function polynomial(x: number, fromHighest: readonly number[]): number {
  return fromHighest.reduce((sum, coefficient) => sum * x + coefficient, 0)
}

/**
 * The z with P(Z ≤ z) = `share`; −Infinity for 0 and Infinity for 1.
 * Acklam's rational approximation (relative error 1.15e-9), then one step of Halley's method.
 *
 * @throws RangeError unless `share` is 0 to 1.
 */
export function normalQuantile(share: number): number {
  requireShare('share', share)
  if (share === 0) return -Infinity
  if (share === 1) return Infinity
  if (share > 0.5) return -normalQuantile(1 - share)
  const estimate = share < 0.02425 ? lowerTailEstimate(share) : centralEstimate(share)
  const error = (normalCdf(estimate) - share) / normalPdf(estimate)
  return estimate - error / (1 + (estimate * error) / 2)
}

function lowerTailEstimate(share: number): number {
  const q = Math.sqrt(-2 * Math.log(share))
  const above = [
    -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ]
  const below = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1]
  return polynomial(q, above) / polynomial(q, below)
}

function centralEstimate(share: number): number {
  const q = share - 0.5
  const above = [
    -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1,
    2.506628277459239,
  ]
  const below = [
    -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1, 1,
  ]
  return (polynomial(q * q, above) * q) / polynomial(q * q, below)
}

/**
 * P(X ≤ h and Y ≤ k) for standard normal X and Y with the given correlation. The integral over the angle
 * whose sine is the correlation (Sheppard 1900; Drezner & Wesolowsky 1990), by Gauss–Legendre.
 *
 * @throws RangeError unless `correlation` is −1 to 1.
 */
export function bivariateNormalCdf(h: number, k: number, correlation: number): number {
  requireBetween('correlation', correlation, -1, 1)
  if (h === -Infinity || k === -Infinity) return 0
  if (h === Infinity) return normalCdf(k)
  if (k === Infinity) return normalCdf(h)
  if (correlation === 1) return normalCdf(Math.min(h, k))
  if (correlation === -1) return Math.max(0, normalCdf(h) - normalCdf(-k))
  const angle = Math.asin(correlation)
  // Ever narrower panels towards the end: with a correlation near 1 the integrand falls off only there.
  const edges = [0, ...Array.from({ length: 24 }, (_, step) => angle * (1 - 2 ** -(step + 1))), angle]
  const dependent = integrate(
    (theta) => {
      const cosine = Math.cos(theta)
      return Math.exp(-(h * h + k * k - 2 * h * k * Math.sin(theta)) / (2 * cosine * cosine))
    },
    edges,
    gaussLegendre(20),
  )
  return Math.min(1, Math.max(0, normalCdf(h) * normalCdf(k) + dependent / twoPi))
}

/** P(X > h and Y > k): {@link bivariateNormalCdf} seen from the other end. */
export function bivariateNormalUpperTail(h: number, k: number, correlation: number): number {
  return bivariateNormalCdf(-h, -k, correlation)
}
