import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parseAllDocuments } from 'yaml'
import { concordProcess, temporaryFolder } from './running.ts'

const schema = (...words: readonly string[]) => concordProcess(temporaryFolder(), ['schema', ...words])

/** Checks data by a printed schema alone: a reference that leads nowhere throws. */
function errorsOf(name: string, data: unknown) {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })
  const validate = ajv.compile(JSON.parse(schema(name).out))
  return validate(data) ? [] : (validate.errors ?? [])
}

describe('concord schema', () => {
  it('lists the schemas, each with a line', () => {
    const { code, out } = schema()
    assert.equal(code, 0)
    const names = out
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' ')[0])
    for (const name of ['Policy', 'PartnerAgreement', 'CulturalNorms', 'ConcordConfig', 'ConcordReport', 'CustomRules'])
      assert.ok(names.includes(name), name)
    assert.ok(!names.includes('Common'))
    assert.match(out, /^Policy +A leadership policy of any kind\.$/m)
  })

  it('prints one that stands by itself', () => {
    const policy = parseAllDocuments(readFileSync('samples/meridian/people/leaders.yaml', 'utf8'))[0]?.toJS()
    assert.deepEqual(errorsOf('Policy', policy), [])
    assert.deepEqual(errorsOf('LeaderSelection', policy), [])
    assert.notDeepEqual(errorsOf('Policy', { ...policy, kind: 'CulturalNorms' }), [])
    assert.deepEqual(errorsOf('ConcordConfig', { root: true, customRules: ['./rules/*.yaml'] }), [])
    assert.notDeepEqual(errorsOf('ConcordConfig', { root: 'yes' }), [])
  })

  it('says what was probably meant', () => {
    const { code, error } = schema('PartnerAgrement')
    assert.deepEqual(
      [code, error],
      [2, 'concord: There is no schema "PartnerAgrement". Did you mean PartnerAgreement?\n'],
    )
    assert.match(schema('Common').error, /There is no schema "Common"/)
    assert.match(schema('Policy', 'Policy').error, /one schema at a time/)
  })
})
