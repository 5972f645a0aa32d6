import type { Draft } from './draft.ts'
import { type Page, type RawEdit, rank, sharedQuote } from './page.ts'
import type { InsideChange } from './plan.ts'
import { type FlowFormat, flowEntry, flowText, trailing } from './render.ts'
import { type Collection, type Item, quoteOf, type Site } from './site.ts'
import { isBlank } from './source-text.ts'

/** Gives a place inside brackets another value; comments from inside the old value follow the new one. */
export function replaceInFlow(page: Page, site: Site, draft: Draft, comment: string | undefined): readonly RawEdit[] {
  const { source } = page
  const collection = page.collectionAt(site)
  const quote = quoteOf(site.node)
  const json = site.flow?.json ?? false
  const format: FlowFormat =
    collection?.brackets && collection.items.length > 0
      ? bracketsFormat(page, collection)
      : {
          json,
          quote,
          needed: page.style.quote,
          padded: page.style.padded,
          colon: ': ',
          comma: ', ',
          indent: undefined,
        }
  const indent = page.source.indent(site.start)
  const kept = source.commentsIn(site.start, site.end)
  const pad = ' '.repeat(indent)
  const tail = kept.map((range, position) => `${position === 0 ? ' ' : ''}${source.slice(range)}\n${pad}`).join('')
  const anchor = site.anchor === undefined ? '' : `${site.anchor} `
  const lead = site.written ? '' : site.introduced ? ' ' : ': '
  const text = lead + anchor + flowText(draft, { ...format, quote }, indent) + tail
  return [
    { start: site.start, end: site.end, text, rank: rank.value },
    ...noteAfter(page, site.flow?.end, site.end, comment),
  ]
}

/** Takes items out, with the commas that nothing needs any more; comments stay. Some item remains. */
export function removeFromFlow(page: Page, { collection, items }: InsideChange): readonly RawEdit[] {
  const edits: RawEdit[] = []
  for (let at = 0; at < collection.items.length; at++) {
    const first = collection.items[at]
    if (first === undefined || !items.get(at)?.removed) continue
    const previous = collection.items[at - 1]
    while (items.get(at + 1)?.removed) at++
    const next = collection.items[at + 1]
    if (next !== undefined) edits.push(beforeNext(page, first, next))
    else if (previous !== undefined) edits.push(afterPrevious(page, previous, first, collection.items[at] ?? first))
  }
  return edits
}

function beforeNext(page: Page, first: Item, next: Item): RawEdit {
  const pad = ' '.repeat(page.source.indent(first.start))
  const kept = page.source.commentsIn(first.start, next.start).map((comment) => `${page.source.slice(comment)}\n${pad}`)
  return { start: first.start, end: next.start, text: kept.join(''), rank: rank.value }
}

