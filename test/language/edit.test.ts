import assert from 'node:assert/strict'
import { readDocuments } from '../../server/language/document.ts'
import { applyEdits, editsFor, type Operation } from '../../server/language/edit.ts'
import type { Path } from '../../server/language/path.ts'
import type { Value } from '../../server/language/source-document.ts'

describe('setting a value', () => {
  it('replaces the scalar alone and keeps the comment behind it', () => {
    becomes('weight: 60  # percent\nnext: 1\n', 'weight: 40  # percent\nnext: 1\n', set(['weight'], 40))
    assert.deepEqual(editsFor('weight: 60  # percent\n', 0, [set(['weight'], 40)]), [
      { range: { start: 8, end: 10 }, text: '40' },
    ])
  })

  it('keeps the quotes that a text has', () => {
    becomes(
      `a: "x"\nb: 'y'\nc: z\n`,
      `a: "new"\nb: 'it''s'\nc: "new: c"\n`,
      set(['a'], 'new'),
      set(['b'], "it's"),
      set(['c'], 'new: c'),
    )
  })

  it('quotes a new text as the document does, and only where it has to', () => {
    becomes(
      `a: 'x: y'\n`,
      `a: 'x: y'\nb: '- z'\nc: word\nd: 'yes'\ne: 'null'\n`,
      set(['b'], '- z'),
      set(['c'], 'word'),
      set(['d'], 'yes'),
      set(['e'], 'null'),
    )
  })

  it('replaces texts of several lines', () => {
    becomes(
      yaml`
        folded: >-
          first
          second

        block: | # shown to all
          first
        plain: one
          and two # why
        quoted: "one
          and two"
        # end
      `,
      yaml`
        folded: short

        block: short # shown to all
        plain: short # why
        quoted: "short"
        # end
      `,
      ...['folded', 'block', 'plain', 'quoted'].map((key) => set([key], 'short')),
    )
  })

  it('writes a text of several lines as a block', () => {
    becomes('a: x # why\nb: 1\n', 'a: | # why\n  one\n  two\nb: 1\n', set(['a'], 'one\ntwo\n'))
    becomes('a: x\nb: 1', 'a: |-\n  one\n\n  two\nb: 1', set(['a'], 'one\n\ntwo'))
    becomes('a: x\n', 'a: " lead\\ntwo"\n', set(['a'], ' lead\ntwo'))
  })

  it('fills a key that has no value', () => {
    becomes(
      yaml`
        spec:
          distribution: # to be agreed
            # with the works council
          owner:
        # end
      `,
      yaml`
        spec:
          distribution: # to be agreed
            # with the works council
            mode: none # new
            levels:
              - a
          owner: sales
        # end
      `,
      set(['spec', 'distribution', 'mode'], 'none', 'new'),
      append(['spec', 'distribution', 'levels'], 'a'),
      set(['spec', 'owner'], 'sales'),
    )
  })

  it('turns a collection into a scalar without losing a comment', () => {
    becomes(
      yaml`
        a: # head
          x: 1 # one
          # between
          y: 2 # two
          # after
        b: [x, # first
          y, # second
          z]
      `,
      yaml`
        a: 5 # head
          # one
          # between
          # two
          # after
        b: 6 # first
          # second
      `,
      set(['a'], 5),
      set(['b'], 6),
    )
  })

  it('turns a scalar into a collection', () => {
    becomes(
      yaml`
        a: 5 # why
        l:
          - x
          - y # why
      `,
      yaml`
        a: # why
          m: 1
          n: []
        l:
          - p: 1
            q: 2
          - # why
            p: 1
      `,
      set(['a'], { m: 1, n: [] }),
      set(['l', 0], { p: 1, q: 2 }),
      set(['l', 1], { p: 1 }),
    )
  })

  it('keeps an anchor, and drops a tag', () => {
    becomes(
      'a: &x 1\nb: &y\n  k: 1\nc: !!str 5\n',
      'a: &x\n  m: 1\nb: &y 2\nc: 6\n',
      set(['a'], { m: 1 }),
      set(['b'], 2),
      set(['c'], 6),
    )
  })

  it('writes nothing where the value is there already', () => {
    assert.deepEqual(editsFor('a: 1.0 # so\nb: {x: [1]}\n', 0, [set(['a'], 1, 'so'), set(['b'], { x: [1] })]), [])
  })

  it('puts its own comment first in the line', () => {
    becomes('a: 1 # old\nb: 2\n', 'a: 3 # new # old\nb: 2 # two\n', set(['a'], 3, 'new'), set(['b'], 2, 'two'))
  })

  it('replaces the root', () => {
    becomes('--- # head\na: 1\n...\n', '--- # head\nb: 1\n...\n', set([], { b: 1 }))
    becomes('---\n', '---\na:\n  b: 1\n', set(['a', 'b'], 1))
    becomes('{"a": 1}', '{"b": {"c": "x"}}', set([], { b: { c: 'x' } }))
  })
})

