import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, findingsIn, policyFiles, samples, writtenAs } from './checked-sample.ts'

// The samples are the test corpus. What is to be found in each stands beside it in expected-findings.txt. After a change
// that is meant to change findings, rewrite these files and read what became different:
//   CONCORD_UPDATE_EXPECTED=1 npx mocha --import=tsx test/samples/expected-findings.test.ts

const rewrite = process.env['CONCORD_UPDATE_EXPECTED'] === '1'
const heading =
  '# What a check on 2026-11-23 finds here: path:line:column-line:column, severity, rule, and the text at that place.'

for (const sample of ['meridian', 'meridian-after', 'tarnfield', 'tarnfield-after', 'published']) {
  describe(`samples/${sample}`, () => {
    const expectedFile = join(samples, sample, 'expected-findings.txt')

    before(() => {
      if (rewrite) writeFileSync(expectedFile, [heading, ...findingsIn(sample), ''].join('\n'))
    })

    for (const [how, write] of Object.entries(writtenAs)) {
      it(`has the findings that are expected of it, ${how}`, () => {
        const expected = readFileSync(expectedFile, 'utf8')
          .split('\n')
          .filter((line) => line !== '' && !line.startsWith('#'))
        assertSame(findingsIn(sample, write), expected)
      })
    }
  })
}

for (const company of ['meridian', 'tarnfield']) {
  describe(`the sample company ${company}`, () => {
    it('has the same files before and after', () =>
      assert.deepEqual(policyFiles(`${company}-after`), policyFiles(company)))

    it('holds all eleven kinds of policy', () => {
      const kinds = new Set(check(company).workspace.entries.map(({ kind }) => kind))
      assert.equal(kinds.size, 11)
    })

    it('has no finding at all afterwards', () => assert.deepEqual(findingsIn(`${company}-after`), []))
  })
}

function assertSame(found: readonly string[], expected: readonly string[]): void {
  const unexpected = found.filter((finding) => !expected.includes(finding))
  const missing = expected.filter((finding) => !found.includes(finding))
  const changes = [...missing.map((finding) => `- ${finding}`), ...unexpected.map((finding) => `+ ${finding}`)]
  assert.ok(changes.length === 0, `Expected (-) and found (+):\n${changes.join('\n')}`)
  assert.deepEqual(found, expected, 'The same findings, in another order or another number.')
}
