import assert from 'node:assert/strict'
import { Lexer } from 'yaml'
import type { Finding, FindingFix } from '../../server/checker/finding.ts'
import { fixEdits } from '../../server/checker/fix-edits.ts'
import { applyEdits } from '../../server/language/edit.ts'
import { findingsIn } from './checked-texts.ts'
import { textsBelow } from './policy-texts.ts'

type Texts = ReadonlyMap<string, string>

function applied(fix: FindingFix, texts: Texts): Texts {
  const edits = fixEdits(fix, (file) => texts.get(file))
  assert.ok(edits, `"${fix.title}" cannot be applied`)
  return new Map([...texts].map(([name, text]) => [name, applyEdits(text, edits.get(name) ?? [])]))
}

function comments(texts: Texts): readonly string[] {
  return [...texts.values()]
    .flatMap((text) => [...new Lexer().lex(text)].filter((token) => token.startsWith('#')))
    .map((comment) => comment.trim())
}

/** What can be said of a finding whatever else was edited: its rule, its policy and what it is about. */
const same = (a: Finding, b: Finding): boolean => a.fingerprint === b.fingerprint

const variants: readonly (readonly [string, (text: string) => string])[] = [
  ['LF', (text) => text],
  ['CRLF', (text) => text.replace(/\r?\n/g, '\r\n')],
]

for (const folder of ['samples/meridian', 'samples/published']) {
  for (const [lineEnds, convert] of variants) {
    const texts: Texts = new Map([...textsBelow(folder)].map(([name, text]) => [name, convert(text)]))
    const before = findingsIn(texts)
    describe(`the fixes in ${folder} (${lineEnds})`, () => {
      for (const finding of before) {
        for (const fix of finding.fixes) {
          it(`${finding.rule} at ${finding.place.file}:${finding.place.start.line + 1}: ${fix.title}`, () => {
            const after = applied(fix, texts)
            const left = findingsIn(after)
            assert.ok(!left.some((other) => same(other, finding)), 'the finding is still there')
            const known = new Set(
              before.map(({ rule, policy, path }) =>
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
            assert.deepEqual(
              comments(texts).filter((comment) => !comments(after).some((kept) => kept.includes(comment))),
              [],
              'comments are lost',
            )
            for (const [name, text] of after) {
              const bare = text.replaceAll('\r\n', '')
              assert.ok(lineEnds === 'LF' ? !text.includes('\r') : !/[\r\n]/.test(bare), `${name} has mixed line ends`)
            }
          })
        }
      }
    })
  }
}