describe('adding a key', () => {
  it('comes after the last key, before comments that stand further left', () => {
    becomes(
      yaml`
        spec:
          a:
            x: 1 # one
            # of a
        # about other
        other: 1
      `,
      yaml`
        spec:
          a:
            x: 1 # one
            # of a
            y: 2
          b: 3 # new
        # about other
        other: 1
      `,
      set(['spec', 'b'], 3, 'new'),
      set(['spec', 'a', 'y'], 2),
    )
  })

  it('makes missing parents, once for all that goes into them', () => {
    becomes(
      'a: 1\n',
      yaml`
        a: 1
        p: # first
          q:
            r: 1
            s: 2 # second
          l:
            - x
            - z
      `,
      set(['p', 'q', 'r'], 1, 'first'),
      set(['p', 'q', 's'], 2, 'second'),
      append(['p', 'l'], 'x'),
      append(['p', 'l'], 'z'),
    )
  })

  it('indents as the neighbours do', () => {
    becomes(
      yaml`
        spec:
            list:
            - a
            map:
                x: 1
      `,
      yaml`
        spec:
            list:
            - a
            map:
                x: 1
            new:
                list:
                - k: 1
                  l:
                  - 2
      `,
      set(['spec', 'new'], { list: [{ k: 1, l: [2] }] }),
    )
  })

  it('follows block texts and values over several lines', () => {
    becomes('a: |\n  x\n  # text\n\n', 'a: |\n  x\n  # text\nb: 1\n\n', set(['b'], 1))
    becomes('a: |+\n  x\n\n\n', 'a: |+\n  x\n\n\nb: 1\n', set(['b'], 1))
    becomes('a: >-\n  x', 'a: >-\n  x\nb: 1', set(['b'], 1))
    becomes('a: one\n  two\n', 'a: one\n  two\nb: 1\n', set(['b'], 1))
  })

  it('keeps a text without a last line break that way', () => {
    becomes('a: 1', 'a: 1\nb: 2', set(['b'], 2))
  })

  it('keeps the line breaks of the text', () => {
    becomes(
      'a: 1 # x\r\nb: 2\r\n',
      'a: # x\r\n  k: v\r\nb: 2\r\nc: |\r\n  x\r\n  y\r\n',
      set(['a'], { k: 'v' }),
      set(['c'], 'x\ny\n'),
    )
  })

  it('stays inside its document', () => {
    becomes('a: 1\n...\n', 'a: 1\nb: 2\n...\n', set(['b'], 2))
    const text = '# one\na: 1\n---\n# two\na: 1\n'
    assert.equal(applied(text, 1, [set(['b'], 2)]), '# one\na: 1\n---\n# two\na: 1\nb: 2\n')
    assert.equal(applied(text, 0, [set(['b'], 2)]), '# one\na: 1\nb: 2\n---\n# two\na: 1\n')
  })

  it('goes into the first mapping of a list item, and after explicit keys', () => {
    becomes('- a: 1\n- - x\n', '- a: 1\n  b: 2\n- - x\n  - z\n', set([0, 'b'], 2), append([1], 'z'))
    becomes('? a\n: 1\n', '? a\n: 1\nb: 2\n', set(['b'], 2))
  })

  it('quotes keys that need it', () => {
    becomes(
      'a: 1\n',
      'a: 1\n"x: y": 2\n"<<": 3\n__proto__: 4\n"": 5\n',
      set(['x: y'], 2),
      set(['<<'], 3),
      set(['__proto__'], 4),
      set([''], 5),
    )
  })
})

