import assert from 'node:assert/strict'
import { Lexer } from 'yaml'
import type { Finding, FindingFix } from '../../server/checker/finding.ts'
import { fixEdits } from '../../server/checker/fix-edits.ts'
import { applyEdits } from '../../server/language/edit.ts'
import { findingsIn, OngoingCheck } from './checked-texts.ts'
import { textsBelow } from './policy-texts.ts'

type Texts = ReadonlyMap<string, string>

function applied(fix: FindingFix, texts: Texts): Texts {
  const edits = fixEdits(fix, (file) => texts.get(file))
  assert.ok(edits, `"${fix.title}" cannot be applied`)
  return new Map([...texts].map(([name, text]) => [name, applyEdits(text, edits.get(name) ?? [])]))
}

function comments(text: string): readonly string[] {
  const tokens = [...new Lexer().lex(text)]
  return tokens.filter((token) => token.startsWith('#')).map((comment) => comment.trim())
}

/** What can be said of a finding whatever else was edited: its rule, its policy and what it is about. */
const same = (a: Finding, b: Finding): boolean => a.fingerprint === b.fingerprint

const variants: readonly (readonly [string, (text: string) => string])[] = [
  ['LF', (text) => text],
  ['CRLF', (text) => text.replace(/\r?\n/g, '\r\n')],
]

for (const folder of ['samples/meridian', 'samples/tarnfield', 'samples/published']) {
  for (const [lineEnds, convert] of variants) {
    const texts: Texts = new Map([...textsBelow(folder)].map(([name, text]) => [name, convert(text)]))
    const found = findingsIn(texts)
    describe(`the fixes in ${folder} (${lineEnds})`, () => {
      // Goes on from one fix to the next: only what read a changed file runs again, and the findings are those of a new check.
      let check: OngoingCheck
      before(() => {
        check = new OngoingCheck(texts)
      })
      for (const finding of found) {
        for (const fix of finding.fixes) {
          it(`${finding.rule} at ${finding.place.file}:${finding.place.start.line + 1}: ${fix.title}`, () => {
            const after = applied(fix, texts)
            const left = check.findingsOf(after)
            assert.ok(!left.some((other) => same(other, finding)), 'the finding is still there')
            const known = new Set(
              found.map(({ rule, policy, path }) =>
                JSON.stringify([rule, policy, path.filter((step) => typeof step === 'string')]),
              ),
            )
            const fresh = left.filter(
              ({ rule, policy, path, severity }) =>
                severity === 'error' &&
                !known.has(JSON.stringify([rule, policy, path.filter((step) => typeof step === 'string')])),
            )
            assert.deepEqual(
              fresh.map(({ rule, text }) => `${rule}: ${text.what}`),
              [],
              'new errors',
            )
            const changed = [...after].filter(([name, text]) => texts.get(name) !== text)
            for (const [name, text] of changed) {
              const kept = comments(text)
              const lost = comments(texts.get(name) ?? '').filter(
                (comment) => !kept.some((one) => one.includes(comment)),
              )
              assert.deepEqual(lost, [], `comments of ${name} are lost`)
              const bare = text.replaceAll('\r\n', '')
              assert.ok(lineEnds === 'LF' ? !text.includes('\r') : !/[\r\n]/.test(bare), `${name} has mixed line ends`)
            }
          })
        }
      }
    })
  }
}
