import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  binomialPmf,
  hypergeometricPmf,
  logFactorial,
  multinomialPmf,
} from '../../server/models/discrete-distributions.ts'
import {
  bivariateNormalCdf,
  bivariateNormalUpperTail,
  normalCdf,
  normalPdf,
  normalQuantile,
} from '../../server/models/normal-distribution.ts'
import { gaussLegendre, integrate, panelEdges } from '../../server/models/quadrature.ts'
import { atMost } from './figures.ts'

describe('normal distribution', () => {
  it('gives tabulated probabilities', () => {
    atMost(Math.abs(normalCdf(1.959963984540054) - 0.975), 1e-14)
    atMost(Math.abs(normalCdf(-6) / 9.865876450376946e-10 - 1), 1e-9)
    // Far out, where a continued fraction takes over: Φ(−8), Φ(−10) and Φ(−20).
    for (const [z, tail] of [
      [-8, 6.220960574271785e-16],
      [-10, 7.619853024160527e-24],
      [-20, 2.753624118606234e-89],
    ] as const)
      atMost(Math.abs(normalCdf(z) / tail - 1), 1e-6)
    assert.equal(normalCdf(40), 1)
    assert.equal(normalCdf(-40), 0)
    assert.throws(() => normalCdf(Number.NaN), RangeError)
    assert.equal(normalCdf(0), 0.5)
    assert.equal(normalCdf(Infinity), 1)
    assert.equal(normalCdf(-Infinity), 0)
  })
  it('is the integral of its density', () => {
    const rule = gaussLegendre(20)
    for (const z of [-3, -0.7, 0.2, 2.5, 7.5]) {
      const area = integrate(normalPdf, panelEdges(-9, z, [], 1), rule)
      atMost(Math.abs(area - normalCdf(z)), 1e-14)
    }
  })
  it('quantile undoes the distribution', () => {
    fc.assert(
      fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (z) => {
        atMost(Math.abs(normalQuantile(normalCdf(z)) - z), 1e-6)
      }),
      { numRuns: 200, seed: 4 },
    )
    atMost(Math.abs(normalQuantile(0.975) - 1.959963984540054), 1e-14)
    atMost(Math.abs(normalQuantile(1e-10) + 6.361340902404056), 1e-9)
    assert.deepEqual([normalQuantile(0), normalQuantile(1)], [-Infinity, Infinity])
  })
  it('two correlated normals: a quarter plus arcsin ρ / 2π at the middle', () => {
    for (const correlation of [-0.999, -0.6, 0, 0.3, 0.95, 0.999999]) {
      const exact = 0.25 + Math.asin(correlation) / (2 * Math.PI)
      atMost(Math.abs(bivariateNormalCdf(0, 0, correlation) - exact), 1e-13)
    }
  })
  it('two normals that are one, or one the other turned around, and limits without end', () => {
    assert.equal(bivariateNormalCdf(0.3, 1, 1), normalCdf(0.3))
    assert.equal(bivariateNormalCdf(1, 0.3, 1), normalCdf(0.3))
    // X ≤ 1 and −X ≤ 0.5: between −0.5 and 1.
    atMost(Math.abs(bivariateNormalCdf(1, 0.5, -1) - (normalCdf(1) - normalCdf(-0.5))), 1e-15)
    assert.equal(bivariateNormalCdf(-1, 0.5, -1), 0)
    assert.equal(bivariateNormalCdf(-Infinity, 0.5, 0.3), 0)
    assert.equal(bivariateNormalCdf(0.5, -Infinity, 0.3), 0)
    assert.equal(bivariateNormalCdf(Infinity, 0.5, 0.3), normalCdf(0.5))
    assert.equal(bivariateNormalCdf(0.5, Infinity, 0.3), normalCdf(0.5))
  })
  it('two correlated normals agree with integrating the conditional distribution', () => {
    const rule = gaussLegendre(20)
    for (const [h, k, r] of [
      [-1.2, 0.4, 0.7],
      [1, 2, -0.5],
      [-2, -1.9, 0.99],
    ] as const) {
      const conditional = (x: number): number => normalPdf(x) * normalCdf((k - r * x) / Math.sqrt(1 - r * r))
      const area = integrate(conditional, panelEdges(-9, h, [k / r], 0.2), rule)
      atMost(Math.abs(area - bivariateNormalCdf(h, k, r)), 1e-12)
    }
  })
  it('two correlated normals are symmetric, and lower and upper tail mirror each other', () => {
    const z = fc.double({ min: -5, max: 5, noNaN: true })
    fc.assert(
      fc.property(z, z, fc.double({ min: -1, max: 1, noNaN: true }), (h, k, r) => {
        const lower = bivariateNormalCdf(h, k, r)
        atMost(Math.abs(lower - bivariateNormalCdf(k, h, r)), 1e-9)
        assert.ok(lower >= 0 && lower <= Math.min(normalCdf(h), normalCdf(k)) + 1e-9)
        const upper = bivariateNormalUpperTail(h, k, r)
        atMost(Math.abs(upper - (1 - normalCdf(h) - normalCdf(k) + lower)), 1e-9)
      }),
      { numRuns: 200, seed: 5 },
    )
  })
})

