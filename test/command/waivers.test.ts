import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { isCalendarDate } from '../../server/language/calendar-date.ts'
import { forced, misspelt, suppressed } from './policies.ts'
import { concord, type Files, findingsOf, temporaryFolder } from './running.ts'

const ratings = forced.replace('  descripton: How people are rated\n', '')

interface Wording {
  readonly rule?: string
  readonly about?: string
  readonly until?: string
}

function waiver({
  rule = 'performance/forced-distribution',
  about = 'policy: PerformanceCalibration/ratings',
  until = '2027-06-30',
}: Wording = {}): string {
  return `  - rule: ${rule}\n    ${about}\n    owner: head-of-people\n    reason: replaced in the summer\n    until: ${until}\n`
}

const config = (...waivers: string[]): string => `root: true\nwaivers:\n${waivers.join('')}`

function found(files: Files, ...words: string[]): readonly string[] {
  return findingsOf(temporaryFolder(files), words).rules
}

/** What is left of a policy with one finding that a waiver is about. */
const left = (wording: Wording, ...words: string[]): readonly string[] =>
  found({ '.concord.yaml': config(waiver(wording)), 'people/ratings.yaml': ratings }, ...words)

const barrier = 'people/ratings.yaml performance/forced-distribution'

describe('a waiver in .concord.yaml', () => {
  it('sets the findings of its rule in its policy aside, with owner, reason and day', () => {
    const folder = temporaryFolder({ '.concord.yaml': config(waiver()), 'people/ratings.yaml': ratings })
    const { code, report } = findingsOf(folder, [])
    assert.deepEqual([code, report.findings], [0, []])
    const [setAside, ...others] = report.setAside
    assert.deepEqual(others, [])
    assert.deepEqual(
      { ...setAside, finding: setAside?.finding.rule },
      {
        by: 'waiver',
        owner: 'head-of-people',
        reason: 'replaced in the summer',
        until: '2027-06-30',
        finding: 'performance/forced-distribution',
      },
    )
  })
  it('is about nothing else', () => {
    const other = ratings.replace('name: ratings', 'name: other')
    const files = { '.concord.yaml': config(waiver()), 'a.yaml': ratings, 'b.yaml': other, 'c.yaml': misspelt }
    assert.deepEqual(found(files), ['b.yaml performance/forced-distribution', 'c.yaml language/unknown-field'])
  })
  it('may be about files', () => {
    assert.deepEqual(left({ about: 'files: [people/**]' }), [])
    assert.deepEqual(left({ about: 'files: [pay/**]' }), ['.concord.yaml language/suppression-unused', barrier])
  })
  it('holds for files below its own folder only', () => {
    const files = { '.concord.yaml': 'root: true\n', 'pay/.concord.yaml': `waivers:\n${waiver()}`, 'a.yaml': ratings }
    assert.deepEqual(found(files), [
      'a.yaml performance/forced-distribution',
      'pay/.concord.yaml language/suppression-unused',
    ])
  })
  it('holds on its last day, and not on the next', () => {
    assert.deepEqual(left({}, '--today', '2027-06-30'), ['.concord.yaml language/suppression-expiring'])
    assert.deepEqual(left({}, '--today', '2027-07-01'), ['.concord.yaml language/suppression-expired', barrier])
  })
  it('fails the check on the day after', () => {
    const folder = temporaryFolder({ '.concord.yaml': config(waiver()), 'a.yaml': ratings })
    assert.equal(concord(folder, ['check', '--today', '2027-06-30']).code, 0)
    assert.equal(concord(folder, ['check', '--today', '2027-07-01']).code, 1)
  })
  it('is reported where it stands in the configuration', () => {
    const { report } = findingsOf(temporaryFolder({ '.concord.yaml': config(waiver()), 'a.yaml': ratings }), [
      '--today',
      '2027-06-20',
    ])
    const [finding] = report.findings
    assert.deepEqual([finding?.file, finding?.line, finding?.column], ['.concord.yaml', 7, 12])
    assert.match(finding?.message ?? '', /ends in 10 days, after 2027-06-30: then its findings are back/)
    assert.match(
      concord(temporaryFolder({ '.concord.yaml': config(waiver()), 'a.yaml': ratings }), [
        'check',
        '--today',
        '2027-06-20',
      ]).out,
      /7 \| {5}until: 2027-06-30\n {4}\| {12}\^{10}/,
    )
  })
  it('does not say that it is unused where the policy is broken, or the rule off', () => {
    const broken = ratings.replace('scale: [', 'scale: [[')
    assert.deepEqual(
      found({ '.concord.yaml': config(waiver()), 'a.yaml': broken }).filter((rule) => /unused/.test(rule)),
      [],
    )
    const off = `rules: {performance/forced-distribution: off}\n${config(waiver())}`
    assert.deepEqual(found({ '.concord.yaml': off, 'a.yaml': ratings }), [])
  })
  it('is not reported where only a part of what it may be about is checked', () => {
    const files = { '.concord.yaml': `waivers:\n${waiver()}`, 'a.yaml': misspelt, 'b.yaml': ratings }
    assert.deepEqual(found(files, 'a.yaml', '.concord.yaml'), ['a.yaml language/unknown-field'])
  })

  const malformed: readonly (readonly [what: string, text: string, message: RegExp])[] = [
    [
      'a rule that does not exist',
      waiver({ rule: 'performance/forced-distributon' }),
      /:3:11: There is no rule .*Did you mean "performance\/forced-distribution"\?/,
    ],
    [
      'a rule whose findings cannot be waived',
      waiver({ rule: 'language/syntax' }),
      /:3:11: Findings of language\/syntax cannot be waived/,
    ],
    [
      'a kind that does not exist',
      waiver({ about: 'policy: PerformanceCalibraton/ratings' }),
      /:4:13: There is no kind .*Did you mean "PerformanceCalibration\/ratings"\?/,
    ],
    [
      'a policy without a name',
      waiver({ about: 'policy: IncentivePlan' }),
      /:4:13: "IncentivePlan" is not a kind and a name/,
    ],
    [
      'nothing that it is about',
      waiver({ about: '# about nothing' }),
      /:3:11: This waiver does not say what it is about/,
    ],
    ['a day that does not exist', waiver({ until: '2027-02-30' }), /:7:12: .*Expected: a date that exists/],
    ['a person for its owner', waiver().replace('head-of-people', 'Anna Schmidt'), /:5:12: .*Never a person/],
    ['no owner', waiver().replace('    owner: head-of-people\n', ''), /owner/],
    ['no reason', waiver().replace('replaced in the summer', '""'), /:6:13: .*Expected: some text/],
    ['a reason still to be filled in', waiver().replace('replaced', '"?"  # replaced'), /:6:13: The reason/],
  ]
  for (const [what, text, message] of malformed)
    it(`waives nothing with ${what}, and the check is not complete`, () => {
      const folder = temporaryFolder({ '.concord.yaml': config(waiver(), text), 'people/ratings.yaml': ratings })
      const { code, rules, error } = findingsOf(folder, [])
      assert.deepEqual([code, rules], [2, [barrier]], 'the other waiver does not hold either')
      const lines = Number(/:(\d+):/.exec(error)?.[1])
      assert.match(error.replace(`:${lines}:`, `:${lines - 5}:`), message)
    })
})

