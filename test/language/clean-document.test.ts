import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readCleanDocument } from '../../server/language/clean-document.ts'
import { readAnyDocuments } from '../../server/language/document.ts'
import { pathText } from '../../server/language/path.ts'
import type { SourceDocument } from '../../server/language/source-document.ts'
import { textsBelow } from '../checker/policy-texts.ts'
import { Choices, sampleDocument } from './yaml-samples.ts'

/** Everything that a reader says of a document: its value, and every place in it. */
function everything({ value, tree, range, problems }: SourceDocument, text: string): unknown {
  const cut = ({ start, end }: { start: number; end: number }) => `${start}-${end} ${text.slice(start, end)}`
  const nodes = Array.from({ length: tree.size }, (_, node) => [
    pathText(tree.pathOf(node)),
    cut(tree.key(node).used),
    cut(tree.value(node).used),
  ])
  return { value, range, problems, nodes }
}

function assertSame(text: string): boolean {
  const clean = readCleanDocument(text)
  if (clean === undefined) return false
  const [any, ...others] = readAnyDocuments(text)
  assert.ok(any)
  assert.deepEqual(others, [])
  assert.deepEqual(everything(clean, text), everything(any, text))
  return true
}

describe('the fast reader', () => {
  for (const folder of ['samples', 'docs/language/examples']) {
    it(`reads what the other parser reads, in ${folder}`, () => {
      const read = [...textsBelow(folder).values()].filter(assertSame)
      assert.ok(read.length > 10, `only ${read.length} texts were read`)
      for (const text of read) assert.ok(assertSame(text.replaceAll('\n', '\r\n')))
    })
  }

  it('reads what the other parser reads, whatever the style', () => {
    let read = 0
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 20, maxLength: 200 }), (numbers) => {
        if (assertSame(sampleDocument(new Choices(numbers), { aliases: false }).text)) read++
      }),
      { numRuns: 500 },
    )
    assert.ok(read > 100, `only ${read} texts were read`)
  })

  it('agrees on what plain scalars stand for', () => {
    const plain = fc.oneof(
      fc.constantFrom(
        '~',
        'null',
        'Null',
        'NULL',
        'nULL',
        'true',
        'False',
        'TRUE',
        'yes',
        'on',
        'NO',
        '0',
        '-0',
        '+1',
        '007',
        '0o17',
        '0x1F',
        '0b1',
        '1_000',
        '1.',
        '.5',
        '-.5e3',
        '1e400',
        '.inf',
        '-.INF',
        '.nan',
        '2027-01-01',
        '12:30',
        '1.2.3',
        '+',
        '-',
        '.',
        'e5',
        '1e5',
      ),
      fc.stringMatching(/^[-+.0-9a-fxonTtrueNl_~]{1,6}$/),
    )
    fc.assert(
      fc.property(plain, (word) => void assertSame(`key: ${word}\nlist: [${word}, x]\n`)),
      { numRuns: 1000 },
    )
  })

  for (const [why, text] of [
    ['anchors', 'a: &x 1\nb: *x\n'],
    ['merge keys', 'a: {<<: {b: 1}}\n'],
    ['tags', 'a: !!str 1\n'],
    ['repeated keys', 'a: 1\na: 2\n'],
    ['several documents', 'a: 1\n---\nb: 2\n'],
    ['explicit keys', '? a\n: 1\n'],
    ['broken text', 'a: [1, 2\nb: 3\n'],
    ['half a line', 'a: 1\nb\n'],
    ['nothing', ''],
  ] as const) {
    it(`leaves ${why} to the other parser`, () => assert.equal(readCleanDocument(text), undefined))
  }

  it('never throws, and agrees, on any bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => void assertSame(text)),
      { numRuns: 2000 },
    )
    const syntax = fc
      .array(
        fc.constantFrom(
          'a',
          'b',
          ': ',
          '- ',
          '\n',
          '  ',
          '{',
          '}',
          '[',
          ']',
          ', ',
          '"',
          "'",
          '#',
          ' ',
          '|',
          '>',
          '?',
          '1',
          '\t',
          '\r\n',
        ),
        { maxLength: 24 },
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(syntax, (text) => void assertSame(text)),
      { numRuns: 3000 },
    )
  })
})
