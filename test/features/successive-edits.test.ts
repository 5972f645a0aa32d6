import assert from 'node:assert/strict'
import fc from 'fast-check'
import { successiveEdits } from '../../server/features/successive-edits.ts'
import { applyEdits, type TextEdit } from '../../server/language/edit.ts'

const edit = (start: number, end: number, text: string): TextEdit => ({ range: { start, end }, text })

/** Lots of edits without overlaps, each on the text that those before leave. */
const lots = fc
  .array(fc.array(fc.tuple(fc.nat(6), fc.nat(4), fc.string({ maxLength: 3 })), { maxLength: 4 }), { maxLength: 4 })
  .map((all) => (text: string): readonly (readonly TextEdit[])[] => {
    let length = text.length
    return all.map((steps) => {
      const edits: TextEdit[] = []
      let at = 0
      for (const [skip, width, put] of steps) {
        const start = at + skip
        const end = start + width
        if (end > length) break
        edits.push(edit(start, end, put))
        at = end + 1
      }
      length += edits.reduce((sum, { range, text }) => sum + text.length - (range.end - range.start), 0)
      return edits
    })
  })

describe('successive edits', () => {
  it('become edits of the first text', () =>
    assert.deepEqual(successiveEdits(10, [[edit(2, 4, 'abc')], [edit(3, 8, 'X')]]), [edit(2, 7, 'aX')]))
  it('stay apart where something between them stays', () =>
    assert.deepEqual(successiveEdits(10, [[edit(0, 1, 'ab')], [edit(5, 6, '')]]), [edit(0, 1, 'ab'), edit(4, 5, '')]))
  it('vanish where a later one takes back what an earlier one put in', () =>
    assert.deepEqual(successiveEdits(10, [[edit(3, 3, 'abc')], [edit(3, 6, '')]]), []))
  it('are put in their order, whatever order they come in', () =>
    assert.deepEqual(successiveEdits(10, [[edit(5, 6, 'b'), edit(1, 2, 'a')]]), [edit(1, 2, 'a'), edit(5, 6, 'b')]))
  it('reach the end of the text', () =>
    assert.deepEqual(successiveEdits(3, [[edit(3, 3, 'x')], [edit(4, 4, 'y')]]), [edit(3, 3, 'xy')]))
  it('are none where there are none', () => assert.deepEqual(successiveEdits(10, [[], []]), []))
  it('make the same text at once as one after the other', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), lots, (text, make) => {
        const all = make(text)
        const inTurn = all.reduce((now, lot) => applyEdits(now, lot), text)
        assert.equal(applyEdits(text, successiveEdits(text.length, all)), inTurn)
      }),
    ))
})
