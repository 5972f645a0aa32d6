import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { allocationHeadings } from '../../server/importing/allocations.ts'
import { commitmentHeadings } from '../../server/importing/commitments.ts'
import { bytesOf, concord, concordLater, temporaryFolder } from './running.ts'

const agreement = `apiVersion: leadership/v1
kind: PartnerAgreement
metadata:
  name: corvus
  owner: head-of-alliances
spec:
  partner: { name: corvus-optics }
  type: co-development
  commitments:
    # agreed in the annex
    - name: optical-engineers   # four of twelve
      resource: people
      skill: optics
      fte: 3
      owner: head-of-optics
`

const plan = `apiVersion: leadership/v1
kind: ResourceAllocation
metadata: { name: resources-2027, owner: chief-financial-officer }
spec:
  pools:
    - { name: optics, resource: people, skill: optics, fte: 12, owner: head-of-optics }
`

const calendar = `apiVersion: leadership/v1
kind: GovernanceCalendar
metadata: { name: governance-2027, owner: executive-office }
spec:
  year: 2027
  bodies:
    - name: portfolio-board
      title: Portfolio board
      meets: { every: quarter }
`

const table = (...rows: readonly string[]): string => `${rows.join('\r\n')}\r\n`

const commitments = table(
  'Commitment,Type,Skill,FTE,Budget,Per,Equipment,Days/month,Start,End,Owner,Cost centre',
  'Optical engineers,People,Optics,4,,,,,2027-01-01,2028-12-31,Head of Optics,4711',
  'Tooling budget,Money,,,600k EUR,whole term,,,Q1 2027,Q4 2028,Head of Process Engineering,',
  'Clean room,Equipment,,,,,Clean room B,6,Jan 2027,Dec 2027,Head of Process Engineering,',
)

