import assert from 'node:assert/strict'
import fc from 'fast-check'
import { prizeContest } from '../../server/models/prize-contest.ts'
import { atMost, seededNormal } from './figures.ts'

const prizesOf = (prizes: readonly [number, number][]) => prizes.map(([winners, prize]) => ({ winners, prize }))

describe('M2 prizes by rank', () => {
  it('2/7/1 of 10 at 15,000/8,000/0: own 3,009, each colleague −334', () => {
    const found = prizeContest({
      contestants: 10,
      prizes: prizesOf([
        [2, 15_000],
        [7, 8_000],
        [1, 0],
      ]),
    })
    assert.equal(found.own.toFixed(0), '3009')
    assert.equal(found.cross?.toFixed(0), '-334')
  })
  it('1/3/1 of 5 at 15,000/8,000/0: own 3,489, each colleague −872', () => {
    const found = prizeContest({
      contestants: 5,
      prizes: prizesOf([
        [1, 15_000],
        [3, 8_000],
        [1, 0],
      ]),
    })
    assert.equal(found.own.toFixed(0), '3489')
    assert.equal(found.cross?.toFixed(0), '-872')
  })
  it('two players, gap 7,000: 1,975, which is gap · g(0)', () => {
    const found = prizeContest({
      contestants: 2,
      prizes: prizesOf([
        [1, 15_000],
        [1, 8_000],
      ]),
    })
    assert.equal(found.own.toFixed(0), '1975')
    atMost(Math.abs(found.own - 7_000 / (2 * Math.sqrt(Math.PI))), 1e-8)
  })
  it('own and colleagues sum to nothing, and all expect the same prize', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 300 }),
        fc.array(fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 9_000 })), { maxLength: 4 }),
        (contestants, drawn) => {
          const prizes = prizesOf(drawn)
          const found = prizeContest({ contestants, prizes })
          const given = prizes.flatMap(({ winners, prize }) => Array<number>(winners).fill(prize))
          const paid = given.slice(0, contestants).reduce((a, b) => a + b, 0)
          atMost(Math.abs(found.expectedPrize * contestants - paid), 1e-6 * (1 + paid))
          atMost(Math.abs(found.own + (contestants - 1) * (found.cross ?? 0)), 1e-6 * (1 + paid))
        },
      ),
      { numRuns: 40, seed: 13 },
    )
  })
  it('holds for 5,000 contestants and 50 prizes', () => {
    const found = prizeContest({ contestants: 5_000, prizes: prizesOf([[50, 10_000]]) })
    atMost(Math.abs(found.expectedPrize - 100), 1e-6)
    atMost(Math.abs(found.own + 4_999 * (found.cross ?? 0)), 1e-5)
  })
  it('agrees with sampling', () => {
    const normal = seededNormal(14)
    const [samples, prizes] = [60_000, [15_000, 8_000, 8_000, 8_000, 0]]
    let [sum, squares] = [0, 0]
    for (let sample = 0; sample < samples; sample++) {
      const mine = normal()
      const above = Array.from({ length: 4 }, normal).filter((other) => other > mine).length
      const gain = ((prizes[above] ?? 0) - 7_800) * mine
      sum += gain
      squares += gain * gain
    }
    const mean = sum / samples
    const error = Math.sqrt((squares / samples - mean * mean) / samples)
    const { own } = prizeContest({
      contestants: 5,
      prizes: prizesOf([
        [1, 15_000],
        [3, 8_000],
      ]),
    })
    atMost(Math.abs(mean - own), 4 * error)
  })
  it('one contestant has won, nobody has nothing to win', () => {
    const prizes = prizesOf([[1, 500]])
    const alone = prizeContest({ contestants: 1, prizes })
    assert.deepEqual([alone.expectedPrize, alone.own, alone.cross], [500, 0, undefined])
    assert.equal(prizeContest({ contestants: 0, prizes }).expectedPrize, 0)
    assert.deepEqual(alone.assumptions, { contestants: 1, noise: 'normal' })
  })
  it('a prize for everyone moves nobody', () => {
    const found = prizeContest({ contestants: 6, prizes: prizesOf([[6, 500]]) })
    atMost(Math.abs(found.own), 1e-9)
    atMost(Math.abs(found.cross ?? 1), 1e-9)
  })
})
