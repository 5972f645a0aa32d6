import type { PolicyFile } from '../language/policy-file.ts'
import type { Range } from '../language/range.ts'
import type { OpenFile } from './place.ts'

/** An address of the web in a policy's values. */
export interface Link {
  readonly range: Range
  readonly target: string
}

/** Web addresses that stand in the values of policies; those in comments are left to the editor. */
export function links({ text, content }: OpenFile): readonly Link[] {
  const found = [...text.matchAll(/\bhttps?:\/\/[^\s"'<>`{}\\^|]+/g)].flatMap(({ 0: written, index }): Link[] => {
    const target = withoutPunctuation(written)
    return URL.canParse(target) ? [{ range: { start: index, end: index + target.length }, target }] : []
  })
  if (found.length === 0) return []
  const values = plainValues(content)
  let next = 0
  return found.filter(({ range }) => {
    while ((values[next]?.end ?? Number.POSITIVE_INFINITY) < range.end) next++
    return (values[next]?.start ?? Number.POSITIVE_INFINITY) <= range.start
  })
}

/** Where plain values are written, in the order of the text. */
function plainValues({ documents }: PolicyFile): readonly Range[] {
  return documents
    .flatMap(({ tree }) =>
      Array.from({ length: tree.size }, (_, node) => node).flatMap((node) => {
        const { used, written } = tree.value(node)
        return written === undefined && !tree.hasChildren(node) ? [used] : []
      }),
    )
    .sort((a, b) => a.start - b.start)
}

/** What ends a sentence, or closes a bracket that the address did not open, is not part of it. */
function withoutPunctuation(written: string): string {
  let unopened = written.split(')').length - written.split('(').length
  let end = written.length
  while (end > 0) {
    const last = written.charAt(end - 1)
    if (last === ')' && unopened > 0) unopened--
    else if (!/[.,;:!?*\]]/.test(last)) break
    end--
  }
  return written.slice(0, end)
}