describe('editing inside brackets', () => {
  it('stays in the line and its style', () => {
    becomes(
      'm: {a: 1}\nn: { a: 1 }\nl: [x,y]\n',
      'm: {a: 1, b: {c: [2]}}\nn: { a: 1, b: 2 }\nl: [x,y,z]\n',
      set(['m', 'b'], { c: [2] }),
      set(['n', 'b'], 2),
      append(['l'], 'z'),
    )
  })

  it('fills empty ones', () => {
    becomes(
      'l: [] # none\nm: {}\nn: [ ]\n',
      'l: [x] # none\nm: {b: 2}\nn: ["a, b"]\n',
      append(['l'], 'x'),
      set(['m', 'b'], 2),
      append(['n'], 'a, b'),
    )
    becomes('l: []\nm: 1\n', 'l:\n  - name: x\n    fte: 2\nm: 1\n', append(['l'], { name: 'x', fte: 2 }))
    becomes('l: [ # none yet\n]\n', 'l: [x] # none yet\n', append(['l'], 'x'))
  })

  it('puts comments where the line ends, or nowhere', () => {
    becomes('m: {a: 1, b: 2} # old\n', 'm: {a: 3, b: 2} # new # old\n', set(['m', 'a'], 3, 'new'))
    becomes('m: {a: 1, b: [2,\n  3]}\n', 'm: {a: 4, b: [2,\n  3]}\n', set(['m', 'a'], 4, 'new'))
  })

  it('gives a new item its own line where the others have theirs', () => {
    becomes(
      yaml`
        l: [
          a, # one
          b  # two
          # end
        ]
        m: {
          a: 1,
        }
      `,
      yaml`
        l: [
          a, # one
          b,  # two
          c # new
          # end
        ]
        m: {
          a: 1,
          b: 2,
        }
      `,
      append(['l'], 'c', 'new'),
      set(['m', 'b'], 2),
    )
  })

  it('removes items with their commas and keeps their comments', () => {
    becomes(
      'a: [x, y, z]\nb: [x, y, z]\nc: [x, y,]\n',
      'a: [y, z]\nb: [x, y]\nc: [x,]\n',
      remove('a', 0),
      remove('b', 2),
      remove('c', 1),
    )
    becomes('a: [x, y, z]\n', 'a: [y, w]\n', remove('a', 0), remove('a', 2), append(['a'], 'w'))
    becomes(
      yaml`
        l: [
          a, # one
          b, # two
          c, # three
          d  # four
        ]
      `,
      yaml`
        l: [
          a, # one
          # two
          c # three
          # four
        ]
      `,
      remove('l', 1),
      remove('l', 3),
    )
  })

  it('writes JSON where the text is JSON', () => {
    becomes(
      '{"a":1,"b":"x"}',
      '{"a":1,"b":"z","c":{"d":"y"}}',
      set(['c'], { d: 'y' }, 'no comments in JSON'),
      set(['b'], 'z'),
    )
    becomes(
      yaml`
        {
          "a": 1,
          "b": {
            "c": []
          }
        }
      `,
      yaml`
        {
          "b": {
            "c": ["z"],
            "d": {
              "e": [1, 2]
            }
          }
        }
      `,
      remove('a'),
      append(['b', 'c'], 'z'),
      set(['b', 'd', 'e'], [1, 2]),
    )
  })

  it('gives a bare key a value', () => {
    becomes('{a, b: , c: 1}\n', '{a: 1, b: 2, c: 1}\n', set(['a'], 1), set(['b'], 2))
  })
})

