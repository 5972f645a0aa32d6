import assert from 'node:assert/strict'
import { readDocuments } from '../../server/language/document.ts'
import type { Path } from '../../server/language/path.ts'
import type { SourceDocument } from '../../server/language/source-document.ts'

function only(text: string): SourceDocument {
  const documents = readDocuments(text)
  assert.equal(documents.length, 1)
  const [document] = documents
  assert.ok(document)
  return document
}

/** What stands at a path: the text where it is used, and where it is written if that is elsewhere. */
function placeOf(text: string, path: Path, part: 'key' | 'value' = 'value'): readonly (string | undefined)[] {
  const { tree } = only(text)
  const { node, complete } = tree.find(path)
  assert.ok(complete, `nothing stands at ${path.join('.')}`)
  const place = part === 'key' ? tree.key(node) : tree.value(node)
  const cut = (range: { start: number; end: number } | undefined): string | undefined =>
    range === undefined ? undefined : text.slice(range.start, range.end)
  return [cut(place.used), cut(place.written)]
}

describe('reading YAML', () => {
  describe('values', () => {
    it('reads several documents of a file', () => {
      assert.deepEqual(
        readDocuments('a: 1\n---\nb: 2\n...\n---\n- 3\n').map(({ value }) => value),
        [{ a: 1 }, { b: 2 }, [3]],
      )
    })
    it('keeps dates, versions and country codes as text', () => {
      assert.deepEqual(only('from: 2027-01-01\nno: NO\nversion: "1.10"\n').value, {
        from: '2027-01-01',
        no: 'NO',
        version: '1.10',
      })
    })
    it('reads flow style and JSON', () => {
      assert.deepEqual(only('{"a": [1, {"b": null}], c: [x, "y"]}').value, { a: [1, { b: null }], c: ['x', 'y'] })
    })
    it('reads numbers that JSON has no word for as text', () => {
      assert.deepEqual(only('a: .inf\nb: .nan\n').value, { a: '.inf', b: '.nan' })
    })
    it('takes a key that means something to JavaScript as any other', () => {
      const { value } = only('__proto__: {polluted: true}\nconstructor: x\n')
      assert.deepEqual(Object.keys(value ?? {}), ['__proto__', 'constructor'])
      assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false)
    })
  })

  describe('anchors, aliases and merge keys', () => {
    const text = 'base: &base {weight: 40, scope: team}\nplan:\n  <<: *base\n  weight: 60\nother: *base\n'
    it('gives what they stand for', () => {
      assert.deepEqual(only(text).value, {
        base: { weight: 40, scope: 'team' },
        plan: { weight: 60, scope: 'team' },
        other: { weight: 40, scope: 'team' },
      })
    })
    it('places a merged value where it is merged in, and says where it is written', () => {
      assert.deepEqual(placeOf(text, ['plan', 'scope']), ['*base', 'team'])
      assert.deepEqual(placeOf(text, ['plan', 'scope'], 'key'), ['*base', 'scope'])
    })
    it('places what is inside an alias at the alias, and the key of the alias at itself', () => {
      assert.deepEqual(placeOf(text, ['other', 'weight']), ['*base', '40'])
      assert.deepEqual(placeOf(text, ['other']), ['*base', '{weight: 40, scope: team}'])
      assert.deepEqual(placeOf(text, ['other'], 'key'), ['other', undefined])
    })
    it('lets an own key win over a merged one wherever it stands', () => {
      assert.deepEqual(placeOf(text, ['plan', 'weight']), ['60', undefined])
      assert.deepEqual(only('a: &a {x: 1, y: 2}\nb: &b {y: 3, z: 4}\nc:\n  x: 9\n  <<: [*a, *b]\n').value, {
        a: { x: 1, y: 2 },
        b: { y: 3, z: 4 },
        c: { x: 9, y: 2, z: 4 },
      })
    })
    it('says that an alias refers to nothing, or to itself', () => {
      assert.match(only('a: *nothing\n').problems[0]?.message ?? '', /stands for nothing|refers to nothing/)
      assert.match(only('a: &a [1, *a]\n').problems[0]?.message ?? '', /inside the very value/)
    })
    it('stops at an alias bomb, with a finding', () => {
      const levels = Array.from(
        { length: 12 },
        (_, level) => `a${level + 1}: &a${level + 1} [${Array(10).fill(`*a${level}`).join(', ')}]`,
      )
      const { problems } = only(['a0: &a0 [x, x, x, x, x, x, x, x, x, x]', ...levels].join('\n'))
      assert.deepEqual(new Set(problems.map(({ rule }) => rule)), new Set(['language/unreadable']))
    })
  })

  describe('places', () => {
    it('traces every key and value to its exact range', () => {
      const text =
        'spec:\n  levels:\n    - {level: low, percent: 10}   # the curve\n    - level: "high"\n      percent: 20\n'
      assert.deepEqual(placeOf(text, ['spec', 'levels', 0, 'percent']), ['10', undefined])
      assert.deepEqual(placeOf(text, ['spec', 'levels', 1, 'level']), ['"high"', undefined])
      assert.deepEqual(placeOf(text, ['spec', 'levels', 1, 'percent'], 'key'), ['percent', undefined])
    })
    it('counts offsets the same with CRLF', () => {
      const text = 'spec:\r\n  mode: forced\r\n  by: x\r\n'
      assert.deepEqual(placeOf(text, ['spec', 'mode']), ['forced', undefined])
      assert.deepEqual(placeOf(text, ['spec', 'by']), ['x', undefined])
    })
  })

  describe('broken text', () => {
    it('gives what was understood, and the error in plain words', () => {
      const { value, problems } = only('kind: IncentivePlan\nspec:\n  peers: 8\n  measures: [one, two\nlast: 1\n')
      assert.deepEqual(value, { kind: 'IncentivePlan', spec: { peers: 8, measures: ['one', 'two'] }, last: 1 })
      assert.equal(problems.length, 1)
      assert.match(problems[0]?.message ?? '', /not closed/)
    })
    it('reports a key that is written twice and keeps the first', () => {
      const { value, problems } = only('a: 1\nb: 2\na: 3\n')
      assert.deepEqual(value, { a: 1, b: 2 })
      assert.deepEqual(
        problems.map(({ message, range }) => [message.includes('"a" is written twice'), range]),
        [[true, { start: 10, end: 11 }]],
      )
    })
    it('names a merge conflict for what it is', () => {
      const { problems } = only('a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> other\n')
      assert.ok(problems.some(({ message }) => message.includes('merge conflict')))
    })
    it('does not mistake many lists, one after the other, for deep ones', () => {
      const text = Array.from({ length: 500 }, (_, at) => `k${at}:\n  - - x\n    - { a: [1] }\n`).join('')
      assert.deepEqual(only(text).problems, [])
    })
    for (const [name, text] of [
      ['brackets', '['.repeat(100_000)],
      ['list marks', '- '.repeat(100_000)],
      ['question marks', '? '.repeat(100_000)],
      ['a few hundred levels', Array.from({ length: 300 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
      ['indentation', Array.from({ length: 3000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
    ] as const) {
      it(`says that ${name} are nested too deeply, and goes on`, () => {
        assert.deepEqual(
          only(text).problems.map(({ rule }) => rule),
          ['language/unreadable'],
        )
      })
    }
  })
})
