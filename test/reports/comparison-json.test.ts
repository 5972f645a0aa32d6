import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { isCalendarDate } from '../../server/language/calendar-date.ts'
import { misspelt, unfinished } from '../command/policies.ts'
import { copyPolicies, TestRepository } from '../command/repositories.ts'
import { concord } from '../command/running.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const schema = JSON.parse(readFileSync(`${root}schemas/concord-comparison.schema.json`, 'utf8'))
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true })
  .addVocabulary(['x-values'])
  .addFormat('date', isCalendarDate)
  .compile(schema)

function faults(report: unknown): readonly string[] {
  return validate(report)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

describe('the JSON of a comparison', () => {
  const report = (repository: TestRepository) =>
    JSON.parse(concord(repository.folder, ['compare', 'HEAD', '--format=json']).out)

  it('follows its schema for a company of which much has changed', () => {
    const repository = new TestRepository()
    copyPolicies(`${root}samples/meridian`, repository.folder)
    repository.write({ 'broken.yaml': 'apiVersion: leadership/v1\n[[[' })
    repository.commit('begin')
    copyPolicies(`${root}samples/meridian-after`, repository.folder, (path) => !path.startsWith('people'))
    repository.write({ 'a.yaml': misspelt, 'b.yaml': unfinished })
    const told = report(repository)
    assert.ok([told.new, told.gone, told.unchanged].every((findings) => findings.length > 0))
    assert.deepEqual(faults(told), [])
  })
  it('follows its schema where no component had a score', () => {
    const repository = new TestRepository()
    repository.write({ 'other.yaml': 'a: 1\n' })
    repository.commit('begin')
    const told = report(repository)
    assert.deepEqual([told.scorecard.overall, faults(told)], [{ before: null, now: null, change: null }, []])
  })
  it('is not taken for one with a field too many or too few, and its own example is one', () => {
    const [example] = schema.examples
    assert.deepEqual(faults(example), [])
    assert.notDeepEqual(faults({ ...example, more: 1 }), [])
    for (const key of Object.keys(example)) assert.notDeepEqual(faults({ ...example, [key]: undefined }), [], key)
  })
})
