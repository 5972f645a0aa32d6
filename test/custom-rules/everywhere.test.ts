import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { formats } from '../../server/reports/formats.ts'
import { bytesOf, concord, concordProcess, type Files, findingsOf, temporaryFolder } from '../command/running.ts'
import { validateSarif } from '../reports/sarif-validator.ts'
import { jenkinsFaults, xmlFaults } from '../reports/xml-validator.ts'
import { agreement, ruleText } from './writing.ts'

const id = 'custom/leaders/tried'
const rule = ruleText({
  title: 'Too many people in one commitment',
  severity: 'error',
  forEach: 'policy.spec.commitments',
  passes: 'item.fte <= 5',
  at: 'fte',
  what: `The commitment "\${item.name}" | takes <b>\${item.fte}</b> people.`,
  evidence: 'Handbook, section 4',
})
const files: Files = {
  '.concord.yaml': 'root: true\ncustomRules: [rules.yaml]\n',
  'rules.yaml': rule,
  'a.yaml': agreement,
}
const today = ['--today', '2027-01-15']

interface Card {
  readonly components: readonly { readonly component: string; readonly barriers: number; readonly passed: number }[]
}

const plan = `apiVersion: leadership/v1
kind: IncentivePlan
metadata: { name: field-sales }
spec:
  spiffs:
    - { name: launch, amount: { amount: 500, currency: EUR }, routes: [direct], from: 2027-01-01, to: 2027-06-30 }
    - { name: spring, amount: { amount: 500, currency: EUR }, routes: [direct], from: 2027-03-01, to: 2027-03-31 }
`

/** Only what the rule of the company finds. */
const customIn = (folder: string, ...words: readonly string[]): readonly string[] =>
  findingsOf(folder, [...today, ...words]).rules.filter((found) => found.includes('custom/'))

function reportIn(format: string, own: Files = files): string {
  const { code, out, error } = concord(temporaryFolder(own), ['check', '--format', format, ...today])
  assert.equal(code, 1, error)
  return out
}

