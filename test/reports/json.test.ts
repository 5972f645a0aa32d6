import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { isCalendarDate } from '../../server/language/calendar-date.ts'
import { kinds } from '../../server/language/generated/policies.ts'
import { components } from '../../server/rules/rule.ts'
import { clean, forced, misspelt, named, smallGroup, suppressed, unfinished } from '../command/policies.ts'
import { type Files, findingsOf, temporaryFolder } from '../command/running.ts'

const repository = fileURLToPath(new URL('../../', import.meta.url))
const schema = JSON.parse(readFileSync(`${repository}/schemas/concord-report.schema.json`, 'utf8'))
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true })
  .addVocabulary(['x-values'])
  .addFormat('date', isCalendarDate)
  .compile(schema)

/** What the schema has against a report. */
function faults(report: unknown): readonly string[] {
  return validate(report)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/** Every schema within a schema that says what a value is. */
function* fieldsOf(
  at: object,
  path = '#',
): Generator<readonly [path: string, field: Readonly<Record<string, unknown>>]> {
  for (const [key, value] of Object.entries(at)) {
    if (typeof value !== 'object' || value === null) continue
    if (key === 'properties' || key === '$defs')
      for (const [name, field] of Object.entries(value)) yield [`${path}/${name}`, field as Record<string, unknown>]
    if (key !== 'examples' && key !== 'enum' && key !== 'x-values') yield* fieldsOf(value, `${path}/${key}`)
  }
}

describe('the JSON report', () => {
  const folders: Readonly<Record<string, Files>> = {
    'nothing to find': { 'a.yaml': clean },
    'faults of the text': { 'a.yaml': misspelt, 'b.yaml': unfinished, 'c.yaml': '- apiVersion: leadership/\n[[[' },
    'a policy without kind and name': { 'a.yaml': 'apiVersion: leadership/v1\nkind: Pod\n' },
    'figures, assumptions and fixes': { 'a.yaml': smallGroup, 'b.yaml': forced },
    'figures from a configuration': { 'a.yaml': smallGroup, '.concord.yaml': 'assumptions: {lowPerformers: 3}\n' },
    'related places, and a finding twice': { 'a.yaml': `${named('a')}---\n${named('a')}---\n${named('a')}` },
    'a finding that is suppressed': { 'a.yaml': suppressed },
    'bytes that are no text': { 'a.yaml': Buffer.from(`\uFEFF${misspelt}`, 'utf16le') },
  }
  for (const [what, files] of Object.entries(folders)) {
    it(`follows its schema: ${what}`, () => {
      const { report } = findingsOf(temporaryFolder(files), [])
      assert.deepEqual(faults(report), [])
    })
  }
  it('follows its schema when nothing could be checked', () =>
    assert.deepEqual(faults(findingsOf(temporaryFolder(), ['missing']).report), []))
  it('follows its schema for the sample company', () => {
    const { report } = findingsOf(repository, ['samples/meridian'])
    assert.notEqual(report.findings.length, 0)
    assert.deepEqual(faults(report), [])
  })
  it('points at what a fix replaces', () => {
    const { report } = findingsOf(temporaryFolder({ 'a.yaml': misspelt.replaceAll('\n', '\r\n') }), [])
    const [finding] = report.findings
    assert.deepEqual(finding?.fixes[0]?.edits, [
      { file: 'a.yaml', line: 5, column: 3, endLine: 5, endColumn: 8, text: 'title' },
    ])
  })
})

describe('the schema of the JSON report', () => {
  const [example] = schema.examples

  it('says what every field is, with examples', () => {
    const fields = [...fieldsOf(schema)]
    assert.ok(fields.length > 50)
    for (const [path, { $ref, title, description, examples }] of fields) {
      if ($ref !== undefined) continue
      assert.ok(title && description && examples, path)
    }
  })
  it('accepts its own example', () => assert.deepEqual(faults(example), []))
  it('refuses fields that it does not know, wherever they are', () => {
    const [finding] = example.findings
    const withMore: readonly unknown[] = [
      { ...example, more: 1 },
      { ...example, tool: { ...example.tool, more: 1 } },
      { ...example, summary: { ...example.summary, more: 1 } },
      { ...example, scorecard: { ...example.scorecard, more: 1 } },
      ...['text', 'policy'].map((key) => ({
        ...example,
        findings: [{ ...finding, [key]: { ...finding[key], more: 1 } }],
      })),
      { ...example, findings: [{ ...finding, more: 1 }] },
      { ...example, findings: [{ ...finding, figures: [{ ...finding.figures[0], more: 1 }] }] },
      { ...example, findings: [{ ...finding, fixes: [{ ...finding.fixes[0], more: 1 }] }] },
    ]
    for (const report of withMore) {
      assert.equal(faults(report).length, 1)
      assert.match(faults(report).join(), /must NOT have additional properties/)
    }
  })
  it('refuses a report in which a field is missing', () => {
    for (const key of Object.keys(example)) assert.notEqual(faults({ ...example, [key]: undefined }).length, 0, key)
    for (const key of Object.keys(example.findings[0])) {
      const finding = { ...example.findings[0], [key]: undefined }
      assert.notEqual(faults({ ...example, findings: [finding] }).length, 0, key)
    }
  })
  it('knows every kind of policy and every component', () => {
    assert.deepEqual(schema.$defs.policy.properties.kind.enum, [...kinds, null])
    assert.deepEqual(schema.$defs.componentScore.properties.component.enum, components)
    assert.deepEqual(schema.$defs.finding.properties.component.enum, [...components, 'language'])
  })
})
