import assert from 'node:assert/strict'
import { readCalendar } from '../../server/importing/meetings.ts'

const calendar = (...events: readonly string[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((event) => ['BEGIN:VEVENT', event, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n')

const read = (text: string, year = 2027) => {
  const found = readCalendar(text, year)
  assert('meetings' in found, JSON.stringify(found))
  return found
}

const series = `UID:board
DTSTART;TZID=Europe/Berlin:20260115T090000
DTEND;TZID=Europe/Berlin:20260115T123000
RRULE:FREQ=MONTHLY;INTERVAL=3;BYDAY=3TH
EXDATE;TZID=Europe/Berlin:20270715T090000
SUMMARY:Portfolio
  board`

const moved = `UID:board
RECURRENCE-ID;TZID=Europe/Berlin:20270415T090000
DTSTART;TZID=Europe/Berlin:20270420T090000
DTEND;TZID=Europe/Berlin:20270420T123000
SUMMARY:Portfolio board`

describe('a calendar file', () => {
  it('gives the dates of a series, without those left out, with those moved where they were moved to', () => {
    assert.deepEqual(read(calendar(series, moved)).meetings, [
      { title: 'Portfolio board', dates: ['2027-01-21', '2027-04-20', '2027-10-21'], durationHours: 3.5 },
    ])
  })
  it('gives only the meetings of the year', () => {
    assert.deepEqual(read(calendar(series), 2026).meetings[0]?.dates, [
      '2026-01-15',
      '2026-04-16',
      '2026-07-16',
      '2026-10-15',
    ])
    assert.deepEqual(read(calendar(series), 2025).meetings, [])
  })
  it('leaves out what was cancelled, alone or within a series', () => {
    const single = 'UID:a\nDTSTART:20270301T100000Z\nSUMMARY:Council\nSTATUS:CANCELLED'
    assert.deepEqual(read(calendar(single)).meetings, [])
    assert.deepEqual(read(calendar(series, `${moved}\nSTATUS:CANCELLED`)).meetings[0]?.dates, [
      '2027-01-21',
      '2027-10-21',
    ])
  })
  it('gives what lasts several whole days with its first and last day', () => {
    const shutdown = 'UID:s\nDTSTART;VALUE=DATE:20270802\nDTEND;VALUE=DATE:20270814\nSUMMARY:Summer shutdown'
    assert.deepEqual(read(calendar(shutdown)).spans, [
      { title: 'Summer shutdown', from: '2027-08-02', to: '2027-08-13' },
    ])
  })
  it('counts a whole day as a meeting without a length', () => {
    const day = 'UID:d\nDTSTART;VALUE=DATE:20270802\nSUMMARY:Strategy day'
    assert.deepEqual(read(calendar(day)).meetings, [
      { title: 'Strategy day', dates: ['2027-08-02'], durationHours: undefined },
    ])
  })
  it('keeps nobody waiting with a series without end', () => {
    for (const rule of ['FREQ=SECONDLY', 'FREQ=DAILY;BYHOUR=1,2,3', 'FREQ=MINUTELY;INTERVAL=7']) {
      const found = readCalendar(calendar(`UID:t\nDTSTART:19700101T000000Z\nRRULE:${rule}\nSUMMARY:Tick`), 2027)
      assert('problem' in found && /no body's meetings/.test(found.problem), rule)
    }
  })
  it('says what it cannot read', () => {
    for (const text of [
      'hello',
      calendar('UID:x\nSUMMARY:x\nDTSTART:2027'),
      calendar('UID:x\nSUMMARY:x\nDTSTART:20270101T000000Z\nRRULE:FREQ=FOO'),
    ])
      assert('problem' in readCalendar(text, 2027), text)
  })
})