describe('discrete distributions', () => {
  it('factorials are exact to the last digits around the end of the table', () => {
    let sum = 0
    for (let n = 1; n <= 60; n++) {
      sum += Math.log(n)
      atMost(Math.abs(logFactorial(n) - sum) / Math.max(1, sum), 1e-14)
    }
  })
  it('binomial probabilities of 100,000 people still sum to 1', () => {
    let sum = 0
    for (let k = 9_000; k <= 11_000; k++) sum += binomialPmf(k, 100_000, 0.1)
    atMost(Math.abs(sum - 1), 1e-8)
  })
  it('hypergeometric probabilities sum to 1 with the right mean', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 400 })
          .chain((size) => fc.tuple(fc.constant(size), fc.nat({ max: size }), fc.nat({ max: size }))),
        ([population, marked, drawn]) => {
          let [sum, mean] = [0, 0]
          for (let k = 0; k <= drawn; k++) {
            const chance = hypergeometricPmf(k, population, marked, drawn)
            sum += chance
            mean += k * chance
          }
          atMost(Math.abs(sum - 1), 1e-10)
          atMost(Math.abs(mean - (drawn * marked) / population), 1e-8)
        },
      ),
      { numRuns: 60, seed: 6 },
    )
  })
  it('certain and impossible draws', () => {
    assert.equal(binomialPmf(0, 5, 0), 1)
    assert.equal(binomialPmf(5, 5, 1), 1)
    assert.equal(binomialPmf(6, 5, 0.5), 0)
    assert.equal(binomialPmf(-1, 5, 0.5), 0)
    assert.equal(binomialPmf(1.5, 5, 0.5), 0)
    assert.equal(binomialPmf(1, 5, 0), 0)
    assert.equal(multinomialPmf([1, 0], [0, 1]), 0)
    assert.equal(multinomialPmf([0, 3], [0, 1]), 1)
  })
  it('a multinomial of two levels is the binomial', () => {
    atMost(Math.abs(multinomialPmf([3, 7], [0.2, 0.8]) - binomialPmf(3, 10, 0.2)), 1e-14)
  })
  it('refuses what is no probability', () => {
    assert.throws(() => binomialPmf(1, 5, 1.1), /chance must be a number between 0 and 1, got 1.1/)
    assert.throws(() => multinomialPmf([1], [0.5]), /sum to 1/)
    assert.throws(() => multinomialPmf([1, 2], [1]), RangeError)
  })
})

describe('quadrature', () => {
  it('integrates polynomials up to twice its nodes exactly', () => {
    const rule = gaussLegendre(5)
    const area = integrate((x) => x ** 8 + x ** 9, [-1, 1], rule)
    atMost(Math.abs(area - 2 / 9), 1e-15)
  })
  it('breaks at every kink inside', () => {
    assert.deepEqual(panelEdges(0, 4, [3, 9, 3, -1], 2), [0, 1.5, 3, 4])
    assert.deepEqual(panelEdges(0, 4, [4, 3, 1, 0], 9), [0, 1, 3, 4])
    assert.throws(() => gaussLegendre(0), RangeError)
    assert.throws(() => gaussLegendre(1.5), RangeError)
    assert.equal(
      integrate((x) => 3 * x, [0, 2], gaussLegendre(1)),
      6,
    )
  })
})
