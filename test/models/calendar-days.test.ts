import assert from 'node:assert/strict'
import fc from 'fast-check'
import { addMonths, dayNumber, isoDate, monthsTouched } from '../../server/models/calendar-days.ts'
import { meetingDates } from '../../server/models/meeting-dates.ts'

describe('calendar days', () => {
  it('counts as the calendar does, in every year from 0000 to 9999', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_528, max: 2_932_896 }), (day) => {
        const date = isoDate(day)
        assert.equal(dayNumber(date), day)
        assert.equal(new Date(day * 86_400_000).toISOString().slice(0, -14), date)
      }),
      { numRuns: 2_000, seed: 17 },
    )
  })
  it('knows leap years, and no days that do not exist', () => {
    assert.equal(dayNumber('1970-01-01'), 0)
    assert.notEqual(dayNumber('2000-02-29'), undefined)
    for (const text of [
      '1900-02-29',
      '2026-02-30',
      '2026-04-31',
      '2026-13-01',
      '2026-00-10',
      '2026-10-00',
      '2026-1-1',
      '12026-01-01',
      '',
      '2026-01-01T00:00',
    ]) {
      assert.equal(dayNumber(text), undefined, text)
    }
  })
  it('has no date before the year 0000 or after 9999, and no part of a day', () => {
    assert.throws(() => isoDate(-719_529), /not in the years 0000 to 9999/)
    assert.throws(() => isoDate(2_932_897), /not in the years 0000 to 9999/)
    assert.throws(() => isoDate(0.5), /whole number/)
  })
  it('a month after 31 January is the last day of February', () => {
    const monthsLater = (date: string, months: number) => isoDate(addMonths(dayNumber(date) ?? 0, months))
    assert.equal(monthsLater('2026-01-31', 1), '2026-02-28')
    assert.equal(monthsLater('2028-01-31', 1), '2028-02-29')
    assert.equal(monthsLater('2028-02-29', 12), '2029-02-28')
    assert.equal(monthsLater('2026-03-15', -4), '2025-11-15')
  })
  it('names the months that a period touches', () => {
    const months = monthsTouched(dayNumber('2025-12-31') ?? 0, dayNumber('2026-02-01') ?? 0)
    assert.deepEqual(
      months.map(({ name }) => name),
      ['2025-12', '2026-01', '2026-02'],
    )
    assert.deepEqual(monthsTouched(10, 9), [])
    const first = dayNumber('2026-02-01') ?? 0
    assert.deepEqual(
      monthsTouched(first, first).map(({ name }) => name),
      ['2026-02'],
    )
  })
})

describe('meetings by cadence', () => {
  it('every so many days, and the same day of the month every so many months', () => {
    assert.deepEqual(meetingDates({ first: '2026-01-05', every: 14, unit: 'days' }, '2026-02-02'), [
      '2026-01-05',
      '2026-01-19',
      '2026-02-02',
    ])
    assert.deepEqual(meetingDates({ first: '2026-01-15', every: 3, unit: 'months' }, '2026-08-01'), [
      '2026-01-15',
      '2026-04-15',
      '2026-07-15',
    ])
    assert.deepEqual(meetingDates({ first: '2026-01-31', every: 1, unit: 'months' }, '2026-04-01'), [
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
    ])
  })
  it('nothing before the first meeting, and no cadence of nothing', () => {
    assert.deepEqual(meetingDates({ first: '2026-03-01', every: 7, unit: 'days' }, '2026-01-01'), [])
    assert.throws(() => meetingDates({ first: '2026-03-01', every: 0, unit: 'days' }, '2026-04-01'), RangeError)
    assert.deepEqual(meetingDates({ first: 'soon', every: 7, unit: 'days' }, '2026-01-01'), {
      kind: 'not-a-date',
      text: 'soon',
    })
    assert.deepEqual(meetingDates({ first: '2026-01-01', every: 7, unit: 'days' }, 'later'), {
      kind: 'not-a-date',
      text: 'later',
    })
  })
})
