import assert from 'node:assert/strict'
import type { FindingFix } from '../../server/checker/finding.ts'
import { fixEdits } from '../../server/checker/fix-edits.ts'
import { applyEdits } from '../../server/language/edit.ts'

const texts: Readonly<Record<string, string>> = {
  'agreement.yaml': 'spec:\n  type: reseller # for now\n---\nspec:\n  type: supply\n',
  'plan.yaml': 'spec:\n  year: 2026\n',
}

function fix(parts: Partial<FindingFix>): FindingFix {
  return { title: 'A fix', applicability: 'unsafe', changes: [], texts: [], ...parts }
}

/** Every file's text once the fix is applied; undefined when it cannot be. */
function applied(parts: Partial<FindingFix>): Readonly<Record<string, string>> | undefined {
  const edits = fixEdits(fix(parts), (file) => texts[file])
  return edits && Object.fromEntries([...edits].map(([file, each]) => [file, applyEdits(texts[file] ?? '', each)]))
}

const set = (document: number, value: string) =>
  ({ file: 'agreement.yaml', document, operations: [{ op: 'set', path: ['spec', 'type'], value }] }) as const

describe('the text edits of a fix', () => {
  it('are made for each file that it changes', () => {
    const changes = [
      set(0, 'co-sell'),
      { file: 'plan.yaml', document: 0, operations: [{ op: 'set', path: ['spec', 'year'], value: 2027 }] } as const,
    ]
    assert.deepEqual(applied({ changes }), {
      'agreement.yaml': 'spec:\n  type: co-sell # for now\n---\nspec:\n  type: supply\n',
      'plan.yaml': 'spec:\n  year: 2027\n',
    })
  })

  it('join the changes of several documents of one file, in the order of the text', () => {
    const edits = fixEdits(fix({ changes: [set(1, 'research'), set(0, 'co-sell')] }), (file) => texts[file])
    const starts = edits?.get('agreement.yaml')?.map(({ range }) => range.start)
    const text = texts['agreement.yaml'] ?? ''
    assert.deepEqual(starts, [text.indexOf('reseller'), text.indexOf('supply')])
  })

  it('include replacements that are known as text', () => {
    const text = { file: 'agreement.yaml', range: { start: 14, end: 22 }, text: 'co-sell' }
    assert.equal(
      applied({ texts: [text], changes: [set(1, 'research')] })?.['agreement.yaml'],
      'spec:\n  type: co-sell # for now\n---\nspec:\n  type: research\n',
    )
  })

  it('are none when a file is not there', () => {
    assert.equal(applied({ changes: [{ ...set(0, 'co-sell'), file: 'gone.yaml' }] }), undefined)
    assert.equal(applied({ texts: [{ file: 'gone.yaml', range: { start: 0, end: 0 }, text: '' }] }), undefined)
  })

  it('are none, rather than some, when one change does not fit its text', () => {
    assert.equal(applied({ changes: [set(0, 'co-sell'), set(7, 'research')] }), undefined)
  })

  it('are none when two of them overlap', () => {
    const text = { file: 'agreement.yaml', range: { start: 10, end: 18 }, text: 'kind' }
    assert.equal(applied({ texts: [text], changes: [set(0, 'co-sell')] }), undefined)
  })
})
