import assert from 'node:assert/strict'
import fc from 'fast-check'
import { number, ratioText } from '../../server/rules/figure.ts'

describe('a number in a message', () => {
  it('is written as English does, with no more digits than asked', () => {
    const written = [
      [0, 2],
      [-0.001, 2],
      [12.5, 1],
      [999.995, 2],
      [1234, 0],
      [-1234567.891, 2],
      [86400, 0],
      [2.5e21, 0],
      [0.0000004, 10],
    ].map(([value = 0, digits = 0]) => number(value, digits))
    const expected = ['0', '0', '12.5', '1,000', '1,234', '-1,234,567.89', '86,400']
    assert.deepEqual(written, [...expected, '2,500,000,000,000,000,000,000', '0.0000004'])
  })
  it('is what the language itself would write', () => {
    const amounts = fc.oneof(fc.double({ noDefaultInfinity: true, noNaN: true, min: -1e9, max: 1e9 }), fc.integer())
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 10 }), (value, digits) => {
        const rounded = Number(value.toFixed(digits))
        const format = new Intl.NumberFormat('en-US', { maximumFractionDigits: digits })
        assert.equal(number(value, digits), format.format(rounded === 0 ? 0 : rounded))
      }),
      { numRuns: 500 },
    )
  })
  it('shows the first digit of a small quotient', () => {
    assert.deepEqual([0, -0.14, 0.005, -0.0009, 1e-12].map(ratioText), ['0', '-0.14', '0.01', '-0.0009', '0'])
  })
})
