import assert from 'node:assert/strict'
import { jumpsOf, kinksOf, type PayoutTerms, payoutAt, payoutCurve, slopeAt } from '../../server/models/payout-curve.ts'
import { atMost } from './figures.ts'

describe('payout curve of a measure', () => {
  const paid = (terms: PayoutTerms, expected: readonly [number, number][]): void => {
    const curve = payoutCurve(terms)
    for (const [result, pays] of expected) {
      const found = payoutAt(curve, result / 100) * 100
      atMost(Math.abs(found - pays), 1e-9)
    }
  }
  it('without terms pays in proportion, exactly and without a kink', () => {
    const curve = payoutCurve({})
    assert.deepEqual(kinksOf(curve), [])
    assert.equal(payoutAt(curve, 1), 1)
    assert.equal(slopeAt(curve, 1), 1)
  })
  it('jumps where a threshold or a retroactive accelerator makes a step, and bends elsewhere', () => {
    const steps = (terms: PayoutTerms) =>
      jumpsOf(payoutCurve(terms)).map(({ at, by }) => [Math.round(at * 100), Math.round(by * 1000) / 10])
    assert.deepEqual(steps({}), [])
    assert.deepEqual(steps({ threshold: { atPercent: 80, paysPercent: 50 } }), [[80, 50]])
    assert.deepEqual(steps({ threshold: { atPercent: 60, paysPercent: 0 }, capPercent: 150 }), [])
    assert.deepEqual(steps({ threshold: { atPercent: 100 }, accelerators: [{ abovePercent: 110, times: 3 }] }), [
      [100, 100],
    ])
    assert.deepEqual(steps({ accelerators: [{ abovePercent: 110, times: 1.5, retroactive: true }] }), [[110, 55]])
  })
  it('threshold, target and maximum', () => {
    paid(
      {
        threshold: { atPercent: 80, paysPercent: 50 },
        maximum: { atPercent: 120, paysPercent: 200 },
      },
      [
        [79.9, 0],
        [80, 50],
        [90, 75],
        [100, 100],
        [110, 150],
        [120, 200],
        [300, 200],
      ],
    )
  })
  it('a threshold without a payout pays in proportion from there on', () => {
    paid({ threshold: { atPercent: 80 } }, [
      [79, 0],
      [80, 80],
      [100, 100],
      [130, 130],
    ])
  })
  it('a threshold at target is a cliff', () => {
    paid({ threshold: { atPercent: 100 } }, [
      [99.9, 0],
      [100, 100],
      [120, 120],
    ])
  })
  it('accelerators multiply each further point, the highest level reached holds', () => {
    const accelerators = [
      { abovePercent: 120, times: 3 },
      { abovePercent: 100, times: 2 },
    ]
    paid({ accelerators }, [
      [100, 100],
      [110, 120],
      [120, 140],
      [130, 170],
    ])
  })
  it('a retroactive accelerator is a cliff: it multiplies what was earned below', () => {
    const accelerators = [{ abovePercent: 110, times: 2, retroactive: true }]
    paid({ accelerators }, [
      [109, 109],
      [110, 220],
      [120, 240],
    ])
  })
  it('a cap at target stops there, even over an accelerator', () => {
    paid({ capPercent: 100 }, [
      [99, 99],
      [100, 100],
      [150, 100],
    ])
    paid({ capPercent: 130, accelerators: [{ abovePercent: 100, times: 2 }] }, [
      [110, 120],
      [115, 130],
      [120, 130],
    ])
  })
  it('a maximum at target is a cap', () => {
    paid({ maximum: { atPercent: 100 } }, [
      [99, 99],
      [100, 100],
      [150, 100],
    ])
  })
  it('a floor pays below the threshold too', () => {
    paid({ floorPercent: 60, threshold: { atPercent: 80, paysPercent: 50 } }, [
      [10, 60],
      [80, 60],
      [84, 60],
      [90, 75],
    ])
  })
  it('a cap of 0 pays nothing, and a threshold of 0 asks for nothing', () => {
    paid({ capPercent: 0 }, [
      [50, 0],
      [150, 0],
    ])
    paid({ threshold: { atPercent: 0 } }, [
      [50, 50],
      [100, 100],
    ])
  })
  it('refuses a maximum below target', () => {
    assert.throws(
      () => payoutCurve({ maximum: { atPercent: 90 } }),
      /maximum.atPercent must be a number at least 100, got 90/,
    )
  })
})
