import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { check, parseExamples } from '../../server/build/rule-examples.ts'
import { ruleIds, ruleModule } from '../../server/build/rule-modules.ts'
import { evidence } from '../../server/rules/evidence.ts'
import { componentOf, type Rule, type RuleFacts } from '../../server/rules/rule.ts'
import {
  assertFixed,
  assertMarked,
  assertPasses,
  assertStandsEachOmission,
  assertWellFormed,
  shapeOf,
} from './examples.ts'

const folder = fileURLToPath(new URL('../../server/rules', import.meta.url))
const loading = await Promise.allSettled(ruleIds(folder).map((id) => ruleModule(folder, id)))
const modules = loading.flatMap((loaded) => (loaded.status === 'fulfilled' ? [loaded.value] : []))

it('every rule module can be loaded', () => {
  assert.deepEqual(
    loading.flatMap((loaded) => (loaded.status === 'rejected' ? [String(loaded.reason)] : [])),
    [],
  )
})

for (const { id, rule, examples: text } of modules) {
  describe(id, () => {
    const { rule: heading, examples, problems } = parseExamples(text ?? '')

    it('states its facts', () => assertFacts(rule, id))

    it('has examples: a barrier, one that passes, and a near miss', () => {
      assert.ok(text !== undefined, `server/rules/${id}.examples.md is missing.`)
      assert.deepEqual(problems, [])
      assert.equal(heading, id)
      for (const kind of ['Barrier', 'Passes', 'Near miss'])
        assert.ok(
          examples.some((example) => example.kind === kind),
          `There is no ${kind}.`,
        )
    })

    for (const example of examples) {
      const { kind, title, files, afters } = example
      it(`${kind}: ${title}`, () => {
        const marks = files.flatMap((file) => file.marks)
        assert.ok(files.length > 0, 'The example has no YAML block.')
        assert.equal(marks.length > 0, kind === 'Barrier', 'A Barrier has markers, the others have none.')
        if (componentOf(id) !== 'language') assertWellFormed(files)
        for (const option of Object.keys(example.options))
          assert.ok(option in rule.options, `The rule has no option "${option}".`)
        assertMarked(example, rule)
        if (kind === 'Passes') assertPasses(example, rule)
      })
      for (const after of afters)
        it(`${kind}: ${title}; after: ${after.title}`, () => assertFixed(example, after, rule))
    }

    it('judges what is left, whatever its first example does not declare', () => {
      const [example] = examples
      if (example !== undefined) assertStandsEachOmission(example, rule)
    })

    it('shows what each of its fixes does', () => {
      const shown = new Set<string>()
      const offered = new Map<string, string>()
      for (const example of examples) {
        for (const fix of check(example, example.files, [rule]).findings.flatMap(({ fixes }) => fixes)) {
          offered.set(shapeOf(fix), fix.title)
          if (example.afters.some(({ title }) => title === fix.title)) shown.add(shapeOf(fix))
        }
      }
      const missing = [...offered].flatMap(([shape, title]) => (shown.has(shape) ? [] : [title]))
      assert.deepEqual(missing, [], 'These fixes have no After:')
    })
  })
}

function assertFacts(rule: Rule, id: string): void {
  assert.equal(rule.id, id, 'The id says where the module stands.')
  const sentences = ['finds', 'why', 'certainty', 'against', 'fixing'] as const satisfies readonly (keyof RuleFacts)[]
  for (const name of sentences) {
    const text = rule[name]
    if (text !== undefined) assert.match(text, /\S.*[.?!)]$/s, `"${name}" is no sentence: ${text}`)
  }
  assert.match(rule.title, /^\S.*[^.]$/, 'The title is a heading without a full stop.')
  for (const code of rule.evidence) assert.ok(Object.hasOwn(evidence, code), `There is no evidence ${code}.`)
  assert.ok(rule.evidence.length > 0 || componentOf(id) === 'language', 'The rule names no evidence.')
  for (const [name, option] of Object.entries(rule.options)) {
    assert.match(name, /^[a-z][A-Za-z0-9]*$/, `The option "${name}" is not in camelCase.`)
    assert.match(option.title, /\S/, `The option "${name}" has no title.`)
    assert.match(option.description, /\S.*\.$/s, `The option "${name}" has no description.`)
  }
}