describe('removing', () => {
  it('takes the lines of a key and leaves its comments', () => {
    becomes(
      yaml`
        spec:
          # above
          a: 6  # why
          b:
            # in b
            x: 1 # one
            y: |
              # text
          # above c
          c: 3
      `,
      yaml`
        spec:
          # above
          # why
          # in b
          # one
          # above c
          c: 3
      `,
      remove('spec', 'a'),
      remove('spec', 'b'),
    )
  })

  it('leaves comments where a block text before cannot swallow them', () => {
    becomes('a: |\n  text\nb:\n  c: 1\n  # deep\n', 'a: |\n  text\n# deep\n', remove('b'))
    becomes('a: |+\n  text\nb: 1\n\nc: 2\n', 'a: |+\n  text\nc: 2\n', remove('b'))
  })

  it('takes list items, the first of an item’s keys, and the last of anything', () => {
    becomes('l:\n  - a # one\n  - b\n', 'l:\n  # one\n  - b\n', remove('l', 0))
    becomes('l:\n  - a: 1 # one\n    # two\n    b: 2\n', 'l:\n  - # one\n    # two\n    b: 2\n', remove('l', 0, 'a'))
    becomes('- - a\n  - b\n', '- - b\n', remove(0, 0))
    becomes(
      'l:\n  - a # one\n  - b\nm:\n  k: 1\n',
      'l: []\n  # one\nm: {}\n',
      remove('l', 0),
      remove('l', 1),
      remove('m', 'k'),
    )
    becomes('a: 1\nb: 2', 'a: 1', remove('b'))
    becomes('# head\na: 1\n# foot\n', '# head\n{}\n# foot\n', remove('a'))
  })

  it('leaves one of two blank lines', () => {
    becomes('a: 1\n\nb: 2\n\nc: 3\n', 'a: 1\n\nc: 3\n', remove('b'))
    becomes('a: 1\n\nb: 2\n', 'a: 1\n', remove('b'))
  })

  it('does nothing where nothing is', () => {
    assert.deepEqual(editsFor('a: {b: 1}\nl: [1]\n', 0, [remove('c'), remove('a', 'x', 'y'), remove('l', 4)]), [])
  })

  it('makes room for an addition', () => {
    becomes('a: 1\nb: 2 # two\n', 'a: 1\n# two\nc: 3\n', remove('b'), set(['c'], 3))
    becomes('m:\n  a: 1 # one\n', 'm:\n  # one\n  b: 2\n', remove('m', 'a'), set(['m', 'b'], 2))
  })
})

describe('renaming', () => {
  it('replaces the key alone, with its quotes', () => {
    becomes(
      `old: 1 # x\n"q": 2\nm: {k: 1}\n`,
      `new: 1 # x\n"r": 2\nm: {"a,b": 3}\n`,
      rename(['old'], 'new'),
      rename(['q'], 'r'),
      rename(['m', 'k'], 'a,b'),
      set(['m', 'k'], 3),
    )
  })

  it('is impossible onto a key that is there', () => {
    assert.equal(editsFor('a: 1\nb: 2\n', 0, [rename(['a'], 'b')]), undefined)
  })
})

