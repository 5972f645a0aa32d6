import type { FileRange, Place } from '../../server/features/place.ts'
import { opened } from './opened-files.ts'

type Texts = Readonly<Record<string, string>>

/** Files in whose texts `|` marks a cursor, and « » and ‹ › mark what is expected. */
export interface MarkedFiles {
  readonly place: Place
  readonly texts: Texts
  /** The texts with the marks of what is expected, without the cursor. */
  readonly expected: Texts
}

export function marked(marked: Texts): MarkedFiles {
  const expected = mapped(marked, (text) => text.replace('|', ''))
  const texts = mapped(expected, (text) => text.replace(/[«»‹›]/g, ''))
  const [name, text] = Object.entries(marked).find(([, text]) => text.includes('|')) ?? []
  if (name === undefined || text === undefined) throw new Error('There is no | in these texts.')
  const offset = text.slice(0, text.indexOf('|')).replace(/[«»‹›]/g, '').length
  return { place: { ...opened(new Map(Object.entries(texts)), name), offset }, texts, expected }
}

/** The texts with marks around ranges, to be compared with what is expected. */
export function markedAgain(texts: Texts, ranges: readonly (FileRange & { readonly marks?: string })[]): Texts {
  return mapped(texts, (text, file) => {
    const here = ranges.filter((range) => range.file === file)
    const opening = here.map(({ range, marks = '«»' }) => ({ at: range.start, mark: marks.charAt(0) }))
    const closing = here.map(({ range, marks = '«»' }) => ({ at: range.end, mark: marks.charAt(1) })).reverse()
    let result = ''
    let from = 0
    for (const { at, mark } of [...closing, ...opening].sort((a, b) => a.at - b.at)) {
      result += text.slice(from, at) + mark
      from = at
    }
    return result + text.slice(from)
  })
}

function mapped(texts: Texts, change: (text: string, file: string) => string): Texts {
  return Object.fromEntries(Object.entries(texts).map(([file, text]) => [file, change(text, file)]))
}

/** A policy of a kind, with its `spec` as lines of YAML that begin in the first column. */
export function policy(kind: string, name: string, spec: string, metadata = ''): string {
  const indented = spec.trim().replace(/^/gm, '  ')
  return `apiVersion: leadership/v1\nkind: ${kind}\nmetadata: { name: ${name}${metadata} }\nspec:\n${indented}\n`
}
