import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readAroundBreak } from '../../server/language/clean-document.ts'
import { readAnyDocuments, readDocuments } from '../../server/language/document.ts'
import { textsBelow } from '../checker/policy-texts.ts'
import { everything } from './everything.ts'
import { Choices, sampleDocument } from './yaml-samples.ts'

const samples = [...textsBelow('samples').values()]

/** How much of a text the parser gets to read that recovers from errors; undefined where it has to read all of it. */
function readByTheOther(text: string): number | undefined {
  let read: number | undefined
  const around = readAroundBreak(text, (part) => {
    read = part.replace(/\s+/g, '').length
    return readAnyDocuments(part)[0]
  })
  return around === undefined ? undefined : read
}

function assertSame(text: string): void {
  assert.deepEqual(
    readDocuments(text).map((document) => everything(document, text)),
    readAnyDocuments(text).map((document) => everything(document, text)),
  )
}

/** What a text looks like in the middle of an edit. */
interface Edit {
  readonly at: number
  readonly removed: number
  readonly text: string
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(1_000_000),
  removed: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)),
  text: fc.oneof(
    fc.constantFrom(
      '',
      'a',
      ':',
      ': ',
      '- ',
      '\n',
      '\n  ',
      '\n    ',
      '\n    - name',
      '\n      owner',
      '\n      owner: x',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      ', ',
      '#',
      ' #',
      '|',
      '>',
      '|\n',
      '? ',
      '!',
      '%',
      '@',
      '`',
      ' ',
      '  ',
      '\n  key',
      '\n  key:',
      '\nkey',
      '\n- ',
      '\\',
    ),
    fc.string({ maxLength: 4 }),
  ),
})

function edited(text: string, { at, removed, text: added }: Edit): string {
  const from = at % (text.length + 1)
  return text.slice(0, from) + added + text.slice(from + removed)
}

describe('a text that is broken in one place', () => {
  it('is read as the parser reads it that reads all of it, wherever a sample is being edited', () => {
    let around = 0
    fc.assert(
      fc.property(fc.nat(samples.length - 1), fc.array(edit, { minLength: 1, maxLength: 2 }), (nth, edits) => {
        const text = edits.reduce(edited, samples[nth] ?? '')
        assertSame(text)
        if (readByTheOther(text) !== undefined) around++
      }),
      { numRuns: 250 },
    )
    assert.ok(around > 20, `only ${around} texts were read around a break`)
  })

  const policy = `apiVersion: leadership/v1
kind: CulturalNorms
metadata:
  name: norms
spec:
  values:
    - name: candour
      from: &start 2027-01-01
    - name: courage
      from: *start
  decisions: [one, two]
labels: { a: 1 }
`
  for (const [what, written, behind] of [
    ['a key without its colon', '\n      descr', 'name: candour'],
    ['an item that is only begun', '\n    - na', 'name: candour'],
    ['a second colon in a line', ': and', 'name: courage'],
    ['a key that is there twice', '\n      name: kindness', 'name: candour'],
    ['a member at the end', ', b', 'a: 1'],
  ] as const) {
    it(`is read in part by the other parser: ${what}`, () => {
      const at = policy.indexOf(behind) + behind.length
      const text = policy.slice(0, at) + written + policy.slice(at)
      const read = readByTheOther(text) ?? Number.POSITIVE_INFINITY
      assert.ok(read < policy.replace(/\s+/g, '').length * 0.7, `${read} characters were read`)
      assertSame(text)
    })
  }

  for (const [what, written, behind] of [
    ['a quote runs on', ', "three', 'two'],
    ['a bracket is open', ', [', 'two'],
    ['an alias leads out of the part', '\nmore: *start\nbroken', '{ a: 1 }'],
    ['the broken line is no member', '\nbroken', 'two]'],
    ['two places are broken', '\n      descr\n  decisions: [one\nlabels: {', 'name: candour'],
  ] as const) {
    it(`is read by the other parser as a whole where ${what}`, () => {
      const at = policy.indexOf(behind) + behind.length
      const text = policy.slice(0, at) + written + policy.slice(at)
      assert.equal(readByTheOther(text), undefined)
      assertSame(text)
    })
  }

  it('is read the same whatever the style', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 20, maxLength: 200 }), edit, (numbers, change) => {
        assertSame(edited(sampleDocument(new Choices(numbers), { aliases: false }).text, change))
      }),
      { numRuns: 250 },
    )
  })
})
