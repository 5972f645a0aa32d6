import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { isCalendarDate } from '../../server/language/calendar-date.ts'
import { concord, type Ran, temporaryFolder } from './running.ts'

const repository = fileURLToPath(new URL('../../', import.meta.url))
const schema = JSON.parse(readFileSync(`${repository}/schemas/concord-explanation.schema.json`, 'utf8'))
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true })
  .addFormat('date', isCalendarDate)
  .compile(schema)

const head = (kind: string, name: string): string =>
  `apiVersion: leadership/v1\nkind: ${kind}\nmetadata: { name: ${name} }\n`

const pool = (name: string, amount: number): string =>
  `    - name: ${name}\n      amount: { amount: ${amount}, currency: EUR }\n      participants: 8\n      funding: { basis: fixed }\n      split: by-score\n`

const plan = `${head('IncentivePlan', 'bonus')}spec:\n  pools:\n${pool('first', 100000)}${pool('second', 50000)}`

/** One of five must be rated low. */
const ratings = `${head('PerformanceCalibration', 'ratings')}spec:
  scale: [{ name: below }, { name: meets }]
  groups: [{ name: lab, headcount: 5 }]
  distribution: { mode: forced, appliedTo: team, rounding: up, levels: [{ level: below, percent: 10 }, { level: meets, percent: 90 }] }
`

function explain(files: Readonly<Record<string, string>>, ...words: readonly string[]): Ran {
  return concord(temporaryFolder(files), ['explain', ...words])
}

describe('concord explain RULE --policy NAME', () => {
  it("shows each step: the formula, the policy's numbers in it, and the result", () => {
    const { code, out } = explain({ 'a.yaml': plan }, 'zero-sum-pool', '--policy', 'bonus')
    assert.equal(code, 0)
    assert.match(out, /amount of the pool × \(people who share "first" − 1\) ÷ \(people who share "first"\)²\n +/)
    assert.match(out, /= 100,000 × \(8 − 1\) ÷ 8²\n +\S?\s?= 10,937\.5 EUR\n/)
  })
  it('says of each number in which file and line it stands', () => {
    const { out } = explain({ 'a.yaml': plan }, 'zero-sum-pool', '--policy', 'IncentivePlan/bonus')
    assert.match(out, /amount of the pool +100,000 EUR +a\.yaml:7 spec\.pools\[0\]\.amount\.amount/)
  })
  it('shows several findings one after another', () => {
    const { out } = explain({ 'a.yaml': plan }, 'zero-sum-pool', '--policy', 'bonus')
    assert.deepEqual(
      [...out.matchAll(/^\w+ {2}(a\.yaml:\d+):/gm)].map(([, at]) => at),
      ['a.yaml:9', 'a.yaml:14'],
    )
  })
  it('says of an assumption that nobody sets that it is the default, and where to set it', () => {
    const { out } = explain({ 'a.yaml': ratings }, 'forced-distribution-small-group', '--policy', 'ratings')
    assert.match(
      out.replace(/\s+/g, ' '),
      /people who truly belong there 10 % the default of an assumption; set it in \.concord\.yaml \(assumptions, lowPerformers\)/,
    )
  })
  it('says of an assumption that the configuration sets where it stands', () => {
    const config = 'root: true\nassumptions: { lowPerformers: 5 }\n'
    const { out } = explain(
      { 'a.yaml': ratings, '.concord.yaml': config },
      'forced-distribution-small-group',
      '--policy',
      'ratings',
    )
    assert.match(
      out.replace(/\s+/g, ' '),
      /people who truly belong there 5 % an assumption; change it in \.concord\.yaml: assumptions, lowPerformers/,
    )
  })
  it('says of an option of the rule whether it is set', () => {
    const config =
      'root: true\nrules:\n  performance/forced-distribution-small-group: { severity: error, options: { acceptableWrongLabels: 30 } }\n'
    const { out } = explain(
      { 'a.yaml': ratings, '.concord.yaml': config },
      'forced-distribution-small-group',
      '--policy',
      'ratings',
    )
    assert.match(
      out.replace(/\s+/g, ' '),
      /acceptable share of wrong labels 30 % set in the configuration, a convention/,
    )
  })
  it('says that a policy passes, and what was looked at', () => {
    const fair = plan.replaceAll('by-score', 'equal')
    const { code, out } = explain({ 'a.yaml': fair }, 'zero-sum-pool', '--policy', 'bonus')
    assert.equal(code, 0)
    assert.match(out, /No barrier: the rule looked at 2 things here, and all of them pass\./)
  })
  it('says that a rule found nothing to look at, and what it looks for', () => {
    const { code, out } = explain(
      { 'a.yaml': `${head('IncentivePlan', 'bonus')}spec: { peers: 8 }\n` },
      'zero-sum-pool',
      '--policy',
      'bonus',
    )
    assert.equal(code, 0)
    assert.match(out, /nothing to look at here.* It looks\s+for this: /s)
  })
  it('works out the figures of what passes', () => {
    const fair = plan.replaceAll('by-score', 'equal')
    const { out } = explain({ 'a.yaml': fair }, 'zero-sum-pool', '--policy', 'bonus')
    assert.match(out, /^no barrier {2}pool "first" {2}a\.yaml:\d+$/m)
    assert.match(out, /^no barrier {2}pool "second" {2}a\.yaml:\d+$/m)
  })
  it('says what is missing for a rule to look at anything', () => {
    const open = `${head('IncentivePlan', 'sales')}spec:\n  measures: [{ name: revenue, scope: individual }]\n`
    const { out } = explain({ 'a.yaml': open }, 'negative-cross-payoff', '--policy', 'sales')
    assert.match(
      out.replace(/\s+/g, ' '),
      /nothing to look at here: the plan does not say how many work together \(peers\); the measure "revenue" has no weight\./,
    )
  })
  it('says that a rule is turned off', () => {
    const config = 'root: true\nrules: { performance/zero-sum-pool: off }\n'
    const { out } = explain({ 'a.yaml': plan, '.concord.yaml': config }, 'zero-sum-pool', '--policy', 'bonus')
    assert.match(out, /does not run on this file/)
  })
  it('explains a finding that is suppressed, and says until when', () => {
    const comment = '      # concord-ignore performance/zero-sum-pool until=2027-12-31 reason="ends then"\n'
    const text = plan.replace('      funding:', `${comment}      funding:`)
    const { out } = explain({ 'a.yaml': text }, 'zero-sum-pool', '--policy', 'bonus')
    assert.match(out, /\(set aside until 2027-12-31: ends then\)/)
  })
  it('reads numbers of other policies of the workspace, whichever paths are asked about', () => {
    const { out } = concord(repository, [
      'explain',
      'commitment-underfunded',
      '--policy',
      'quillon-codevelopment',
      'samples/meridian',
    ])
    assert.match(out, /people-and-money-2027\.yaml:\d+ spec\.allocations\[0\]\.fte/)
    assert.match(out, /2027-01 +4 FTE +2\.5 FTE +2\.5 FTE +1\.5 FTE/)
  })
  it('writes names that would steer a terminal with dots', () => {
    const { out } = explain(
      { 'a.yaml': plan.replace('name: first', 'name: first\n      title: "\\e[31mred"') },
      'zero-sum-pool',
      '--policy',
      'bonus',
    )
    assert.ok(out.includes('·[31mred') && !out.includes('\u001b'))
  })
})

