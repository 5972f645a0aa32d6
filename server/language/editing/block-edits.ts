import type { CollectionDraft, Draft } from './draft.ts'
import { bracketsFormat } from './flow-edits.ts'
import { type Page, type RawEdit, rank, sharedQuote } from './page.ts'
import type { InsideChange } from './plan.ts'
import { type BlockFormat, blockLines, flowText, indented, isFilled, oneLine, textLines, trailing } from './render.ts'
import { type Item, quoteOf, type Site } from './site.ts'
import { takesBlankLines } from './tokens.ts'

/**
 * Gives a place outside of brackets another value. Comments on the first line stay there; others, which stood inside the old value,
 * get lines of their own. `grown`: the value is a collection that was empty, or gets empty, and is filled anew.
 */
export function replaceInBlock(
  page: Page,
  site: Site,
  draft: Draft,
  comment: string | undefined,
  grown: boolean,
): RawEdit {
  const { source } = page
  const collection = page.collectionAt(site)
  const wasBlock = collection !== undefined && collection.brackets === undefined
  const inBrackets =
    isFilled(draft) &&
    collection?.brackets !== undefined &&
    (collection.items.length > 0 || site.role === 'root' || (grown && isFlat(draft)))
  const asBlock = isFilled(draft) && !inBrackets
  const format = blockFormat(page, site)

  let end = source.lineEnd(site.end)
  if (asBlock && site.node?.srcToken === undefined) end = source.commentsEnd(end, site.column + 1)
  const comments = source.commentsIn(site.after, end)
  const headline = comments.find(
    ({ start }) =>
      (site.introduced && source.sameLine(site.after, start)) ||
      (!wasBlock && start >= site.end && source.sameLine(site.end, start)),
  )
  const others = comments.filter((kept) => kept !== headline).map((kept) => source.slice(kept))
  const note =
    page.json || comments.some((kept) => ` ${source.slice(kept)}` === trailing(comment)) ? '' : trailing(comment)
  const tail = note + (headline === undefined ? '' : source.withGap(headline))

  const lead = !site.introduced
    ? ''
    : site.written && source.sameLine(site.after, site.start)
      ? source.text.slice(site.after, site.start)
      : ' '
  const anchor = site.anchor === undefined ? '' : `${site.anchor} `
  const column = childColumn(
    site,
    draft,
    format,
    wasBlock && collection.kind === draft.kind ? collection.column : undefined,
  )
  const edit = (lines: readonly string[]) => ({ start: site.after, end, text: lines.join('\n'), rank: rank.value })

  if (asBlock) {
    const bare = anchor === '' && tail === note && others.length === 0
    if (site.role === 'item' && bare) {
      const [first = '', ...rest] = blockLines(draft, format)
      return edit([lead + first + note, ...indented(rest, site.column + 1 + lead.length)])
    }
    const lines = blockLines(draft, format)
    if (site.introduced)
      return edit([(anchor === '' ? '' : lead + anchor.trimEnd()) + tail, ...indented([...others, ...lines], column)])
    const [first = '', ...rest] = anchor === '' ? lines : [anchor.trimEnd(), ...lines]
    const [top = '', ...below] = [...others, first + tail, ...rest]
    return edit([top, ...indented(below, column)])
  }
  const quote = quoteOf(site.node)
  const text = others.length === 0 ? textLines(draft, { blockTexts: format.blockTexts, quote }) : undefined
  if (text !== undefined)
    return edit([lead + anchor + text.header + tail, ...indented(text.lines, textColumn(site, format))])
  const line = inBrackets
    ? flowText(draft, bracketsFormat(page, collection), source.indent(site.start))
    : oneLine(draft, { quote, needed: format.needed, flow: false })
  const commentColumn = wasBlock ? collection.column : childColumn(site, draft, format, undefined)
  return edit([lead + anchor + line + tail, ...indented(others, commentColumn)])
}

/** Takes items out, each with its lines; their comments stay, in the items' column. */
export function removeFromBlock(page: Page, { collection, items }: InsideChange): readonly RawEdit[] {
  const edits: RawEdit[] = []
  for (let at = 0; at < collection.items.length; at++) {
    const first = collection.items[at]
    if (first === undefined || !items.get(at)?.removed) continue
    while (items.get(at + 1)?.removed) at++
    const last = collection.items[at] ?? first
    edits.push(
      removal(
        page,
        collection.column,
        first,
        last,
        collection.items[at + 1],
        collection.items[collection.items.indexOf(first) - 1],
      ),
    )
  }
  return edits
}