/** The last items go, and the comma before them; a comma after them stays where the list likes to end with one. */
function afterPrevious(page: Page, previous: Item, first: Item, last: Item): RawEdit {
  const { source } = page
  const lineEnd = source.lineEnd(last.end)
  const behind = source.text.slice(last.end, lineEnd)
  const comments = source.commentsIn(previous.end, last.end)
  if (comments.length === 0 && !/^[ \t]*,?[ \t]*#/.test(behind))
    return { start: previous.end, end: last.end, text: '', rank: rank.value }
  const pad = ' '.repeat(page.source.indent(first.start))
  const comma = last.comma === undefined ? '' : ','
  const kept = source.commentsIn(previous.end, lineEnd)
  const lines = kept.map((comment) =>
    source.sameLine(previous.end, comment.start) ? source.withGap(comment) : `\n${pad}${source.slice(comment)}`,
  )
  const closes = /^[ \t]*,?[ \t]*(?:#|$)/.test(behind)
  return {
    start: previous.end,
    end: closes ? lineEnd : (last.comma ?? last.end),
    text: comma + lines.join('') + (closes ? '' : `\n${pad}`),
    rank: rank.value,
  }
}

/** Puts new items after the last one: on lines of their own where that one has its own, or in its line. */
export function addToFlow(page: Page, { collection, items, added }: InsideChange): readonly RawEdit[] {
  const removed = (item: Item) => items.get(collection.items.indexOf(item))?.removed === true
  const last = collection.items.findLast((item) => !removed(item))
  if (last === undefined || collection.brackets === undefined || added.entries.length === 0) return []
  const { source } = page
  const format = bracketsFormat(page, collection)
  const indent = page.source.indent(last.start)
  const texts = added.entries.map((entry) => flowEntry(entry, format, indent))
  const notes = added.entries.map(({ comment }) => comment)
  const spread = last === collection.items.at(-1) && ownLine(page, collection, last)
  if (!spread) {
    const at = last === collection.items.at(-1) ? (last.comma ?? last.end) : last.end
    const again = at !== last.end
    const insertion = {
      start: at,
      end: at,
      text: again ? ` ${texts.join(format.comma)},` : texts.map((text) => format.comma + text).join(''),
      rank: rank.behind,
    }
    return [insertion, ...notes.flatMap((note) => noteAfter(page, collection.surroundings?.end, at, note))]
  }
  const after = last.comma ?? last.end
  const rest = source.text.slice(after, source.lineEnd(after))
  const free = isBlank(rest) || rest.trimStart().startsWith('#')
  const pad = ' '.repeat(indent)
  const lines = texts.map((text, position) => {
    const comma = position < texts.length - 1 || last.comma !== undefined ? ',' : ''
    const note = page.json || !free || text.includes('\n') ? '' : trailing(notes[position])
    return `\n${pad}${text}${comma}${note}`
  })
  const at = free ? source.lineEnd(after) : after
  const comma = last.comma === undefined ? [{ start: last.end, end: last.end, text: ',', rank: rank.behind }] : []
  return [...comma, { start: at, end: at, text: lines.join(''), rank: rank.lines }]
}

/** How a collection in brackets is written, as its items show it. */
export function bracketsFormat(page: Page, collection: Collection): FlowFormat {
  const { source, style } = page
  const { items, brackets, surroundings } = collection
  const [first, second] = items
  const json = surroundings?.json ?? false
  const base = { json, quote: sharedQuote(collection), needed: style.quote }
  if (first === undefined || brackets === undefined)
    return { ...base, padded: style.padded, colon: ': ', comma: ', ', indent: undefined }
  const padded = collection.kind === 'map' ? source.text.charAt(brackets.start + 1) === ' ' : style.padded
  const tightColon =
    json && collection.kind === 'map' && first.site !== undefined && first.site.start === first.site.after
  const tightComma = first.comma !== undefined && second !== undefined && first.comma === second.start
  const indent =
    json && ownLine(page, collection, first)
      ? source.column(first.start) - page.source.indent(brackets.start)
      : undefined
  return {
    ...base,
    padded,
    colon: tightColon ? ':' : ': ',
    comma: tightComma ? ',' : ', ',
    indent: indent !== undefined && indent > 0 ? indent : undefined,
  }
}

/** A comment goes behind the outermost bracket if that closes in this line, or to the end of the line if nothing follows. */
function noteAfter(
  page: Page,
  outerEnd: number | undefined,
  at: number,
  comment: string | undefined,
): readonly RawEdit[] {
  const note = trailing(comment)
  if (note === '' || page.json || outerEnd === undefined) return []
  const { source } = page
  const lineEnd = source.lineEnd(at)
  const end = source.sameLine(at, outerEnd)
    ? outerEnd
    : page.commentsInBrackets && /^[ \t]*,?[ \t]*$/.test(source.text.slice(at, lineEnd))
      ? lineEnd
      : undefined
  return end === undefined || source.text.slice(end, source.lineEnd(end)).includes(note)
    ? []
    : [{ start: end, end, text: note, rank: rank.comment }]
}

function ownLine(page: Page, collection: Collection, item: Item): boolean {
  return (
    collection.brackets !== undefined &&
    page.source.leadsItsLine(item.start) &&
    !page.source.sameLine(collection.brackets.start, item.start)
  )
}