describe('concord waivers', () => {
  const files = {
    '.concord.yaml': config(
      waiver(),
      waiver({ about: 'policy: PerformanceCalibration/old', until: '2027-12-31' }),
      waiver({ about: 'policy: PerformanceCalibration/later', until: '2026-12-31' }),
      waiver({ about: 'policy: PerformanceCalibration/soon', until: '2027-04-10' }),
    ),
    'a.yaml': ratings,
    'b.yaml': ratings.replace('name: ratings', 'name: later'),
    'c.yaml': ratings.replace('name: ratings', 'name: soon'),
    'd.yaml': suppressed,
    'e.yaml': misspelt.replace('  titel', '  # concord-ignore language/unknown-field\n  titel'),
  }

  it('lists comments and waivers, what needs attention first', () => {
    const { code, out } = concord(temporaryFolder(files), ['waivers'])
    assert.equal(code, 0)
    const titles = out.split('\n').filter((line) => /^\S/.test(line))
    assert.deepEqual(titles, [
      'Malformed: they set nothing aside',
      'Expired: their findings are back',
      'Ending soon',
      'Unused: there is nothing to set aside',
      'In force',
      '1 malformed, 1 expired, 1 expiring, 1 unused, 2 in force',
    ])
    assert.match(
      out,
      / {2}language\/unknown-field {2}d\.yaml:5:3\n {4}until 2099-12-31, by a comment, about 1 finding in CulturalNorms\/misspelt\n {4}the old name is still read elsewhere\n/,
    )
    assert.match(
      out,
      / {4}until 2026-12-31, by a waiver of head-of-people, about 1 finding in PerformanceCalibration\/later\n/,
    )
  })
  it('lists them for other programs, by its schema', () => {
    const { out } = concord(temporaryFolder(files), ['waivers', '--format', 'json'])
    const schema = JSON.parse(readFileSync('schemas/concord-waivers.schema.json', 'utf8'))
    const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictRequired: false })
    const validate = ajv.addVocabulary(['x-values']).addFormat('date', isCalendarDate).compile(schema)
    for (const list of [JSON.parse(out), ...schema.examples]) assert.ok(validate(list), JSON.stringify(validate.errors))
    const { waivers }: { readonly waivers: readonly { readonly state: string; readonly until: string }[] } =
      JSON.parse(out)
    assert.deepEqual(
      waivers.map(({ state, until }) => `${state} ${until}`),
      [
        'malformed ',
        'expired 2026-12-31',
        'expiring 2027-04-10',
        'in force 2027-06-30',
        'unused 2027-12-31',
        'in force 2099-12-31',
      ],
    )
  })
  it('says that there are none', () =>
    assert.equal(
      concord(temporaryFolder({ 'a.yaml': ratings }), ['waivers']).out,
      'No findings are set aside by comments or waivers.\n',
    ))
  it('says what it could not read, with exit code 2', () => {
    const { code, error } = concord(temporaryFolder({ '.concord.yaml': 'waivers: all\n', 'a.yaml': ratings }), [
      'waivers',
    ])
    assert.equal(code, 2)
    assert.match(error, /^concord: \.concord\.yaml:1:10: /)
  })
})
