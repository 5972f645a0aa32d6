import assert from 'node:assert/strict'
import { folding } from '../../server/features/folding.ts'
import { opened } from './opened-files.ts'

/** Each fold as what its first line says, and its last line where it is not hidden. */
function folds(text: string): readonly string[] | undefined {
  const lines = text.split(/\r?\n/)
  return folding(opened(text))?.map(({ firstLine, lastLine, sort }) => {
    const [first, last] = [lines[firstLine]?.trim(), lines[lastLine]?.trim()]
    return `${first} … ${last}${sort === 'comment' ? ' (comment)' : ''}`
  })
}

const head = 'apiVersion: leadership/v1\nkind: PerformanceCalibration\n'
const metadata = 'metadata:\n  name: ratings\n'
const inSpec = (spec: string) =>
  folds(`${head}spec:\n${spec}\n`)?.filter((fold) => !fold.startsWith('spec:') && !fold.startsWith('metadata:'))

describe('folding', () => {
  it('folds fields, and items of lists', () =>
    assert.deepEqual(
      folds(
        `${head}${metadata}spec:\n  purpose: Fairness\n  scale:\n    - name: low\n      title: Low\n    - name: high\n`,
      ),
      ['metadata: … name: ratings', 'spec: … - name: high', 'scale: … - name: high', '- name: low … title: Low'],
    ))
  it('ends with the last thing written, not with what stands in front of the next', () =>
    assert.deepEqual(folds(`${head}${metadata}  # about ratings\n\n# the policy\nspec:\n  purpose: Fairness\n\n\n`), [
      'metadata: … name: ratings',
      'spec: … purpose: Fairness',
    ]))
  it('folds each policy where a file has several', () =>
    assert.deepEqual(folds(`${head}---\nother: document\nof:\n  no: policy\n---\n${head}${metadata}`), [
      'apiVersion: leadership/v1 … kind: PerformanceCalibration',
      'apiVersion: leadership/v1 … name: ratings',
      'metadata: … name: ratings',
    ]))
  it('leaves a closing bracket visible that has its line to itself', () => {
    assert.deepEqual(inSpec('  scale: [\n    { name: low },\n    { name: high }\n  ]'), ['scale: [ … { name: high }'])
    assert.deepEqual(inSpec('  scale: [\n    { name: low },\n    { name: high }]'), ['scale: [ … { name: high }]'])
  })
  it('folds a file in JSON as a whole, too', () =>
    assert.deepEqual(
      folds('{\n  "apiVersion": "leadership/v1",\n  "kind": "CulturalNorms",\n  "spec": {\n    "values": []\n  }\n}\n'),
      ['{ … }', '"spec": { … "values": []'],
    ))
  it('folds long texts, in which a # begins no comment', () =>
    assert.deepEqual(inSpec('  purpose: |\n    # one\n    # two\n    three\n  method: "a\n    # b\n    # c"'), [
      'purpose: | … three',
      'method: "a … # c"',
    ]))
  it('folds comments of several lines', () =>
    assert.deepEqual(folds(`# one\n# two\n${head}# only one\n${metadata}  # a\n  #\n  # b\nspec: {}\n`), [
      '# one … # two (comment)',
      'metadata: … name: ratings',
      '# a … # b (comment)',
    ]))
  it('folds what an alias or a merge brings in only where it is written', () =>
    assert.deepEqual(inSpec('  scale: &all\n    - name: low\n    - name: high\n  other: *all\n  more:\n    <<: *all'), [
      'scale: &all … - name: high',
      'more: … <<: *all',
    ]))
  it('makes one fold a line, the longest', () =>
    assert.deepEqual(inSpec('  scale:\n    - - name: a\n        title: b\n      - c'), [
      'scale: … - c',
      '- - name: a … - c',
    ]))
  it('folds the same lines whatever the line ends with', () => {
    const text = `# a\n# b\n${head}${metadata}spec:\n  purpose: |\n    one\n    two\n  scale: [\n    low\n  ]\n---\n${head}${metadata}`
    assert.deepEqual(folds(text.replaceAll('\n', '\r\n')), folds(text))
    assert.equal(folds(text)?.length, 8)
  })
  it('works in a broken document as far as it was understood', () =>
    assert.deepEqual(
      folds(`${head}${metadata}spec:\n  scale:\n    - name: low\n      title: Low\n  more:\n    - a\n    - [\n`),
      ['metadata: … name: ratings', 'spec: … - [', 'scale: … title: Low', '- name: low … title: Low', 'more: … - ['],
    ))
  it('works between conflict marks', () =>
    assert.ok(
      folds(`${head}${metadata}spec:\n<<<<<<< ours\n  purpose: a\n=======\n  purpose: b\n>>>>>>> theirs\n`)?.includes(
        'metadata: … name: ratings',
      ),
    ))
  it('leaves files without policies to the editor', () => {
    assert.equal(folds('one:\n  two: 3\n'), undefined)
    assert.equal(folds(''), undefined)
  })
})
