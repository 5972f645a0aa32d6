import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { check, parseExamples } from '../../server/build/rule-examples.ts'
import { ruleIds, ruleModule } from '../../server/build/rule-modules.ts'

const folder = fileURLToPath(new URL('../../server/rules', import.meta.url))
const modules = await Promise.all(ruleIds(folder).map((id) => ruleModule(folder, id)))

// A limit of sixteen hours is shown by an example with sixteen hours, or so close to them that one more or less makes a difference.
for (const { id, rule, examples: text } of modules) {
  for (const [name, option] of Object.entries(rule.options)) {
    const { default: usual } = option
    // 0 is a limit that is off.
    if (typeof usual !== 'number' || usual === 0) continue
    describe(id, () => {
      it(`shows ${name} at its limit: one more or one less changes what is found, a figure or a fix`, () => {
        const { examples } = parseExamples(text ?? '')
        const foundWith = (value: number) =>
          examples
            .filter((example) => !(name in example.options))
            .map((example) => {
              const options = { ...example.options, [name]: value }
              const { findings } = check({ ...example, options }, example.files, [rule])
              return findings.map(({ severity, path, figures, fixes }) => ({
                severity,
                path,
                figures: figures.map((figure) => figure.value),
                changes: fixes.map(({ changes }) => changes),
              }))
            })
        const found = JSON.stringify(foundWith(usual))
        assert.ok(
          [usual - 1, usual + 1].some((value) => JSON.stringify(foundWith(value)) !== found),
          `No example of ${id} tells ${name} = ${usual} from its neighbours.`,
        )
      })
    })
  }
}
