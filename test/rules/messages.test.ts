import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { check, parseExamples } from '../../server/build/rule-examples.ts'
import { ruleIds, ruleModule } from '../../server/build/rule-modules.ts'
import { type Finding, type FindingPlace, messageOf } from '../../server/checker/finding.ts'
import type { Figure } from '../../server/rules/figure.ts'

// Markers in examples hold the beginning of a message. Here every word and number that a rule says of its examples is held, with
// figures, related places and fixes, and how much it passes, which the scorecard counts. After a change that is meant to change them, rewrite these files and read what became different:
//   CONCORD_UPDATE_EXPECTED=1 npx mocha test/rules/messages.test.ts

const folder = fileURLToPath(new URL('../../server/rules', import.meta.url))
const expected = fileURLToPath(new URL('expected', import.meta.url))
const rewrite = process.env['CONCORD_UPDATE_EXPECTED'] === '1'
const modules = await Promise.all(ruleIds(folder).map((id) => ruleModule(folder, id)))

for (const { id, rule, examples: text } of modules) {
  describe(id, () => {
    it('says of its examples what is expected, with these figures, places and fixes', () => {
      const { examples } = parseExamples(text ?? '')
      const said = examples.flatMap((example) => {
        const { findings, passed } = check(example, example.files, [rule])
        const found = findings.flatMap(linesOf)
        if (passed > 0) found.push(`passed: ${passed}`)
        return [`## ${example.kind}: ${example.title}`, ...(found.length === 0 ? ['silent'] : found), '']
      })
      const file = join(expected, `${id}.txt`)
      if (rewrite) {
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, said.join('\n'))
      }
      assert.ok(existsSync(file), `There is no ${id}.txt yet. CONCORD_UPDATE_EXPECTED=1 writes it.`)
      const lines = readFileSync(file, 'utf8').replaceAll('\r\n', '\n').split('\n')
      assert.deepEqual(said.join('\n').split('\n'), lines, 'CONCORD_UPDATE_EXPECTED=1 rewrites what is expected.')
    })
  })
}

function linesOf(finding: Finding): readonly string[] {
  const { place, severity, figures, related, fixes } = finding
  return [
    `${whereOf(place)} ${severity}: ${messageOf(finding)}`,
    ...figures.map((figure) => `  ${figureOf(figure)}`),
    ...related.map((one) => `  see ${whereOf(one)}: ${one.message}`),
    ...fixes.map(({ title, applicability }) => `  fix, ${applicability}: ${title}`),
  ]
}

function whereOf({ file, start }: Pick<FindingPlace, 'file' | 'start'>): string {
  return `${file}:${start.line + 1}:${start.column + 1}`
}

/** Numbers to nine digits: the last ones may differ from one processor's arithmetic to another's. */
function figureOf({ name, title, value, unit, currency, assumptions = [] }: Figure): string {
  const grounds = assumptions.map((one) => `${one.name} ${digits(one.value)} by ${one.from}`)
  const assumed = grounds.length === 0 ? '' : ` (${grounds.join(', ')})`
  return `${name}, ${title}: ${digits(value)} ${currency ?? unit}${assumed}`
}

function digits(value: number | string): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(9))) : value
}
