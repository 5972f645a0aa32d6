import assert from 'node:assert/strict'
import { dayNumber, isoDate } from '../../server/models/calendar-days.ts'
import { repeatsYearly, totalDays, waits } from '../../server/models/meeting-waits.ts'

const days = (dates: readonly string[]) => dates.map((date) => dayNumber(date) ?? Number.NaN)

/** From which meeting to which, as dates. */
function waitsBetween(first: readonly string[], second: readonly string[], leadDays = 0): readonly string[] {
  return waits(days(first), days(second), leadDays).map(({ from, to }) => `${isoDate(from)} to ${isoDate(to)}`)
}

describe('M5 waits between two bodies', () => {
  it('go by date, in whichever order meetings are declared', () => {
    const expected = ['2026-01-10 to 2026-01-20', '2026-05-10 to 2027-06-20']
    assert.deepEqual(waitsBetween(['2026-05-10', '2026-01-10'], ['2027-06-20', '2026-01-20']), expected)
    assert.deepEqual(waitsBetween(['2026-01-10', '2026-05-10'], ['2026-01-20', '2027-06-20']), expected)
  })
  it('go on with dates that come back every year, before and after those declared', () => {
    const found = waitsBetween(['2029-07-01', '2022-03-01', '2026-12-31'], ['2026-06-15', '2026-02-28'])
    assert.deepEqual(found, ['2022-03-01 to 2022-06-15', '2026-12-31 to 2027-02-28', '2029-07-01 to 2030-02-28'])
  })
  it('end where dates are declared for more than a year and none follows', () => {
    assert.deepEqual(waitsBetween(['2027-02-01', '2026-12-01'], ['2026-01-15', '2027-01-15']), [
      '2026-12-01 to 2027-01-15',
    ])
  })
  it('leave papers their days', () => {
    assert.deepEqual(waitsBetween(['2026-01-10'], ['2026-01-20', '2026-02-20'], 10), ['2026-01-10 to 2026-01-20'])
    assert.deepEqual(waitsBetween(['2026-01-10'], ['2026-01-20', '2026-02-20'], 11), ['2026-01-10 to 2026-02-20'])
  })
  it('are none without meetings', () => {
    assert.deepEqual(waitsBetween([], ['2026-01-20']), [])
    assert.deepEqual(waitsBetween(['2026-01-20'], []), [])
    assert.equal(totalDays([]), 0)
  })
  it('364 days from first to last come back every year, 365 do not, and no meeting does', () => {
    assert.equal(repeatsYearly([0, 364]), true)
    assert.equal(repeatsYearly([365, 0]), false)
    assert.equal(repeatsYearly([]), false)
  })
})