describe('importing commitments', () => {
  it('adds new ones, changes known ones, and leaves every other byte and comment as it is', async () => {
    const folder = temporaryFolder({ 'corvus.yaml': agreement, 'sheet.csv': commitments })
    const { code, out, error } = await concordLater(folder, ['import', 'commitments', 'sheet.csv'])
    assert.equal(error, '')
    assert.equal(code, 0)
    const after = bytesOf(folder, 'corvus.yaml').toString()
    assert(after.startsWith(agreement.slice(0, agreement.indexOf('      fte: 3'))))
    assert.match(after, /- name: optical-engineers {3}# four of twelve\n/)
    assert.match(after, /fte: 4\n/)
    assert.match(
      after,
      /money:\n {8}amount: 600000\n {8}currency: EUR\n {6}per: term\n {6}from: 2027-01-01\n {6}to: 2028-12-31/,
    )
    assert.match(after, /equipment: clean-room-b\n {6}daysPerMonth: 6/)
    assert.match(out, /2 added \(tooling-budget, clean-room\); 1 changed \(optical-engineers\)/)
    assert.match(out, /Columns that were not read: Cost centre/)
    assert.equal(concord(folder, ['check', '--fail-on', 'error', '--quiet']).error, '')
  })
  it('changes nothing when it is done again', async () => {
    const folder = temporaryFolder({ 'corvus.yaml': agreement, 'sheet.csv': commitments })
    await concordLater(folder, ['import', 'commitments', 'sheet.csv'])
    const once = bytesOf(folder, 'corvus.yaml')
    const { out } = await concordLater(folder, ['import', 'commitments', 'sheet.csv'])
    assert.match(out, /0 added; 0 changed; 3 the same/)
    assert.deepEqual(bytesOf(folder, 'corvus.yaml'), once)
  })
  it('keeps a byte order mark and CRLF', async () => {
    const marked = `\uFEFF${agreement.replaceAll('\n', '\r\n')}`
    const folder = temporaryFolder({ 'corvus.yaml': marked, 'sheet.csv': `\uFEFF${commitments}` })
    assert.equal((await concordLater(folder, ['import', 'commitments', 'sheet.csv'])).code, 0)
    const after = bytesOf(folder, 'corvus.yaml').toString()
    assert(after.startsWith('\uFEFF'))
    assert.equal(after.replaceAll('\r\n', '').includes('\n'), false)
  })
  it('says every bad row by its line, and writes nothing', async () => {
    const bad = table(
      'Commitment,Type,FTE,Budget,Start,End,Owner',
      'Engineers,People,four,,2027-01-01,2027-12-31,Head of Optics',
      'Fund,Money,,"1,000",2027-01-01,2027-12-31,Head of Finance',
      'Testers,People,2,,2027-02-30,2027-12-31,Maria Lopez',
      ',People,2,,,,',
      'Testers,People,1,,2027-06-01,2027-01-01,',
      'Hosts,Machines,1,,,,',
    )
    const folder = temporaryFolder({ 'corvus.yaml': agreement, 'sheet.csv': bad })
    const { code, error } = await concordLater(folder, ['import', 'commitments', 'sheet.csv'])
    assert.equal(code, 2)
    const lines = error.split('\n').filter((line) => line !== '')
    for (const expected of [
      /sheet\.csv:2: FTE: "four" is no number/,
      /sheet\.csv:3: Budget: "1,000" has no currency/,
      /sheet\.csv:4: Start: "2027-02-30" is no date/,
      /sheet\.csv:4: Owner: "Maria Lopez" looks like a person/,
      /sheet\.csv:5: Commitment: the commitment has no name/,
      /sheet\.csv:6: End: 2027-01-01 is before the start, 2027-06-01/,
      /sheet\.csv:6: The name testers stands in line 4 already/,
      /sheet\.csv:7: Type: "Machines" is none of people, money, equipment/,
    ])
      assert(
        lines.some((line) => expected.test(line)),
        `${expected} in\n${error}`,
      )
    assert.equal(lines.at(-1), 'concord: Nothing was written.')
    assert.equal(bytesOf(folder, 'corvus.yaml').toString(), agreement)
  })
  it('shows with --diff what it would do, and does nothing', async () => {
    const folder = temporaryFolder({ 'corvus.yaml': agreement, 'sheet.csv': commitments })
    const { out, code } = await concordLater(folder, ['import', 'commitments', 'sheet.csv', '--diff'])
    assert.equal(code, 0)
    assert.match(out, /^--- a\/corvus\.yaml\n\+\+\+ b\/corvus\.yaml\n/)
    assert.match(out, /^-\s+fte: 3\n\+\s+fte: 4$/m)
    assert.equal(bytesOf(folder, 'corvus.yaml').toString(), agreement)
  })
  it('goes to the agreement that a row names, or that --into does', async () => {
    const other = agreement.replace('name: corvus\n', 'name: halden\n')
    const rows = table('Agreement,Commitment,FTE', 'corvus,Testers,1', 'halden,Testers,2')
    const folder = temporaryFolder({
      'a.yaml': agreement,
      'b.yaml': other,
      'sheet.csv': rows,
      'plain.csv': table('Commitment,FTE', 'Testers,3'),
    })
    assert.equal((await concordLater(folder, ['import', 'commitments', 'sheet.csv'])).code, 0)
    assert.match(bytesOf(folder, 'a.yaml').toString(), /name: testers\n(?: {6}.*\n)*? {6}fte: 1/)
    assert.match(bytesOf(folder, 'b.yaml').toString(), /name: testers\n(?: {6}.*\n)*? {6}fte: 2/)
    const unsaid = await concordLater(folder, ['import', 'commitments', 'plain.csv'])
    assert.match(unsaid.error, /say with --into which partner agreement this is for: corvus, halden/)
    const misspelt = await concordLater(folder, ['import', 'commitments', 'plain.csv', '--into', 'corvu'])
    assert.match(misspelt.error, /Did you mean "corvus"\?/)
    assert.equal((await concordLater(folder, ['import', 'commitments', 'plain.csv', '--into', 'corvus'])).code, 0)
  })
  it('makes a new agreement that says what is still to be filled in', async () => {
    const folder = temporaryFolder({ 'sheet.csv': commitments })
    const words = ['import', 'commitments', 'sheet.csv', '--into', 'Corvus deal', '--create', 'deals/corvus.yaml']
    assert.equal((await concordLater(folder, words)).code, 0)
    assert.match(bytesOf(folder, 'deals/corvus.yaml').toString(), /name: corvus-deal\n[\s\S]*name: "\? the partner/)
    const again = await concordLater(folder, words)
    assert.equal(again.code, 2)
    assert.match(again.error, /is there already/)
  })
  it('takes headings that could not be guessed', async () => {
    const rows = table('Bezeichnung;Anzahl', 'Testers;1,5')
    const folder = temporaryFolder({ 'corvus.yaml': agreement, 'sheet.csv': rows })
    const unknown = await concordLater(folder, ['import', 'commitments', 'sheet.csv'])
    assert.equal(unknown.code, 2)
    const words = ['import', 'commitments', 'sheet.csv', '--column', 'name=Bezeichnung', '--column', 'fte=Anzahl']
    assert.equal((await concordLater(folder, words)).error, '')
    assert.match(bytesOf(folder, 'corvus.yaml').toString(), /fte: 1\.5/)
  })
})

describe('importing allocations', () => {
  const sheet = table(
    'Pool,Agreement,Commitment,Initiative,FTE,Start,End,Priority,Booked',
    'Optics,corvus,Optical engineers,,4,01.01.2027,31.12.2028,firm,',
    'Optics,,,Gauge renewal,2,01.04.2027,31.03.2028,low,no',
  )
  it('brings them into the plan, each for its commitment or its initiative', async () => {
    const folder = temporaryFolder({ 'corvus.yaml': agreement, 'plan.yaml': plan, 'sheet.csv': sheet })
    const { code, error } = await concordLater(folder, ['import', 'allocations', 'sheet.csv'])
    assert.equal(error, '')
    assert.equal(code, 0)
    const after = bytesOf(folder, 'plan.yaml').toString()
    assert.match(
      after,
      /name: optics-for-optical-engineers\n {6}pool: optics\n {6}commitment: corvus\/optical-engineers\n {6}fte: 4/,
    )
    assert.match(after, /name: optics-for-gauge-renewal[\s\S]*class: residual\n[\s\S]*booked: false/)
    const { out } = concord(folder, ['check', '--format', 'json'])
    assert.doesNotMatch(out, /commitment-unallocated/)
  })
  it('is refused where a row does not say whose commitment it is for', async () => {
    const rows = table('Pool,Commitment,FTE', 'Optics,Optical engineers,4')
    const folder = temporaryFolder({ 'plan.yaml': plan, 'sheet.csv': rows })
    const { error } = await concordLater(folder, ['import', 'allocations', 'sheet.csv'])
    assert.match(error, /sheet\.csv:2: Commitment: "Optical engineers" does not say of which agreement/)
  })
})

describe('importing a calendar', () => {
  const file = `BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1
DTSTART:20270114T090000Z
DTEND:20270114T110000Z
RRULE:FREQ=MONTHLY;INTERVAL=3;COUNT=4
SUMMARY:Portfolio Board
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART:20270120T090000Z
DTEND:20270120T100000Z
SUMMARY:JSC Corvus
ATTENDEE:mailto:somebody@example.com
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTART;VALUE=DATE:20270802
DTEND;VALUE=DATE:20270814
SUMMARY:Summer shutdown
END:VEVENT
END:VCALENDAR
`
  it('gives a body its dates, and says what it did not read', async () => {
    const folder = temporaryFolder({ 'calendar.yaml': calendar, 'board.ics': file })
    const { code, out } = await concordLater(folder, ['import', 'calendar', 'board.ics', '--year', '2027'])
    assert.equal(code, 0)
    const after = bytesOf(folder, 'calendar.yaml').toString()
    for (const day of ['2027-01-14', '2027-04-14', '2027-07-14', '2027-10-14']) assert(after.includes(day), after)
    assert.match(after, /durationHours: 2/)
    assert.match(out, /Not read: "JSC Corvus" \(1 date\)/)
    assert.match(out, /Not read: "Summer shutdown"/)
    assert.doesNotMatch(after, /example\.com/)
  })
  it('takes the titles of other bodies, joint ones too, and blackouts', async () => {
    const folder = temporaryFolder({ 'calendar.yaml': calendar, 'board.ics': file })
    const words = ['--year', '2027', '--body', 'corvus/joint-steering-committee=JSC Corvus', '--blackouts']
    const { out } = await concordLater(folder, ['import', 'calendar', 'board.ics', ...words])
    const after = bytesOf(folder, 'calendar.yaml').toString()
    assert.match(
      after,
      /jointBodies:\n\s+- body: corvus\/joint-steering-committee\n\s+meets:\n\s+dates:\n?\s*(?:- |\[)2027-01-20/,
    )
    assert.match(
      after,
      /blackouts:\n\s+- name: summer-shutdown\n\s+title: Summer shutdown\n\s+from: 2027-08-02\n\s+to: 2027-08-13/,
    )
    assert.doesNotMatch(out, /Not read/)
  })
  it('refuses a title that is not there, a year without meetings, and a file that is no calendar', async () => {
    const folder = temporaryFolder({ 'calendar.yaml': calendar, 'board.ics': file, 'text.ics': 'hello' })
    const missing = await concordLater(folder, [
      'import',
      'calendar',
      'board.ics',
      '--year',
      '2027',
      '--body',
      'audit=Audit',
    ])
    assert.match(missing.error, /There is nothing called "Audit" in 2027/)
    const empty = await concordLater(folder, ['import', 'calendar', 'board.ics', '--year', '2031'])
    assert.match(empty.error, /There are no meetings in 2031/)
    const text = await concordLater(folder, ['import', 'calendar', 'text.ics'])
    assert.match(text.error, /no iCalendar file that can be read/)
    assert.equal(bytesOf(folder, 'calendar.yaml').toString(), calendar)
  })
})

describe('wrong use of concord import', () => {
  it('is one clear line', async () => {
    const folder = temporaryFolder({
      'a.csv': 'x',
      'latin.csv': Buffer.from([0x61, 0xe4, 0x0a]),
      'corvus.yaml': agreement,
    })
    const errorOf = async (...words: readonly string[]): Promise<string> => {
      const { code, error } = await concordLater(folder, ['import', ...words])
      assert.equal(code, 2)
      return error
    }
    assert.match(await errorOf(), /takes what to import and a file/)
    assert.match(await errorOf('people', 'a.csv'), /takes commitments, allocations, calendar; "people" is none of them/)
    assert.match(await errorOf('commitments', 'no.csv'), /no\.csv cannot be read: it does not exist/)
    assert.match(await errorOf('commitments', 'latin.csv'), /is not UTF-8 text/)
    assert.match(await errorOf('commitments', 'a.csv', '--year', '2027'), /--year does not go with/)
    assert.match(await errorOf('calendar', 'a.ics', '--dates', 'day-first'), /--dates does not go with/)
    assert.match(await errorOf('commitments', 'a.csv', '--column', 'name'), /--column takes FIELD=HEADING/)
    assert.match(await errorOf('commitments', 'a.csv', '--create', 'x.yaml'), /--create goes with --into/)
  })
})

describe('the page about importing', () => {
  it('names every field of both spreadsheets', () => {
    const page = readFileSync(new URL('../../docs/importing.md', import.meta.url), 'utf8')
    const fields = [...Object.keys(commitmentHeadings), ...Object.keys(allocationHeadings)]
    assert.deepEqual(
      fields.filter((field) => !page.includes(`\`${field}\``)),
      [],
    )
  })
})