describe('a finding of a rule of the company', function () {
  this.timeout(120_000)

  for (const format of Object.keys(formats))
    it(`stands in the report as ${format}`, () => {
      const out = reportIn(format)
      // A part of a name is parted by dots there.
      assert.ok(out.includes(format === 'checkstyle' ? 'concord.custom.leaders.tried' : id), out)
      assert.match(out, /engineers/)
    })
  it('is what the readers of JSON, SARIF and XML take', async () => {
    const schema = JSON.parse(readFileSync('schemas/concord-report.schema.json', 'utf8'))
    const validate = new Ajv2020({ allErrors: true, strict: false, validateFormats: false }).compile(schema)
    assert.ok(validate(JSON.parse(reportIn('json'))), JSON.stringify(validate.errors))
    const logs = temporaryFolder({ 'a.sarif': reportIn('sarif') })
    const verdicts = validateSarif(logs, ['a.sarif']).get('a.sarif') ?? []
    assert.deepEqual(
      verdicts.filter((verdict) => verdict.startsWith('error')),
      [],
    )
    assert.deepEqual(await xmlFaults('junit', reportIn('junit')), [])
    assert.deepEqual(await xmlFaults('checkstyle', reportIn('checkstyle')), [])
    assert.ok((await jenkinsFaults(reportIn('junit'))).every((fault) => /attribute 'file'/.test(fault)))
  })
  it('has its rule in SARIF, with what that rests on and no empty sources', () => {
    const [run] = JSON.parse(reportIn('sarif')).runs
    const described = run.tool.driver.rules.find((each: { id: string }) => each.id === id)
    assert.match(described.help.text, /Handbook, section 4/)
    assert.doesNotMatch(described.help.markdown, /Sources/)
    assert.deepEqual(described.properties.tags, ['leaders'])
    const [result] = run.results.filter((each: { ruleId: string }) => each.ruleId === id)
    assert.equal(run.tool.driver.rules[result.ruleIndex].id, id)
  })
  it('is escaped where a format has signs of its own', () => {
    assert.match(reportIn('markdown'), /\\\|/)
    assert.doesNotMatch(reportIn('markdown'), /<b>/)
    assert.match(reportIn('checkstyle'), /&lt;b&gt;8&lt;\/b&gt;/)
  })
  it('keeps its fingerprint when its file moves, its text is laid out anew and the list is in another order', () => {
    const print = (own: Files): unknown =>
      JSON.parse(reportIn('json', own)).findings.find((each: { rule: string }) => each.rule === id).fingerprint
    const { 'a.yaml': _, ...others } = files
    const turned = agreement.replace(/( {4}- .*engineers.*\n)( {4}- .*testers.*\n)/, '$2    # the larger one\n$1')
    assert.notEqual(turned, agreement)
    assert.equal(print({ ...others, 'in/b.yaml': turned }), print(files))
    assert.notEqual(print({ ...files, 'a.yaml': agreement.replace('fte: 8', 'fte: 9') }), print(files))
  })

  it('is suppressed by a comment, until its day', () => {
    const until = (day: string): string =>
      agreement.replace(
        '    - { name: engineers',
        `    # concord-ignore ${id} until=${day} reason="until summer"\n    - { name: engineers`,
      )
    const folder = (day: string): string => temporaryFolder({ ...files, 'a.yaml': until(day) })
    assert.deepEqual(customIn(folder('2027-06-30')), [])
    assert.deepEqual(customIn(folder('2027-01-14')), [`a.yaml ${id}`])
    assert.match(concord(folder('2027-06-30'), ['waivers', ...today]).out, new RegExp(id))
  })
  it('is waived in the configuration', () => {
    const waiver = `waivers:\n  - { rule: ${id}, policy: PartnerAgreement/corvus, owner: sales, reason: until summer, until: 2027-06-30 }\n`
    const folder = temporaryFolder({ ...files, '.concord.yaml': `${files['.concord.yaml']}${waiver}` })
    assert.deepEqual(customIn(folder), [])
    assert.match(concord(folder, ['waivers', ...today]).out, /In force[\s\S]*custom\/leaders\/tried/)
    const wrong = temporaryFolder({
      ...files,
      '.concord.yaml': `${files['.concord.yaml']}${waiver.replace('tried', 'tired')}`,
    })
    const { code, error } = concord(wrong, ['check', ...today])
    assert.equal(code, 2)
    assert.match(error, /There is no (?:custom )?rule "custom\/leaders\/tired"/)
  })
  it('is held back by the baseline, and another one is new', () => {
    const folder = temporaryFolder(files)
    assert.equal(concord(folder, ['baseline', ...today]).code, 0)
    assert.match(bytesOf(folder, '.concord-baseline.json').toString(), /"custom\/leaders\/tried"/)
    assert.deepEqual(customIn(folder), [])
    const other = agreement.replaceAll('corvus', 'orion')
    const given = concord(folder, ['check', '--stdin-filename', 'b.yaml', '--format', 'json', ...today], {
      input: other,
    })
    const found: readonly { readonly rule: string }[] = JSON.parse(given.out).findings
    assert.equal(found.filter((each) => each.rule === id).length, 1)
  })
  it('counts in the component of the scorecard that its id names', () => {
    const days = { forEach: 'policy.spec.spiffs', passes: 'days(item.from, item.to) < 92', at: 'to' }
    const folder = temporaryFolder({
      ...files,
      'rules.yaml': ruleText({ id: 'custom/performance/tried', kind: 'IncentivePlan', ...days }),
      'a.yaml': plan,
    })
    const card: Card = JSON.parse(concord(folder, ['scorecard', '--format', 'json', ...today]).out).scorecard
    const { barriers, passed } = card.components.find(({ component }) => component === 'performance') ?? {}
    assert.deepEqual([barriers, passed], [1, 1])
    for (const format of ['text', 'markdown'])
      assert.match(concord(folder, ['scorecard', '--format', format, ...today]).out, /custom\/performance\/tried/)
    const page = concordProcess(folder, ['scorecard', '--format', 'html', ...today]).out
    assert.match(page, /Tried/)
  })
})