describe('aliases and merge keys', () => {
  const shared = yaml`
    base: &base {k: 1}
    same: *base
    own:
      <<: *base
      j: 2
  `

  it('replaces an alias alone', () => {
    becomes(shared, shared.replace('same: *base', 'same: 5'), set(['same'], 5))
  })

  it('gives a merged key an own value', () => {
    becomes(shared, shared.replace('  j: 2\n', '  j: 2\n  k: 9\n'), set(['own', 'k'], 9))
  })

  const impossible: readonly (readonly [string, Operation])[] = [
    ['inside an aliased value', set(['same', 'k'], 2)],
    ['on a value that others share', set(['base', 'k'], 2)],
    ['taking the anchor from an alias', remove('base')],
    ['removing a key that a merge brings in', remove('own', 'k')],
    ['renaming a key that a merge brings in', rename(['own', 'k'], 'l')],
  ]
  for (const [what, operation] of impossible) {
    it(`does nothing ${what}`, () => assert.equal(editsFor(shared, 0, [operation]), undefined))
  }
})

describe('what cannot be done', () => {
  const cases: readonly (readonly [string, string, readonly Operation[]])[] = [
    ['broken text', 'a: [1\nb: 2\n', [set(['b'], 3)]],
    ['a document that is not there', '', [set(['b'], 3)]],
    ['a key of a scalar', 'a: 1\n', [set(['a', 'b'], 3)]],
    ['a key of a list', 'a: [1]\n', [set(['a', 'b'], 3)]],
    ['an item beyond the next', 'a: [1]\n', [set(['a', 2], 3)]],
    ['appending to a scalar', 'a: 1\n', [append(['a'], 3)]],
    ['the value of an explicit key', '? a\n: 1\n', [set(['a'], 3)]],
    ['removing the root', 'a: 1\n', [remove()]],
    ['two values for one place', 'a: 1\n', [set(['a'], 2), set(['a'], 3)]],
    ['two values for a new key', 'a: 1\n', [set(['b'], 2), set(['b'], 3)]],
    ['changing what goes', 'a: {b: 1}\n', [remove('a'), set(['a', 'b'], 2)]],
    ['numbers that YAML cannot tell from texts', 'a: 1\n', [set(['a'], Number.NaN)]],
  ]
  for (const [what, text, operations] of cases) it(what, () => assert.equal(editsFor(text, 0, operations), undefined))
})

describe('applying edits', () => {
  it('takes them in any order', () => {
    const edits = [
      { range: { start: 2, end: 3 }, text: 'C' },
      { range: { start: 0, end: 1 }, text: '' },
      { range: { start: 2, end: 2 }, text: '-' },
    ]
    assert.equal(applyEdits('abcd', edits), 'b-Cd')
  })

  it('refuses overlaps and places outside of the text', () => {
    assert.throws(
      () =>
        applyEdits('abc', [
          { range: { start: 0, end: 2 }, text: '' },
          { range: { start: 1, end: 3 }, text: '' },
        ]),
      RangeError,
    )
    assert.throws(() => applyEdits('abc', [{ range: { start: 2, end: 4 }, text: '' }]), RangeError)
  })
})

function set(path: Path, value: Value, comment?: string): Operation {
  return { op: 'set', path, value, ...(comment === undefined ? {} : { comment }) }
}

function append(path: Path, value: Value, comment?: string): Operation {
  return { op: 'append', path, value, ...(comment === undefined ? {} : { comment }) }
}

function remove(...path: Path): Operation {
  return { op: 'remove', path }
}

function rename(path: Path, key: string): Operation {
  return { op: 'rename', path, key }
}

function becomes(before: string, after: string, ...operations: readonly Operation[]): void {
  assert.equal(applied(before, 0, operations), after)
  assert.deepEqual(readDocuments(after)[0]?.problems, [])
}

function applied(text: string, document: number, operations: readonly Operation[]): string | undefined {
  const edits = editsFor(text, document, operations)
  return edits && applyEdits(text, edits)
}

/** A text as it stands in the test, without the indentation that it has there. */
function yaml({ raw: [written = ''] }: TemplateStringsArray): string {
  const lines = written.split('\n').slice(1, -1)
  const indent = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)))
  return lines.map((line) => `${line.slice(indent)}\n`).join('')
}
