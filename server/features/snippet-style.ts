import type { Layout } from './spot.ts'

/** How the text around a snippet is written. */
export interface SnippetStyle {
  readonly style: Layout['style']
  /** Columns by which what belongs to a key is indented. */
  readonly step: number
  /** Columns by which a list mark is indented under its key. */
  readonly dash: number
  readonly lineBreak: string
}

/** A key, or an opening bracket, and below it what is indented further. */
const nested = /^( *)(?!- )[^\s#].*[:{[][ \t]*\r?\n\1( +)(?!- )[^\s#]/m
const marked = /^( *)(?!- )[^\s#].*:[ \t]*\r?\n\1( *)- /m

/** The habits of a text, as its first mapping and its first list show them. */
export function snippetStyle(text: string, style: Layout['style']): SnippetStyle {
  const map = nested.exec(text)?.[2]?.length
  const list = marked.exec(text)?.[2]?.length
  const step = map ?? (list || 2)
  return { style, step, dash: list ?? step, lineBreak: text.includes('\r\n') ? '\r\n' : '\n' }
}