describe('concord explain RULE --policy NAME --format json', () => {
  const everyFinding: readonly (readonly [rule: string, policy: string])[] = [
    ['performance/negative-cross-payoff', 'therapy-sales'],
    ['performance/forced-distribution-small-group', 'ratings-research-and-development'],
    ['performance/single-rater-high-stakes', 'ratings-research-and-development'],
    ['performance/channel-comp-not-neutral', 'diagnostics-sales'],
    ['resources/commitment-underfunded', 'quillon-codevelopment'],
    ['resources/capacity-overcommitted', 'equipment-2027'],
    ['decision-making/calendar-misaligned', 'calendar-2027'],
    ['performance/zero-sum-pool', 'therapy-sales'],
    ['performance/negative-cross-payoff', 'diagnostics-sales'],
    ['resources/capacity-overcommitted', 'people-and-money-2027'],
  ]
  for (const [rule, policy] of everyFinding) {
    it(`follows its schema: ${rule} in ${policy}`, () => {
      const { code, out } = concord(repository, [
        'explain',
        rule,
        '--policy',
        policy,
        '--format',
        'json',
        'samples/meridian',
      ])
      assert.equal(code, 0)
      const explanation = JSON.parse(out)
      validate(explanation)
      assert.deepEqual(validate.errors ?? [], [])
      assert.equal(explanation.findings.length > 0, explanation.verdict === 'barriers')
    })
  }
  it('accepts its own examples', () => assert.ok(validate(schema.examples[0])))
})

describe('wrong use of concord explain with a policy is one line, and exit code 2:', () => {
  const files = {
    'a.yaml': plan,
    'b.yaml': `${head('CulturalNorms', 'bonus')}spec: {}\n`,
    'c.yaml': ratings,
    'd/e.yaml': ratings,
    'f.yaml': `${head('IncentivePlan', 'sales')}spec: {}\n`,
  }
  const lines: readonly (readonly [words: string, line: string])[] = [
    ['zero-sum-pool --policy salse', 'There is no policy "salse" here. Did you mean "sales"?'],
    [
      'zero-sum-pool --policy nowhere-near',
      'There is no policy "nowhere-near" here. "concord check --format json" names those that have findings.',
    ],
    [
      'zero-sum-pool --policy bonus',
      '2 policies are called "bonus": IncentivePlan/bonus (a.yaml), CulturalNorms/bonus (b.yaml). Say which, as Kind/name.',
    ],
    [
      'forced-distribution --policy ratings',
      '2 policies are called "ratings": PerformanceCalibration/ratings (c.yaml), PerformanceCalibration/ratings (d/e.yaml). Say which, by its path.',
    ],
    [
      'zero-sum-pool --policy CulturalNorms/bonus',
      'performance/zero-sum-pool judges IncentivePlan; bonus is a CulturalNorms.',
    ],
    [
      'zero-sum-pool a.yaml',
      '"concord explain zero-sum-pool" shows the rule\'s page; "--policy NAME" shows the arithmetic of what it finds in a policy.',
    ],
    ['zero-sum-pool --policy bonus --today soon', '--today takes a date that exists, as year-month-day, not "soon".'],
    ['zero-sum-pool --polcy bonus', 'There is no option --polcy. Did you mean --policy?'],
  ]
  for (const [words, line] of lines) {
    it(`concord explain ${words}`, () => {
      const { code, out, error } = concord(temporaryFolder(files), ['explain', ...words.split(' ')])
      assert.deepEqual([code, out, error], [2, '', `concord: ${line}\n`])
    })
  }
  it('one of two policies of a name is told by its path', () => {
    const { code } = concord(temporaryFolder(files), ['explain', 'forced-distribution', '--policy', 'ratings', 'd'])
    assert.equal(code, 0)
  })
  it('a folder without policies', () => {
    const { code, error } = concord(temporaryFolder(), ['explain', 'zero-sum-pool', '--policy', 'bonus'])
    assert.deepEqual([code, error], [2, 'concord: There are no policies here.\n'])
  })
})
