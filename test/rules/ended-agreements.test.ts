import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { isMap, parseAllDocuments } from 'yaml'
import { check, parseExamples } from '../../server/build/rule-examples.ts'
import { ruleIds, ruleModule } from '../../server/build/rule-modules.ts'
import { messageOf } from '../../server/checker/finding.ts'
import { componentOf } from '../../server/rules/rule.ts'

const folder = fileURLToPath(new URL('../../server/rules', import.meta.url))
const modules = await Promise.all(ruleIds(folder).map((id) => ruleModule(folder, id)))

/** A sum that is not 100 is a slip of the text, whenever it is read. */
const slipsOfTheText = new Set(['performance/weights-not-100'])

// Companies keep the agreements of the past. Nothing in them can be mended any more.
for (const { id, rule, examples: text } of modules) {
  if (componentOf(id) === 'language' || slipsOfTheText.has(id) || !rule.kinds?.includes('PartnerAgreement')) continue
  describe(id, () => {
    it('finds no barrier in an agreement that has ended', () => {
      const said = parseExamples(text ?? '').examples.flatMap((example) =>
        check(example, example.files.map(ended), [rule])
          .findings.filter(({ policy }) => policy.kind === 'PartnerAgreement')
          .map((finding) => `${example.title}: ${messageOf(finding)}`),
      )
      assert.deepEqual(said, [])
    })
  })
}

/** A file with all of its agreements, and what they promise, over for a year. */
function ended<F extends { readonly text: string }>(file: F): F {
  const documents = [...parseAllDocuments(file.text)].flatMap((document) => ('contents' in document ? [document] : []))
  for (const document of documents) {
    if (document.get('kind') !== 'PartnerAgreement') continue
    document.setIn(['spec', 'term'], document.createNode({ from: '2023-01-01', to: '2025-10-31' }))
    for (const list of ['commitments', 'obligations']) {
      const promises = document.getIn(['spec', list])
      const items = typeof promises === 'object' && promises !== null && 'items' in promises ? promises.items : []
      if (Array.isArray(items))
        for (const item of items) if (isMap(item)) for (const key of ['from', 'to']) item.delete(key)
    }
  }
  return { ...file, text: documents.map(String).join('---\n') }
}
