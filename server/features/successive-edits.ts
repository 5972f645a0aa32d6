import type { TextEdit } from '../language/edit.ts'
import type { Range } from '../language/range.ts'

/** A part of a text that was edited: a stretch of the first text, or something that edits put in. */
type Piece = { readonly kept: Range } | { readonly text: string }

/** Edits that were done one lot after the other, each on the text that the lots before had made, as edits of the first text. */
export function successiveEdits(length: number, lots: readonly (readonly TextEdit[])[]): readonly TextEdit[] {
  let pieces: readonly Piece[] = [{ kept: { start: 0, end: length } }]
  for (const lot of lots) pieces = edited(pieces, lot)
  const edits: TextEdit[] = []
  let at = 0
  let text = ''
  for (const piece of [...pieces, { kept: { start: length, end: length } }]) {
    if ('text' in piece) {
      text += piece.text
      continue
    }
    const { start, end } = piece.kept
    if (start > at || text !== '') edits.push({ range: { start: at, end: start }, text })
    at = end
    text = ''
  }
  return edits
}

function edited(pieces: readonly Piece[], lot: readonly TextEdit[]): readonly Piece[] {
  const result: Piece[] = []
  let at = 0
  for (const { range, text } of [...lot].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)) {
    result.push(...between(pieces, at, range.start))
    if (text !== '') result.push({ text })
    at = range.end
  }
  return [...result, ...between(pieces, at, Number.POSITIVE_INFINITY)]
}

/** What the pieces hold from one offset of their whole text to another. */
function between(pieces: readonly Piece[], from: number, to: number): readonly Piece[] {
  const found: Piece[] = []
  let at = 0
  for (const piece of pieces) {
    const length = 'text' in piece ? piece.text.length : piece.kept.end - piece.kept.start
    const start = Math.max(from - at, 0)
    const end = Math.min(to - at, length)
    if (start < end) {
      found.push(
        'text' in piece
          ? { text: piece.text.slice(start, end) }
          : { kept: { start: piece.kept.start + start, end: piece.kept.start + end } },
      )
    }
    at += length
  }
  return found
}
