import { type Collection, type Quote, quoteOf, type Site } from './site.ts'
import type { SourceText } from './source-text.ts'
import type { Style } from './style.ts'

/** What the making of edits needs to know about a document. */
export interface Page {
  readonly source: SourceText
  readonly style: Style
  /** Whether the document as a whole is JSON, which has no comments. */
  readonly json: boolean
  /** Whether lines inside brackets may get comments. */
  readonly commentsInBrackets: boolean
  collectionAt(site: Site): Collection | undefined
}

/** A replacement with "\n" for line breaks, before it is fitted to the text. */
export interface RawEdit {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Which of several insertions at one place comes first; of equals, the one that was made first. */
  readonly rank: Rank
}

/** What an edit puts in, in the order of a line: a value, more behind it, a comment, further lines. */
export type Rank = 0 | 1 | 2 | 3
export const rank = { value: 0, behind: 1, comment: 2, lines: 3 } as const

/** The quotes that all texts of a list share; plain when they differ, or there are none. */
export function sharedQuote(collection: Collection): Quote {
  const quotes = new Set<Quote>()
  for (const { site } of collection.items) {
    if (collection.kind === 'list' && site?.node?.srcToken?.type.endsWith('scalar') && isText(site))
      quotes.add(quoteOf(site.node))
  }
  const [quote = 'plain'] = quotes
  return quotes.size === 1 ? quote : 'plain'
}

function isText(site: Site): boolean {
  return site.node !== null && 'value' in site.node && typeof site.node.value === 'string'
}
