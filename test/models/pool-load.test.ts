import assert from 'node:assert/strict'
import { type PoolLoad, type PoolLoadInput, poolLoad } from '../../server/models/pool-load.ts'

function computed(input: PoolLoadInput): PoolLoad {
  const found = poolLoad(input)
  assert.ok(found.kind === 'computed', found.kind)
  return found
}

describe('M4 load of a pool', () => {
  const capacity = { amount: 10, unit: 'FTE' }
  const line = (amount: number, from?: string, to?: string) => ({ amount, unit: 'FTE', from, to })

  it('is allocated over capacity in the peak month; slack is what commitments and run work leave', () => {
    const found = computed({
      capacity,
      runWork: 2,
      allocations: [line(4, '2026-01-01', '2026-06-30'), line(5, '2026-03-01', '2026-04-30')],
    })
    assert.equal(found.peakMonth, '2026-03')
    assert.equal(found.load, 0.9)
    assert.equal(found.slack, -1)
    assert.deepEqual(found.months[0], { month: '2026-01', allocated: 4, load: 0.4, slack: 4 })
    assert.equal(found.months.length, 6)
  })
  it('best-effort work is load, and gives way to commitments', () => {
    const best = { ...line(9), workClass: 'best-effort' } as const
    const found = computed({ capacity, allocations: [line(4), best] })
    assert.equal(found.load, 1.3)
    assert.equal(found.slack, 6)
    assert.equal(found.peakMonth, undefined)
  })
  it('an allocation without an end counts whole months, not only the day that is declared', () => {
    const found = computed({ capacity, allocations: [line(6, '2026-04-30'), line(3, undefined, '2026-03-01')] })
    assert.equal(found.load, 0.6)
    assert.equal(found.peakMonth, '2026-05')
  })
  it('leaves out months that nothing touches, and counts one day of a month', () => {
    const found = computed({
      capacity,
      allocations: [line(3.1, '2026-01-31', '2026-01-31'), line(3.1, '2026-03-01', '2026-03-01')],
    })
    assert.deepEqual(
      found.months.map(({ month, allocated }) => [month, Number(allocated.toFixed(6))]),
      [
        ['2026-01', 0.1],
        ['2026-03', 0.1],
      ],
    )
    assert.equal(found.peakMonth, '2026-01')
  })
  it('an idle month leaves as much as run work does', () => {
    const found = computed({ capacity, runWork: 4, allocations: [line(0, '2026-01-01', '2026-01-31')] })
    assert.deepEqual([found.load, found.slack, found.peakMonth], [0, 6, undefined])
  })
  it('has no negative capacity, run work or allocation', () => {
    for (const wrong of [
      { capacity: { amount: -1, unit: 'FTE' }, allocations: [] },
      { capacity, runWork: -1, allocations: [] },
      { capacity, allocations: [line(-1)] },
    ])
      assert.throws(() => poolLoad(wrong), RangeError)
  })
  it('reports a text that is no date', () => {
    assert.deepEqual(poolLoad({ capacity, allocations: [line(1, '2026-02-30')] }), {
      kind: 'not-a-date',
      text: '2026-02-30',
    })
  })
  it('a pool without capacity has no load figure once anything is allocated', () => {
    const none = { amount: 0, unit: 'FTE' }
    assert.equal(computed({ capacity: none, allocations: [line(1)] }).load, undefined)
    assert.equal(computed({ capacity: none, allocations: [] }).load, 0)
    assert.equal(computed({ capacity, allocations: [] }).slack, 10)
  })
  it('never adds unlike units, and converts declared ones to the capacity’s', () => {
    const allocations = [{ amount: 400, unit: 'hours' }]
    assert.equal(poolLoad({ capacity, allocations }).kind, 'unlike-units')
    assert.equal(computed({ capacity, allocations, rates: { FTE: 160, hours: 1 } }).load, 0.25)
  })
})
