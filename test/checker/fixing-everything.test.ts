import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { Lexer } from 'yaml'
import { parseExamples } from '../../server/build/rule-examples.ts'
import { ruleIds, ruleModule } from '../../server/build/rule-modules.ts'
import type { Finding, FindingFix } from '../../server/checker/finding.ts'
import { applyFixes, type EditedFile } from '../../server/checker/fixing.ts'
import type { Applicability } from '../../server/rules/fix.ts'
import { OngoingCheck } from './checked-texts.ts'
import { textsBelow } from './policy-texts.ts'

type Texts = ReadonlyMap<string, string>

interface Fixed {
  readonly texts: Texts
  readonly count: number
}

/** Applies every fix of some applicabilities to texts, as a check does with --fix, and holds each pass to its law. */
function fixed(texts: Texts, applicabilities: readonly Applicability[]): Fixed {
  const now = new Map(texts)
  const checking = new OngoingCheck(now)
  const count = applyFixes(
    {
      findings: () => checking.findingsOf(now),
      textOf: (file) => now.get(file),
      mayChange: () => true,
      change: (edited) => {
        for (const each of edited) {
          assertOnlyEdited(now.get(each.file) ?? '', each)
          now.set(each.file, each.text)
        }
      },
    },
    applicabilities,
  )
  return { texts: now, count }
}

/** Edits of one pass keep apart, and everything between them stands as it stood. */
function assertOnlyEdited(before: string, { file, edits, text }: EditedFile): void {
  let [old, at] = [0, 0]
  for (const { range, text: put } of edits.toSorted((a, b) => a.range.start - b.range.start)) {
    assert.ok(range.start >= old, `edits overlap in ${file}`)
    const between = before.slice(old, range.start)
    assert.equal(text.slice(at, at + between.length), between, `something else has changed in ${file}`)
    assert.equal(text.slice(at + between.length, at + between.length + put.length), put)
    at += between.length + put.length
    old = range.end
  }
  assert.equal(text.slice(at), before.slice(old), `something else has changed at the end of ${file}`)
}

function comments(text: string): readonly string[] {
  return [...new Lexer().lex(text)].filter((token) => token.startsWith('#')).map((comment) => comment.trim())
}

function assertLaws(texts: Texts, applicabilities: readonly Applicability[]): number {
  const { texts: after, count } = fixed(texts, applicabilities)
  for (const [name, text] of after) {
    const before = texts.get(name) ?? ''
    const kept = comments(text)
    const lost = comments(before).filter(
      (comment) => !/concord-ignore/.test(comment) && !kept.some((each) => each.includes(comment)),
    )
    assert.deepEqual(lost, [], `comments of ${name} are lost`)
    if (!before.includes('\r')) assert.ok(!text.includes('\r'), `${name} has other line ends`)
    else assert.ok(!/[\r\n]/.test(text.replaceAll('\r\n', '')), `${name} has mixed line ends`)
  }
  const again = fixed(after, applicabilities)
  assert.deepEqual([...again.texts], [...after], 'a second run changes something')
  const broken = (all: Texts): number =>
    new OngoingCheck(all).findingsOf(all).filter(({ rule }) => rule === 'language/syntax').length
  assert.ok(broken(after) <= broken(texts), 'what was YAML is none any more')
  return count
}

const forms: readonly (readonly [string, (text: string) => string])[] = [
  ['LF', (text) => text],
  ['CRLF', (text) => text.replace(/\r?\n/g, '\r\n')],
  ['no line break at the end', (text) => text.trimEnd()],
]

const ways: readonly (readonly [string, readonly Applicability[]])[] = [
  ['the safe fixes', ['safe']],
  ['the safe and unsafe fixes', ['safe', 'unsafe']],
]

const folder = fileURLToPath(new URL('../../server/rules', import.meta.url))
const modules = await Promise.all(ruleIds(folder).map((id) => ruleModule(folder, id)))

describe('fixing everything at once', function () {
  this.timeout(300_000)
  for (const [way, applicabilities] of ways) {
    for (const sample of ['meridian', 'meridian-after', 'published'])
      for (const [form, saved] of forms)
        it(`${way}: ${sample}, ${form}`, () => {
          const texts = new Map([...textsBelow(`samples/${sample}`)].map(([name, text]) => [name, saved(text)]))
          const count = assertLaws(texts, applicabilities)
          if (sample === 'meridian' && applicabilities.length > 1) assert.ok(count > 5, `only ${count} fixes`)
        })
    for (const [index, { id, examples: text }] of modules.entries())
      it(`${way}: the examples of ${id}`, () => {
        const [, saved] = forms[index % forms.length] ?? []
        for (const { files } of parseExamples(text ?? '').examples)
          assertLaws(new Map(files.map((file) => [file.name, saved?.(file.text) ?? ''])), applicabilities)
      })
  }
})

describe('fixes that overlap', () => {
  /** A finding wherever a word stands, whose fix puts another in its place, with the letters around it. */
  function findings(text: string, word: string, put: string, around: number): readonly Finding[] {
    return [...text.matchAll(new RegExp(word, 'g'))].map(({ index }, nth) => {
      const range = { start: Math.max(0, index - around), end: Math.min(text.length, index + word.length + around) }
      const whole = text.slice(range.start, index) + put + text.slice(index + word.length, range.end)
      const fix: FindingFix = {
        title: `${word} to ${put}`,
        applicability: 'safe',
        changes: [],
        texts: [{ file: 'a', range, text: whole }],
      }
      const place = { file: 'a', range, start: { line: 0, column: 0 }, end: { line: 0, column: 0 } }
      return {
        rule: 'a/b',
        severity: 'error',
        text: { what: '', why: '', howMuch: '', change: '', note: '' },
        place,
        related: [],
        figures: [],
        fixes: [fix],
        policy: { kind: undefined, name: '' },
        path: [],
        fingerprint: `${word}${nth} ${text.length}`,
        internal: false,
      }
    })
  }

  /** The text after each pass. */
  function passes(start: string, find: (text: string) => readonly Finding[]): readonly string[] {
    const texts = [start]
    applyFixes(
      {
        findings: () => find(texts.at(-1) ?? ''),
        textOf: () => texts.at(-1),
        mayChange: () => true,
        change: ([edited]) => texts.push(edited?.text ?? ''),
      },
      ['safe'],
    )
    return texts.slice(1)
  }

  it('wait for the next pass', () =>
    assert.deepEqual(
      passes('one one', (text) => findings(text, 'one', 'three', 2)),
      ['three one', 'three three'],
    ))
  it('and those that touch, too', () =>
    assert.deepEqual(
      passes('oneone one', (text) => findings(text, 'one', 'three', 0)),
      ['threeone three', 'threethree three'],
    ))
  it('are all made at once where they keep apart', () =>
    assert.deepEqual(
      passes('one and one', (text) => findings(text, 'one', 'three', 1)),
      ['three and three'],
    ))
  it('come to an end where they would go round for ever', () =>
    assert.ok(
      passes('one', (text) => [...findings(text, 'one', 'two', 0), ...findings(text, 'two', 'one', 0)]).length <= 20,
    ))
})