function removal(
  page: Page,
  column: number,
  first: Item,
  last: Item,
  next: Item | undefined,
  previous: Item | undefined,
): RawEdit {
  const { source } = page
  const indent = ' '.repeat(column)
  let end = source.commentsEnd(source.lineEnd(last.end), column + 1)
  if (!source.leadsItsLine(first.start) && next !== undefined) {
    const kept = source.commentsIn(first.start, next.start).map((comment) => `${source.slice(comment)}\n${indent}`)
    return { start: first.start, end: next.start, text: kept.join(''), rank: rank.value }
  }
  const kept = source.commentsIn(first.start, end).map((comment) => indent + source.slice(comment))
  if (kept.length === 0 && previous !== undefined && takesBlankLines(previous.site?.node?.srcToken))
    end = source.blanksEnd(end)
  const lineStart = source.lineStart(first.start)
  if (lineStart === 0) {
    const following = source.nextLine(end)
    return kept.length === 0 && following !== undefined
      ? { start: 0, end: following, text: '', rank: rank.value }
      : { start: 0, end, text: kept.join('\n'), rank: rank.value }
  }
  let start = source.previousLineEnd(lineStart)
  // Of the blank lines on both sides of what goes, one side is enough.
  const following = source.nextLine(end)
  const blankAfter =
    following === undefined || source.lineStart(following) === source.text.length || source.isBlankLine(following)
  if (
    kept.length === 0 &&
    blankAfter &&
    previous !== undefined &&
    start > source.lineEnd(previous.end) &&
    source.isBlankLine(start)
  ) {
    start = source.previousLineEnd(start)
  }
  return { start, end, text: kept.map((line) => `\n${line}`).join(''), rank: rank.value }
}

/** Puts new items after the last one, and after the comments that belong to it. */
export function addToBlock(page: Page, { site, collection, added }: InsideChange): RawEdit | undefined {
  const last = collection.items.at(-1)
  if (last === undefined || added.entries.length === 0) return undefined
  const { source } = page
  // Where dashes stand right under their key, a comment in their column belongs to the next key.
  const underKey = site.role === 'value' && site.column === collection.column
  const at = source.commentsEnd(source.lineEnd(last.end), collection.column + (underKey ? 1 : 0))
  const gap = last.site?.written && source.sameLine(last.start, last.site.start) ? last.site.start - last.start : 2
  const format = {
    ...blockFormat(page, site),
    ...indentsUnder(page, last.start, collection.column),
    dashWidth: Math.max(gap, 2),
    quote: sharedQuote(collection),
  }
  return {
    start: at,
    end: at,
    text: indented(blockLines(added, format), collection.column)
      .map((line) => `\n${line}`)
      .join(''),
    rank: rank.lines,
  }
}

/** Puts a comment behind a value that stays, where its line has room for one. */
export function noteInBlock(page: Page, site: Site, comment: string): RawEdit | undefined {
  const type = site.node?.srcToken?.type
  if (site.role === 'root' || page.json || type === 'block-map' || type === 'block-seq' || type === 'block-scalar')
    return undefined
  const there = page.source.text.slice(site.end, page.source.lineEnd(site.end))
  return there.includes(trailing(comment))
    ? undefined
    : { start: site.end, end: site.end, text: trailing(comment), rank: rank.comment }
}

function blockFormat(page: Page, site: Site): BlockFormat {
  const { quote, blockTexts } = page.style
  return { ...indentsUnder(page, site.after, site.column), dashWidth: 2, quote: 'plain', needed: quote, blockTexts }
}

function indentsUnder(
  page: Page,
  at: number,
  column: number,
): { readonly mapIndent: number; readonly listIndent: number } {
  return { mapIndent: page.style.mapIndent(at, column), listIndent: page.style.listIndent(at, column) }
}

function childColumn(site: Site, draft: Draft, format: BlockFormat, before: number | undefined): number {
  if (before !== undefined) return before
  if (site.role === 'root') return site.column
  if (site.role === 'item') return site.column + 2
  return site.column + (draft.kind === 'list' ? format.listIndent : format.mapIndent)
}

function textColumn(site: Site, format: BlockFormat): number {
  return site.column + (site.role === 'value' ? format.mapIndent : 2)
}

function isFlat(draft: CollectionDraft): boolean {
  return draft.entries.every(
    ({ draft: inner }) =>
      !isFilled(inner) && !(inner.kind === 'plain' && typeof inner.value === 'string' && inner.value.includes('\n')),
  )
}
