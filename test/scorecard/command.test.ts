import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { codeLenses } from '../../server/features/code-lens.ts'
import { isCalendarDate } from '../../server/language/calendar-date.ts'
import type { JsonReport } from '../../server/reports/json.ts'
import type { JsonScorecardReport } from '../../server/reports/scorecard-json.ts'
import { textsBelow } from '../checker/policy-texts.ts'
import { clean, forced, misspelt, suppressed } from '../command/policies.ts'
import { bytesOf, concord, type Files, temporaryFolder } from '../command/running.ts'
import { opened } from '../features/opened-files.ts'
import { hostile } from '../reports/hostile.ts'
import { installed } from '../tools/install.ts'

const day = ['--today', '2026-11-23']
const schema = JSON.parse(readFileSync('schemas/concord-scorecard.schema.json', 'utf8'))
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true })
  .addVocabulary(['x-values'])
  .addFormat('date', isCalendarDate)
  .compile(schema)

function json(folder: string, ...words: readonly string[]): JsonScorecardReport {
  return JSON.parse(concord(folder, ['scorecard', '--format', 'json', ...day, ...words]).out)
}

function faults(report: unknown): readonly string[] {
  return validate(report)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/** One barrier that is set aside, and one that is not. */
const aside = forced.replace(
  '    mode: forced',
  '    # concord-ignore performance/forced-distribution until=2099-12-31 reason="agreed <b>until</b> then"\n    mode: forced',
)

describe('concord scorecard', () => {
  const meridian = json('.', 'samples/meridian')

  it('shows the components, the largest gains, the partners and the lowest policies as text', () => {
    const { out, code } = concord('.', ['scorecard', 'samples/meridian', ...day])
    const headings = out
      .split('\n')
      .filter((line) => /^[A-Z]/.test(line))
      .map((line) => line.split(/[:(]/)[0]?.trim())
    assert.deepEqual(headings, [
      'Scorecard of the leadership system',
      'Largest gains',
      'Partners',
      'Policies with the lowest scores',
    ])
    assert.equal(code, 0)
  })
  it('is of the whole workspace, whichever of its paths is asked about', () =>
    assert.deepEqual(json('.', 'samples/meridian/pay').scorecard, meridian.scorecard))
  it('shows the same numbers as a check, as text, as Markdown and as JSON', () => {
    const checked: JsonReport = JSON.parse(concord('.', ['check', 'samples/meridian', '--format', 'json', ...day]).out)
    const { lost, waivers, ...card } = meridian.scorecard
    assert.deepEqual(checked.scorecard, card)
    assert.equal(lost.length + meridian.unscored.length, checked.findings.length)
    assert.deepEqual(waivers, [])
    const text = concord('.', ['scorecard', 'samples/meridian', ...day]).out
    const markdown = concord('.', ['scorecard', 'samples/meridian', '--format', 'markdown', ...day]).out
    const check = concord('.', ['check', 'samples/meridian', ...day]).out
    assert.ok(check.includes(text.slice(0, text.indexOf('\n\n'))), 'the table of a check')
    for (const { component, score } of card.components) {
      const shown = String(Math.round(score ?? Number.NaN))
      assert.match(text, new RegExp(`${component} +[█░]+ +${shown} `))
      assert.match(markdown, new RegExp(`\\| ${component} \\| ${shown} \\|`))
    }
    const overall = String(Math.round(card.overall ?? Number.NaN))
    assert.match(text, new RegExp(`overall +${overall}, over`))
    assert.match(markdown, new RegExp(`^## Leadership scorecard: ${overall} of 100`))
  })
  it('shows the same score of a policy as the editor above it', () => {
    const texts = textsBelow('samples/meridian')
    for (const { file, scorecard } of meridian.policies) {
      const name = file.replace('samples/meridian/', '')
      const titles = codeLenses(opened(texts, name)).map(({ title }) => title)
      assert.ok(
        titles.some((title) => title.startsWith(`score ${Math.round(scorecard.overall ?? -1)} of 100,`)),
        `${file}: ${titles}`,
      )
    }
  })
  it('shows what is set aside apart, with its reason and last day', () => {
    const folder = temporaryFolder({ 'a.yaml': aside, 'b.yaml': suppressed })
    const { scorecard } = json(folder)
    assert.deepEqual(
      scorecard.waivers.map(({ finding: { rule }, points, until }) => [rule, points.component, until]),
      [['performance/forced-distribution', 100, '2099-12-31']],
    )
    const { out } = concord(folder, ['scorecard'])
    assert.match(out, /performance +█+ 100 {3}0 passed, 0 barriers; 1 set aside \(0 if that counted\)/)
    assert.match(out, /Set aside by a comment until 2099-12-31: agreed <b>until<\/b> then/)
  })
  it('writes into a file with --output, printing nothing', () => {
    const folder = temporaryFolder({ 'a.yaml': forced })
    const { out, error, code } = concord(folder, ['scorecard', '--format', 'json', '-o', 'card.json'])
    assert.deepEqual([out, error, code], ['', '', 0])
    assert.equal(JSON.parse(bytesOf(folder, 'card.json').toString()).scorecard.overall, 0)
  })
})

describe('the JSON of a scorecard', () => {
  const folders: Readonly<Record<string, Files>> = {
    'nothing to score': { 'a.yaml': clean },
    'a fault of the text': { 'a.yaml': misspelt },
    'barriers, and one set aside': { 'a.yaml': forced, 'b.yaml': aside.replace('name: ratings', 'name: more') },
    'a score below its minimum': { 'a.yaml': forced, '.concord.yaml': 'scorecard: {failUnder: 10}\n' },
    'names that are no names': hostile,
  }
  for (const [what, files] of Object.entries(folders))
    it(`follows its schema: ${what}`, () => assert.deepEqual(faults(json(temporaryFolder(files))), []))
  it('follows its schema for the sample company', () => assert.deepEqual(faults(json('.', 'samples/meridian')), []))
  it('has a schema that accepts its own example, and refuses what it does not know', () => {
    const [example] = schema.examples
    assert.deepEqual(faults(example), [])
    assert.equal(faults({ ...example, more: 1 }).length, 1)
    assert.equal(faults({ ...example, scorecard: { ...example.scorecard, lost: undefined } }).length, 1)
  })
})

describe('concord scorecard fails', () => {
  const code = (config: string, ...words: readonly string[]): number | null =>
    concord(temporaryFolder({ 'a.yaml': forced, '.concord.yaml': `root: true\n${config}` }), ['scorecard', ...words])
      .code

  it('never by itself, whatever the score is', () => assert.equal(code(''), 0))
  it('where the overall score is below --fail-under', () => assert.deepEqual([code('', '--fail-under', '1')], [1]))
  it('not where it is just that', () => assert.equal(code('', '--fail-under', '0'), 0))
  it('where it is below what the configuration asks for', () => assert.equal(code('scorecard: {failUnder: 50}\n'), 1))
  it('not where --fail-under asks for less than the configuration', () =>
    assert.equal(code('scorecard: {failUnder: 50}\n', '--fail-under', '0'), 0))
  it('where a component is below its own minimum', () =>
    assert.equal(code('scorecard: {components: [{component: performance, failUnder: 50}]}\n'), 1))
  it('where a component with a minimum is not described', () =>
    assert.equal(code('scorecard: {components: [{component: culture, failUnder: 0}]}\n'), 1))
  it('saying which score, and what was asked', () => {
    const files = {
      'a.yaml': forced,
      '.concord.yaml': 'scorecard: {components: [{component: culture, failUnder: 5}]}\n',
    }
    const { out } = concord(temporaryFolder(files), ['scorecard', '--fail-under', '70.5'])
    assert.match(
      out,
      /The overall score is 0, below 70\.5\.\nThe score of culture is missing, .*; at least 5 is asked\.\n$/,
    )
  })
  it('with 2 for wrong use, a broken configuration, and a folder without policies', () => {
    assert.equal(code('', '--fail-under', 'high'), 2)
    assert.equal(code('', '--fail-under', '101'), 2)
    assert.equal(code('', '--format', 'xml'), 2)
    assert.equal(code('scorecard: {components: [{component: cultur, failUnder: 5}]}\n'), 2)
    assert.equal(concord(temporaryFolder(), ['scorecard']).code, 2)
  })
})

describe('the Markdown of a scorecard', function () {
  this.timeout(120_000)
  interface MarkdownIt {
    render(markdown: string): string
  }

  it('shows texts that try to be something else as the text that they are', () => {
    const folder = temporaryFolder({ ...hostile, 'g.yaml': aside })
    const MarkdownIt: new (options: object) => MarkdownIt = installed('tools')('markdown-it')
    const html = new MarkdownIt({ html: true, linkify: true }).render(
      concord(folder, ['scorecard', '--format', 'markdown']).out,
    )
    assert.doesNotMatch(html, /<(?:script|b|a|img)\b|<em>bold/)
    assert.match(html, /agreed &lt;b&gt;until&lt;\/b&gt; then/)
  })
})
