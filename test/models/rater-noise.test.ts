import assert from 'node:assert/strict'
import fc from 'fast-check'
import { normalQuantile } from '../../server/models/normal-distribution.ts'
import { ratedTail, spearmanBrown } from '../../server/models/rater-noise.ts'
import { atMost, ratio, seededNormal } from './figures.ts'

describe('M1 rater noise', () => {
  const table: readonly [number, number, string][] = [
    [0.1, 0.45, '.44'],
    [0.1, 0.52, '.486'],
    [0.1, 0.61, '.54'],
    [0.1, 0.8, '.680'],
    [0.2, 0.52, '.580'],
    [0.05, 0.52, '.412'],
  ]
  for (const [share, reliability, expected] of table) {
    it(`rated in the bottom ${share * 100} % at reliability ${reliability}: truly there ${expected}`, () => {
      const { precision } = ratedTail(share, reliability)
      assert.equal(ratio(precision, expected.length - 1), expected)
      assert.deepEqual(ratedTail(share, reliability).assumptions, { reliability, noise: 'normal' })
    })
  }

  it('1, 2, 3 and 5 raters at .52 have reliability .52, .68, .76 and .84', () => {
    const found = [1, 2, 3, 5].map((raters) => ratio(spearmanBrown(raters, 0.52), 2))
    assert.deepEqual(found, ['.52', '.68', '.76', '.84'])
  })

  it('agrees with sampling ratings', () => {
    const normal = seededNormal(7)
    const cut = normalQuantile(0.1)
    let [rated, both] = [0, 0]
    for (let person = 0; person < 200_000; person++) {
      const truth = normal()
      if (Math.sqrt(0.52) * truth + Math.sqrt(0.48) * normal() > cut) continue
      rated++
      if (truth <= cut) both++
    }
    atMost(Math.abs(both / rated - ratedTail(0.1, 0.52).precision), 0.012)
  })

  it('no noise means no error, pure noise means chance', () => {
    assert.equal(ratedTail(0.1, 1).precision, 1)
    atMost(Math.abs(ratedTail(0.1, 0).precision - 0.1), 1e-12)
    assert.equal(ratedTail(0, 0.5).precision, 1)
    assert.equal(ratedTail(1, 0.5).precision, 1)
    assert.equal(spearmanBrown(0, 1), 0)
  })

  it('more reliability never labels worse', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), unit, unit, (share, a, b) => {
        const less = ratedTail(share, Math.min(a, b)).precision
        const more = ratedTail(share, Math.max(a, b)).precision
        assert.ok(less <= more + 1e-9)
        assert.ok(less >= share - 1e-9 && more <= 1)
      }),
      { numRuns: 100, seed: 3 },
    )
  })
})
