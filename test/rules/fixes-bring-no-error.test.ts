import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { parseExamples } from '../../server/build/rule-examples.ts'
import { ruleIds, ruleModule } from '../../server/build/rule-modules.ts'
import { rules } from '../../server/rules/generated/registry.ts'
import { newErrors } from './examples.ts'

const folder = fileURLToPath(new URL('../../server/rules', import.meta.url))
const modules = await Promise.all(ruleIds(folder).map((id) => ruleModule(folder, id)))

// That a fix leaves what its After heading shows is held by the examples of its rule.
describe('what a fix leaves brings no new error of any rule', () => {
  for (const { id, examples: text } of modules)
    for (const example of parseExamples(text ?? '').examples)
      for (const { title, files } of example.afters)
        it(`${id}: ${example.title}; after: ${title}`, () => assert.deepEqual(newErrors(example, files, rules), []))
})
