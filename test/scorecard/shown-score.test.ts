import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  changeText,
  comparedScoreText,
  scoreChange,
  scoreText,
  shownScore,
} from '../../server/scorecard/shown-score.ts'

const score = fc.double({ min: 0, max: 100, noNaN: true })

describe('a score that is shown', () => {
  it('is rounded to a whole number', () =>
    assert.deepEqual([81.4, 81.5, 0.2, 33.333, 64.5].map(scoreText), ['81', '82', '1', '33', '65']))
  it('is 100 only where nothing is lost', () => {
    assert.deepEqual([100, 99.999, 99.5, 98.6].map(scoreText), ['100', '99', '99', '99'])
    assert.deepEqual([100, 99.999, 99.94].map(comparedScoreText), ['100.0', '99.9', '99.9'])
  })
  it('is 0 only where nothing is left', () => {
    assert.deepEqual([0, 0.001, 0.4, 1.4].map(scoreText), ['0', '1', '1', '1'])
    assert.equal(comparedScoreText(0.01), '0.1')
  })
  it('takes sums of shares for what they are', () => {
    assert.equal(scoreText(100 - (10 / 3 + 10 / 3 + 10 / 3) * 10), '0')
    assert.equal(scoreText((700 / 7) * (1 - 2e-16)), '100')
  })
  it('is a dash where there is none', () =>
    assert.deepEqual([scoreText(undefined), comparedScoreText(undefined)], ['–', '–']))
  it('is never far from what it is, and never out of order', () =>
    fc.assert(
      fc.property(score, score, fc.constantFrom(0.1, 1, 10), (one, other, step) => {
        assert.ok(Math.abs(shownScore(one, step) - one) <= step)
        if (one <= other) assert.ok(shownScore(one, step) <= shownScore(other, step))
      }),
    ))
})

describe('the change between two scores', () => {
  it('has a sign and a digit after the point', () =>
    assert.deepEqual(
      [
        [80, 83.14],
        [83.14, 80],
        [80, 80.04],
      ].map(([before, now]) => changeText(scoreChange(before, now))),
      ['+3.1', '−3.1', '0'],
    ))
  it('is nothing where one of them is missing', () =>
    assert.deepEqual([changeText(scoreChange(undefined, 80)), changeText(scoreChange(80, undefined))], ['', '']))
  it('adds up with the scores beside it', () =>
    fc.assert(
      fc.property(score, score, (before, now) => {
        const sum = Number(comparedScoreText(before)) + (scoreChange(before, now) ?? Number.NaN)
        assert.equal(sum.toFixed(1), comparedScoreText(now))
      }),
    ))
})
