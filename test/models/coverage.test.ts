import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  type CoverageByMonth,
  type CoverageByMonthInput,
  coverage,
  coverageByMonth,
} from '../../server/models/coverage.ts'
import type { DatedAmount } from '../../server/models/dated-amounts.ts'
import { atMost, percent } from './figures.ts'

const fte = (amount: number, from?: string, to?: string): DatedAmount => ({ amount, unit: 'FTE', from, to })

function computed(input: CoverageByMonthInput): CoverageByMonth {
  const found = coverageByMonth(input)
  assert.ok(found.kind === 'computed', found.kind)
  return found
}

describe('M4 coverage of commitments', () => {
  it('commitments 3.0/2.5/1.5, allocations 2.0/1.0/1.5: 64.3 %, gap 2.5 FTE', () => {
    const found = coverage([
      { committed: 3, allocated: 2 },
      { committed: 2.5, allocated: 1 },
      { committed: 1.5, allocated: 1.5 },
    ])
    assert.equal(percent(found.share), '64.3 %')
    assert.equal(found.gap, 2.5)
  })
  it('the same three amounts in three months: 64.3 %, gap 2.5, uncovered January and February', () => {
    const months = [
      ['2026-01-01', '2026-01-31'],
      ['2026-02-01', '2026-02-28'],
      ['2026-03-01', '2026-03-31'],
    ] as const
    const over = (amounts: readonly number[]) => months.map(([from, to], index) => fte(amounts[index] ?? 0, from, to))
    const found = computed({ commitments: over([3, 2.5, 1.5]), allocations: over([2, 1, 1.5]) })
    assert.equal(percent(found.share), '64.3 %')
    assert.equal(found.gap, 2.5)
    assert.equal(found.firstUncovered, '2026-01')
    assert.equal(found.lastUncovered, '2026-02')
    assert.equal(found.largestMonthlyGap, 1.5)
    assert.deepEqual(found.months[1], { month: '2026-02', committed: 2.5, allocated: 1, gap: 1.5 })
  })
  it('too much in one month does not make up for another', () => {
    const found = computed({
      commitments: [fte(1, '2026-01-01', '2026-02-28')],
      allocations: [fte(2, '2026-01-01', '2026-01-31')],
    })
    assert.equal(found.share, 0.5)
    assert.equal(found.gap, 1)
  })
  it('a partial month counts by its share of days: 15 of the 30 days of April', () => {
    const found = computed({
      commitments: [fte(2, '2026-04-01', '2026-04-30')],
      allocations: [fte(2, '2026-04-16', '2026-04-30')],
    })
    assert.equal(found.share, 0.5)
    assert.equal(found.gap, 1)
    const half = computed({
      commitments: [fte(2, '2026-04-16', '2026-04-30')],
      allocations: [fte(2, '2026-04-16', '2026-05-31')],
    })
    assert.equal(half.share, 1)
    assert.equal(half.months.length, 1)
  })
  it('a total is spread over its days: 365,000 over 2026 is 31,000 in January', () => {
    const found = computed({
      commitments: [{ amount: 365_000, unit: 'EUR', from: '2026-01-01', to: '2026-12-31', per: 'period' }],
      allocations: [],
    })
    assert.equal(found.months[0]?.committed, 31_000)
    assert.equal(found.share, 0)
    atMost(Math.abs(found.gap - 365_000), 1e-6)
  })
  it('an allocation without an end lasts as long as the commitment, and the other way round', () => {
    const bounded = computed({ commitments: [fte(1, '2026-01-01', '2026-06-30')], allocations: [fte(1, '2026-03-01')] })
    assert.equal(bounded.months.length, 6)
    assert.equal(bounded.lastUncovered, '2026-02')
    const open = computed({ commitments: [fte(1, '2026-01-01')], allocations: [fte(1, '2026-03-01', '2026-08-31')] })
    assert.equal(open.months.length, 8)
  })
  it('a horizon such as the agreement’s term bounds what has no end, and nothing else does', () => {
    const openBoth = { commitments: [fte(1, '2026-01-01')], allocations: [fte(1, '2026-03-01')] }
    assert.deepEqual(coverageByMonth(openBoth), { kind: 'unbounded' })
    const found = computed({ ...openBoth, horizon: { to: '2026-12-31' } })
    assert.equal(found.months.length, 12)
    assert.equal(found.gap, 2)
  })
  it('counts from the first day that anything is promised to the last, in whichever order it is declared', () => {
    const found = computed({
      commitments: [fte(1, '2026-03-01', '2026-04-30'), fte(2, '2026-01-01', '2026-02-28')],
      allocations: [fte(1, '2026-03-01', '2026-06-30')],
    })
    assert.deepEqual(
      found.months.map(({ month, gap }) => [month, gap]),
      [
        ['2026-01', 2],
        ['2026-02', 2],
        ['2026-03', 0],
        ['2026-04', 0],
      ],
    )
    assert.equal(percent(found.share), '33.3 %')
    assert.deepEqual([found.firstUncovered, found.lastUncovered], ['2026-01', '2026-02'])
  })
  it('what ends and never began has no months', () => {
    assert.deepEqual(coverageByMonth({ commitments: [fte(1, undefined, '2026-02-28')], allocations: [] }), {
      kind: 'unbounded',
    })
    assert.deepEqual(coverageByMonth({ commitments: [fte(1, '2026-01-01')], allocations: [] }), { kind: 'unbounded' })
  })
  it('without any date the amounts are compared as they stand', () => {
    const found = computed({ commitments: [fte(3)], allocations: [fte(2)] })
    assert.equal(percent(found.share), '66.7 %')
    assert.equal(found.gap, 1)
    assert.deepEqual(found.months, [])
  })
  it('nothing committed is covered, nothing allocated is not', () => {
    assert.deepEqual(computed({ commitments: [], allocations: [] }).months, [])
    assert.deepEqual(coverage([]), { share: 1, gap: 0 })
    assert.equal(computed({ commitments: [], allocations: [fte(1, '2026-01-01')] }).share, 1)
    const found = computed({ commitments: [fte(1, '2026-01-01', '2026-02-28')], allocations: [] })
    assert.equal(found.share, 0)
    assert.equal(found.gap, 2)
    assert.equal(computed({ commitments: [fte(0, '2026-01-01', '2026-02-28')], allocations: [] }).share, 1)
  })
  it('never adds unlike currencies, unless rates are declared', () => {
    const input = {
      commitments: [{ amount: 100, unit: 'EUR', from: '2026-01-01', to: '2026-01-31' }],
      allocations: [{ amount: 50, unit: 'USD', from: '2026-01-01', to: '2026-01-31' }],
    }
    assert.deepEqual(coverageByMonth(input), { kind: 'unlike-units', units: ['EUR', 'USD'] })
    assert.equal(coverageByMonth({ ...input, rates: { EUR: 1 } }).kind, 'unlike-units')
    const found = computed({ ...input, rates: { EUR: 1.25, USD: 1 } })
    assert.equal(found.unit, 'EUR')
    assert.equal(found.months[0]?.allocated, 40)
    assert.equal(found.gap, 60)
  })
  it('reports a text that is no date as it stands', () => {
    const found = coverageByMonth({ commitments: [fte(1, '2026-02-30')], allocations: [] })
    assert.deepEqual(found, { kind: 'not-a-date', text: '2026-02-30' })
  })
  it('reports what is no date at the horizon and among allocations', () => {
    const commitments = [fte(1, '2026-01-01', '2026-03-31')]
    const wrong = { kind: 'not-a-date', text: '2026-02-30' }
    assert.deepEqual(coverageByMonth({ commitments, allocations: [fte(1, '2026-01-01', '2026-02-30')] }), wrong)
    for (const horizon of [{ from: '2026-02-30' }, { to: '2026-02-30' }])
      assert.deepEqual(coverageByMonth({ commitments, allocations: [], horizon }), wrong)
  })
  it('a horizon alone gives dates to amounts that have none', () => {
    const undated = { commitments: [fte(2)], allocations: [fte(1)] }
    const found = computed({ ...undated, horizon: { from: '2026-01-01', to: '2026-02-28' } })
    assert.deepEqual([found.months.length, found.gap], [2, 2])
    assert.deepEqual(computed({ ...undated, horizon: { from: '2026-01-01' } }).months, [])
    assert.deepEqual(coverageByMonth({ ...undated, allocations: [fte(1, '2026-01-01')] }), { kind: 'unbounded' })
  })
  it('what is promised after the horizon is not missed in it', () => {
    const found = computed({ commitments: [fte(1, '2027-01-01')], allocations: [], horizon: { to: '2026-12-31' } })
    assert.deepEqual([found.share, found.gap, found.months], [1, 0, []])
  })
  it('has no negative amounts', () => {
    assert.throws(() => coverage([{ committed: -1, allocated: 0 }]), RangeError)
    assert.throws(() => coverage([{ committed: 0, allocated: -1 }]), RangeError)
    assert.throws(() => coverageByMonth({ commitments: [fte(-1)], allocations: [] }), RangeError)
  })
  it('takes a gap of a billionth for rounding, and a larger one for a gap', () => {
    const short = (by: number) => computed({ commitments: [fte(1)], allocations: [fte(1 - by)] })
    assert.deepEqual([short(1e-10).share, short(1e-10).gap], [1, 0])
    assert.ok(short(1e-8).gap > 0 && short(1e-8).share < 1)
  })
  it('names no month and no gap where all is covered', () => {
    const one = [fte(1, '2026-01-01', '2026-02-28')]
    const found = computed({ commitments: one, allocations: one })
    assert.deepEqual([found.firstUncovered, found.lastUncovered, found.largestMonthlyGap], [undefined, undefined, 0])
  })
  it('lies within 0 and 1, and grows with what is allocated', () => {
    const day = fc
      .integer({ min: 1, max: 28 })
      .chain((date) =>
        fc
          .integer({ min: 1, max: 12 })
          .map((month) => `2026-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`),
      )
    const line = fc
      .tuple(fc.double({ min: 0, max: 9, noNaN: true }), day, day)
      .map(([amount, one, two]) => (one < two ? fte(amount, one, two) : fte(amount, two, one)))
    const lines = fc.array(line, { maxLength: 4 })
    fc.assert(
      fc.property(lines, lines, line, (commitments, allocations, more) => {
        const found = computed({ commitments, allocations })
        assert.ok(found.share >= 0 && found.share <= 1)
        assert.ok(found.gap >= 0)
        const raised = computed({ commitments, allocations: [...allocations, more] })
        assert.ok(raised.share >= found.share - 1e-9 && raised.gap <= found.gap + 1e-9)
        assert.equal(computed({ commitments, allocations: commitments }).share, 1)
      }),
      { numRuns: 150, seed: 16 },
    )
  })
})
