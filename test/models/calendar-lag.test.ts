import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type CalendarLag, type CalendarLagInput, calendarLag } from '../../server/models/calendar-lag.ts'
import { atMost } from './figures.ts'

/** The days of 2026, counted from 1, as ISO dates. */
const of2026 = (days: readonly number[]) =>
  days.map((day) => new Date(Date.UTC(2025, 11, 31 + day)).toISOString().slice(0, 10))
const jointDays = [15, 106, 197, 288]
const shifted = (by: number) => of2026(jointDays.map((day) => day + by))

function computed(input: CalendarLagInput): CalendarLag {
  const found = calendarLag(input)
  assert.ok(found.kind === 'computed', found.kind)
  return found
}

describe('M5 calendar lag: a joint committee on days 15, 106, 197 and 288', () => {
  const joint = of2026(jointDays)
  const tenDaysLater = () => computed({ internal: shifted(10), joint, order: 'internal-first', leadDays: 10 })

  it('an internal board 10 days after each: a decision waits 81 days', () => {
    assert.equal(tenDaysLater().meanDays.toFixed(0), '81')
    assert.deepEqual(
      tenDaysLater()
        .waits.slice(0, 3)
        .map(({ days }) => days),
      [81, 81, 81],
    )
  })
  it('10 days before: it waits 10', () => {
    const before = computed({ internal: shifted(-10), joint, order: 'internal-first' })
    assert.equal(before.meanDays, 10)
    assert.equal(before.worstDays, 10)
  })
  it('so moving one date removes 71 days', () => {
    const [first] = tenDaysLater().moves
    assert.deepEqual(first, { meeting: '2026-01-25', to: '2026-01-05', moveDays: -20, savedDays: 71 })
  })
  it('and moving all of them removes 71 days on average', () => {
    assert.equal(tenDaysLater().bestShift?.shiftDays, -20)
    assert.equal(tenDaysLater().bestShift?.meanDays, 10)
    assert.equal(tenDaysLater().bestShift?.savedDays.toFixed(0), '71')
  })
  it('the last meeting of the year waits for the first of the next: 82 days, since a year has 365', () => {
    assert.deepEqual(tenDaysLater().waits.at(-1), { after: '2026-10-25', until: '2027-01-15', days: 82 })
    assert.equal(tenDaysLater().worstDays, 82)
    assert.equal(tenDaysLater().assumptions.repeatsYearly, true)
  })
  it('the other way round a joint decision waits 10 days to be ratified', () => {
    const ratified = computed({ internal: shifted(10), joint, order: 'joint-first' })
    assert.equal(ratified.meanDays, 10)
  })
  it('the best move is the one that saves most', () => {
    assert.deepEqual(tenDaysLater().bestMove, { meeting: '2026-10-25', to: '2026-10-05', moveDays: -20, savedDays: 72 })
  })
})

