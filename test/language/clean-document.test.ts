import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readCleanDocuments } from '../../server/language/clean-document.ts'
import { readAnyDocuments } from '../../server/language/document.ts'
import { textsBelow } from '../checker/policy-texts.ts'
import { everything } from './everything.ts'
import { Choices, sampleDocument } from './yaml-samples.ts'

function assertSame(text: string): boolean {
  const clean = readCleanDocuments(text)
  if (clean === undefined) return false
  assert.deepEqual(
    clean.map((document) => everything(document, text)),
    readAnyDocuments(text).map((document) => everything(document, text)),
  )
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
        for (const aliases of [false, true])
          if (assertSame(sampleDocument(new Choices(numbers), { aliases }).text)) read++
      }),
      { numRuns: 500 },
    )
    assert.ok(read > 300, `only ${read} texts were read`)
  })

  it('reads where a block ends that is brought in by an alias, with a comment behind its last line', () => {
    for (const block of ['- first word\n    and another', '- a: 1\n    b: 2', 'a: 1\n  b: [1]'])
      assert.ok(assertSame(`term: &m0\n  ${block} # c0.\n# c1.\nnote: *m0\n`))
  })

  it('leaves comments that begin a line between brackets to the other parser', () => {
    for (const inside of ['\n   mode: 1\n#c\n ', '\n#c\n   mode: 1\n ', '\n   mode: 1,\n#c\n   note: 2\n '])
      assert.equal(readCleanDocuments(`a: {${inside}}\n`), undefined)
    assert.ok(assertSame('a: {\n   mode: 1\n # c\n }\n'))
  })

  it('leaves scalars in a line of their own behind a comment to the other parser', () => {
    for (const text of [
      'mode:\n\n#\n   c0.\n\nnote:\n',
      'mode: # c0.\n# c1.\n  second\nnote:',
      'a:\n  - # c\n    b\n',
    ]) {
      assert.equal(readCleanDocuments(text), undefined)
    }
    for (const text of ['mode:\n  second\nnote:\n', 'mode: # c0.\n  a: 1\n', 'x:\n  - # c\n    a: 1\n'])
      assert.ok(assertSame(text))
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

  for (const [what, text] of [
    ['several documents', '# one\na: 1\n# two\n--- # three\nb: 2\n---\n\nc: 3'],
    ['comments wherever they may be', '# a\na: # b\n  # c\n  - 1 # d\n# e\n  - 2\nb: [ # f\n  1, # g\n  2]\n'],
    [
      'texts over several lines',
      'a: one\n  two\n  three # four\nb: >-\n  one\n  two\n\n  three\nc: |\n  one\n   two\nd: 4\n',
    ],
    ['texts in quotes', `a: "\\u00e9 \\"x\\"\\n"\nb: 'it''s'\n"c": ['d: e', "#"]\n`],
    ['JSON in one line', '{"a":[1,{"b":null}],"c":"d: e","f":{}}'],
    ['JSON over several lines', '{\n  "a": 1,\n  "b": [\n    true\n  ]\n}\n'],
    ['a document in brackets', '{ a: 1,\nb: [2\n], "c": \'d\' }\n'],
    ['lists as far in as their key', 'a:\n- b: 1\n  c:\n  - 2\n- - 3\n  - 4\nd:\n'],
    ['values used again', 'a: &x 1\nb: *x\nc: &y\n  - d: *x\ne: *y\nf: &z { g: [1] }\nh: [*z, *x]\n'],
    ['mappings merged in', 'a: &x { b: 1, c: { d: 2 } }\ne:\n  <<: *x\n  b: 3\nf:\n  - g: 4\n    <<: *x # h\n'],
  ] as const) {
    it(`reads ${what}`, () => {
      assert.ok(assertSame(text))
      assert.ok(assertSame(text.replaceAll('\n', '\r\n')))
    })
  }

  for (const [why, text] of [
    ['aliases without an anchor', 'a: *x\nb: &x 1\n'],
    ['aliases of what they stand in', 'a: &x\n  b: *x\n'],
    ['aliases that bring in much', `a: &x [${'1, '.repeat(600)}]\nb: *x\nc: *x\n`],
    ['merges of what was merged', 'a: &x {b: 1}\nc: &y\n  <<: *x\nd:\n  <<: *y\n'],
    ['tabs', 'a: 1\t# b\n'],
    ['texts that keep their last line breaks', 'a: |+\n  b\n\nc: 1\n'],
    ['deep nesting', '['.repeat(100)],
    ['merge keys', 'a: {<<: {b: 1}}\n'],
    ['tags', 'a: !!str 1\n'],
    ['repeated keys', 'a: 1\na: 2\n'],
    ['explicit keys', '? a\n: 1\n'],
    ['broken text', 'a: [1, 2\nb: 3\n'],
    ['half a line', 'a: 1\nb\n'],
    ['nothing', ''],
  ] as const) {
    it(`leaves ${why} to the other parser`, () => assert.equal(readCleanDocuments(text), undefined))
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
