import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { generate } from '../../server/build/generate.ts'
import { readSchemas } from '../../server/build/schemas.ts'
import { ajvFor } from '../../server/build/validators.ts'
import { kinds } from '../../server/language/generated/policies.ts'
import { validatorFor } from '../../server/language/generated/validators.js'
import { repository } from './temporary-project.ts'

const schemas = readSchemas(join(repository, 'schemas'))

/** Every `examples` in a schema, with the JSON pointer of the schema that it stands in. */
function* examplesIn(
  schema: object,
  pointer = '',
): Generator<readonly [pointer: string, examples: readonly unknown[]]> {
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'examples' && Array.isArray(value)) yield [pointer, value]
    else if (typeof value === 'object' && value !== null) {
      yield* examplesIn(value, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    }
  }
}

describe('the schemas', () => {
  it('meet the conventions', () => assert.deepEqual(generate(repository).problems, []))

  for (const { name, root } of schemas.files.values()) {
    it(`show examples that are valid in ${name}`, function () {
      this.timeout(60_000)
      const ajv = ajvFor(schemas, { forModules: false })
      const isKnown = ajv.getSchema(name) !== undefined
      if (!isKnown) ajv.addSchema(root, name)
      const wrong = [...examplesIn(root)].flatMap(([pointer, examples]) => {
        const validate = ajv.compile({ $ref: `${name}#${encodeURI(pointer)}` })
        return examples.flatMap((example) =>
          validate(example) ? [] : [`${pointer}: ${JSON.stringify(example)}: ${ajv.errorsText(validate.errors)}`],
        )
      })
      assert.deepEqual(wrong, [])
    })
  }
})

describe('the compiled validators', () => {
  for (const { kind, slug } of schemas.kinds) {
    it(`accept the reference's example of ${kind}`, () => {
      const text = readFileSync(join(repository, 'docs/language/examples', `${slug}.yaml`), 'utf8')
      for (const document of parseAllDocuments(text)) {
        const known = kinds.find((each) => each === document.get('kind'))
        assert.ok(known)
        assert.deepEqual(validatorFor(known)(document.toJS()), [])
      }
    })
  }

  const agreement = (from: string) => ({
    apiVersion: 'leadership/v1',
    kind: 'PartnerAgreement',
    metadata: { name: 'orion', effective: { from } },
    spec: { partner: { name: 'orion' }, type: 'research' },
  })

  it('refuse a day that does not exist', () => {
    const validate = validatorFor('PartnerAgreement')
    assert.deepEqual(validate(agreement('2028-02-29')), [])
    assert.deepEqual(
      validate(agreement('2026-02-30')).map(({ instancePath, keyword }) => [instancePath, keyword]),
      [['/metadata/effective/from', 'format']],
    )
  })

  it('report every error, not just the first', () => {
    assert.ok(validatorFor('PartnerAgreement')({ kind: 'PartnerAgreement', extra: 1 }).length >= 3)
  })
})