describe('M5 calendar lag at its edges', () => {
  it('on the same day nothing waits, unless papers need their days', () => {
    const both = { internal: ['2026-03-01'], joint: ['2026-03-01'], order: 'internal-first' } as const
    assert.equal(computed(both).meanDays, 0)
    assert.equal(computed(both).bestShift, undefined)
    assert.equal(computed(both).bestMove, undefined)
    assert.equal(computed({ ...both, leadDays: 5 }).meanDays, 365)
  })
  it('where more than a year is declared, a meeting that nothing follows has no wait', () => {
    const found = computed({
      internal: ['2026-06-01', '2027-12-01'],
      joint: ['2026-06-10', '2027-06-10'],
      order: 'internal-first',
    })
    assert.deepEqual(found.waits, [{ after: '2026-06-01', until: '2026-06-10', days: 9 }])
    assert.equal(found.assumptions.repeatsYearly, false)
  })
  it('says of the body that is waited for whether its dates come back every year', () => {
    const both = { internal: ['2026-03-01'], joint: ['2026-01-10', '2027-03-10'] }
    assert.equal(computed({ ...both, order: 'internal-first' }).assumptions.repeatsYearly, false)
    assert.equal(computed({ ...both, order: 'joint-first' }).assumptions.repeatsYearly, true)
  })
  it('a body without meetings gives no figure', () => {
    const none = { internal: [], joint: ['2026-06-10'], order: 'internal-first' } as const
    assert.deepEqual(calendarLag(none), { kind: 'no-meetings' })
    assert.deepEqual(calendarLag({ ...none, order: 'joint-first' }), { kind: 'no-meetings' })
    assert.deepEqual(calendarLag({ ...none, internal: ['tomorrow'] }), { kind: 'not-a-date', text: 'tomorrow' })
  })
  it('moves an approval only earlier: a later one waits less and concludes no sooner', () => {
    const found = computed({ internal: ['2026-03-01'], joint: ['2026-03-20'], order: 'internal-first' })
    assert.deepEqual([found.bestShift, found.moves], [undefined, []])
  })
  it('moves a ratification later where it just misses the joint meeting', () => {
    const found = computed({ internal: ['2026-03-01', '2026-09-01'], joint: ['2026-03-04'], order: 'joint-first' })
    assert.deepEqual(found.bestMove, { meeting: '2026-03-01', to: '2026-03-04', moveDays: 3, savedDays: 181 })
  })
  it('no ratification is moved to before the decision that it ratifies, although fewer decisions wait less', () => {
    const found = computed({
      internal: ['2025-01-01', '2026-03-11'],
      joint: ['2026-01-10', '2026-03-06'],
      order: 'joint-first',
    })
    assert.deepEqual(found.bestMove, { meeting: '2026-03-11', to: '2026-03-06', moveDays: -5, savedDays: 10 })
  })
  it('a ratification is moved as far as allowed either way', () => {
    const within = (maxShiftDays: number, internal: string) =>
      computed({ internal: [internal], joint: ['2026-03-04'], order: 'joint-first', maxShiftDays }).bestMove?.moveDays
    assert.deepEqual([within(3, '2026-03-01'), within(2, '2026-03-01')], [3, -2])
    assert.deepEqual([within(4, '2026-03-08'), within(3, '2026-03-08')], [-4, -3])
  })
  it('a move no longer than allowed', () => {
    const found = computed({
      internal: shifted(10),
      joint: of2026(jointDays),
      order: 'internal-first',
      maxShiftDays: 9,
    })
    assert.equal(found.bestShift, undefined)
  })
  it('a move as long as allowed, and not a day longer', () => {
    const within = (maxShiftDays: number) =>
      computed({ internal: shifted(10), joint: of2026(jointDays), order: 'internal-first', leadDays: 10, maxShiftDays })
    assert.equal(within(20).bestShift?.shiftDays, -20)
    assert.deepEqual([within(19).bestShift, within(19).bestMove], [undefined, undefined])
  })
  it('of two moves that save as much names the shorter, and of two that are as short the earlier', () => {
    const bestOf = (internal: readonly number[], joint: readonly number[]) =>
      computed({ internal: of2026(internal), joint: of2026(joint), order: 'internal-first' }).bestMove
    assert.deepEqual(bestOf([20, 120], [14, 115, 215]), {
      meeting: '2026-04-30',
      to: '2026-04-25',
      moveDays: -5,
      savedDays: 95,
    })
    assert.deepEqual(bestOf([20, 120], [15, 115, 215]), {
      meeting: '2026-01-20',
      to: '2026-01-15',
      moveDays: -5,
      savedDays: 95,
    })
  })
  it('papers that need exactly the days between the meetings arrive in time', () => {
    const both = { internal: ['2026-03-01'], joint: ['2026-03-11'], order: 'internal-first' } as const
    assert.equal(computed({ ...both, leadDays: 10 }).meanDays, 10)
    assert.equal(computed({ ...both, leadDays: 11 }).meanDays, 375)
  })
  it('takes days of papers and of shifts from 0 to 365', () => {
    const both = { internal: ['2026-03-01'], joint: ['2026-03-11'], order: 'internal-first' } as const
    assert.doesNotThrow(() => computed({ ...both, leadDays: 365, maxShiftDays: 365 }))
    for (const wrong of [{ leadDays: 366 }, { leadDays: -1 }, { leadDays: 0.5 }, { maxShiftDays: 366 }])
      assert.throws(() => calendarLag({ ...both, ...wrong }), RangeError)
    assert.throws(
      () => calendarLag({ ...both, leadDays: 366 }),
      /leadDays must be a whole number between 0 and 365, got 366/,
    )
  })
  it('reports a text that is no date, of either body', () => {
    const dated = { internal: ['2026-03-01'], joint: ['2026-03-11'], order: 'internal-first' } as const
    assert.deepEqual(calendarLag({ ...dated, joint: ['2026-02-30'] }), { kind: 'not-a-date', text: '2026-02-30' })
  })
  it('waits are never negative, order does not matter, and advice holds when followed', () => {
    const dates = fc.array(fc.integer({ min: 1, max: 330 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(
        dates,
        dates,
        fc.constantFrom('internal-first' as const, 'joint-first' as const),
        (inner, outer, order) => {
          const input = { internal: of2026(inner), joint: of2026(outer), order }
          const found = computed(input)
          assert.ok(found.waits.every(({ days }) => days >= 0 && days <= 366))
          assert.ok(found.meanDays <= found.worstDays)
          assert.deepEqual(computed({ ...input, internal: input.internal.toReversed() }), found)
          if (found.bestShift === undefined) return
          const { shiftDays, meanDays } = found.bestShift
          const followed = computed({ ...input, internal: of2026([...new Set(inner)].map((day) => day + shiftDays)) })
          atMost(Math.abs(followed.meanDays - meanDays), 1e-9)
        },
      ),
      { numRuns: 60, seed: 18 },
    )
  })
})
