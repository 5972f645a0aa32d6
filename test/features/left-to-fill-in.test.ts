import assert from 'node:assert/strict'
import { leftToFillIn } from '../../server/features/left-to-fill-in.ts'
import { applyEdits, type TextEdit } from '../../server/language/edit.ts'

const at = (start: number, text: string, end = start): TextEdit => ({ range: { start, end }, text })

/** The words that are left to fill in, in the text that the edits make. */
function left(text: string, ...edits: readonly TextEdit[]): string | undefined {
  const range = leftToFillIn(edits)
  return range === undefined ? undefined : applyEdits(text, edits).slice(range.start, range.end)
}

describe('what a fix leaves to fill in', () => {
  it('is the first marked value, with its quotes', () => {
    assert.equal(left('a: 1\n', at(4, '\nb: "? the role that decides"\nc: "? another"')), '"? the role that decides"')
    assert.equal(left('a: 1\n', at(4, "\nb: '? the partner''s role'")), "'? the partner''s role'")
    assert.equal(left('{}', at(1, '"b": "? who \\"owns\\" it"')), '"? who \\"owns\\" it"')
  })
  it('is counted in the text that all edits make, in whatever order they come', () => {
    const [shorter, longer, marked] = [at(0, '', 3), at(5, 'zwei', 6), at(9, '\nd: "? here"')]
    assert.equal(left('weg\na b c', shorter, longer, marked), '"? here"')
    assert.equal(left('weg\na b c', marked, longer, shorter), '"? here"')
  })
  it('is the remark where no value is marked', () => {
    assert.equal(left('a:\n', at(3, '  - peers # settle whom to ask, and how\n')), 'settle whom to ask, and how')
    assert.equal(left('a:\n', at(3, '  - peers # settle it\n  - b: "? which"\n')), '"? which"')
  })
  it('is nothing where a fix leaves nothing', () => {
    assert.equal(left('a: 1\n', at(3, '2', 4)), undefined)
    assert.equal(left('a: 1\n', at(3, '"Why?"', 4)), undefined)
    assert.equal(leftToFillIn([]), undefined)
  })
})
