import type { TextEdit } from '../language/edit.ts'
import type { Range } from '../language/range.ts'

/** What a fix writes where only a person knows the value: always in quotes, since YAML gives a bare "?" a meaning. */
const marked = /"\? (?:\\.|[^"\\\n])*"|'\? (?:''|[^'\n])*'/
const remark = /(?<= # ).+/

/**
 * Where a fix leaves something to be filled in: the first value marked with "?", or else the first remark that it makes. Counted in the
 * text that the edits make.
 */
export function leftToFillIn(edits: readonly TextEdit[]): Range | undefined {
  return firstOf(marked, edits) ?? firstOf(remark, edits)
}

function firstOf(pattern: RegExp, edits: readonly TextEdit[]): Range | undefined {
  let moved = 0
  for (const { range, text } of [...edits].sort((a, b) => a.range.start - b.range.start)) {
    const found = pattern.exec(text)
    if (found !== null) {
      const start = range.start + moved + found.index
      return { start, end: start + found[0].length }
    }
    moved += text.length - (range.end - range.start)
  }
  return undefined
}
