import assert from 'node:assert/strict'
import { lineStart } from '../../server/features/block-line.ts'
import { completion } from '../../server/features/completion.ts'
import type { CompletionItem } from '../../server/features/completion-item.ts'
import type { Place } from '../../server/features/place.ts'
import { applyEdits } from '../../server/language/edit.ts'
import { opened, withCursor } from './opened-files.ts'

/** A text with a cursor in it, alone or beside the other texts of its company. */
export function placeIn(marked: string, others: Readonly<Record<string, string>> = {}, name = 'policy.yaml'): Place {
  const { text, offset } = withCursor(marked)
  return { ...opened(new Map([...Object.entries(others), [name, text]]), name), offset }
}

export function labelsAt(place: Place): readonly string[] {
  return completion(place)?.items.map(({ label }) => label) ?? []
}

export function itemAt(place: Place, label: string, sort?: CompletionItem['sort']): CompletionItem {
  const items = completion(place)?.items ?? []
  const found = items.find((item) => item.label === label && (sort === undefined || item.sort === sort))
  assert.ok(found !== undefined, `"${label}" is not among: ${items.map(({ label }) => label).join(', ')}`)
  return found
}

/** The text after an item was chosen, by an editor that knows snippets. ‹ › mark the places to fill in. */
export function chosen(place: Place, label: string, sort?: CompletionItem['sort']): string {
  const item = itemAt(place, label, sort)
  return put(place, item, item.snippet === undefined ? (item.text ?? '') : expanded(item.snippet))
}

/** The same by an editor without snippets. */
export function chosenPlainly(place: Place, label: string): string {
  const { text, ...item } = itemAt(place, label)
  assert.ok(text !== undefined, `"${label}" needs a snippet.`)
  return put(place, { ...item, clears: undefined }, text)
}

/** Editors indent the further lines of what they insert like the line that it goes into. */
function put(place: Place, { clears }: Pick<CompletionItem, 'clears'>, inserted: string): string {
  const range = completion(place)?.replace
  assert.ok(range !== undefined)
  const from = lineStart(place.text, range.start)
  const margin = /^[ \t]*/.exec(place.text.slice(from, range.start))?.[0] ?? ''
  const text = inserted.replace(/\r?\n(?=.)/g, (lineBreak) => lineBreak + margin)
  return applyEdits(place.text, [{ range, text }, ...(clears === undefined ? [] : [{ range: clears, text: '' }])])
}

/** A snippet as it looks when it has just been put in: with what its places suggest, the first of several choices. */
function expanded(snippet: string): string {
  return snippet.replace(
    /\\(.)|\$\{\d+(?::((?:\\.|[^}\\])*)|\|((?:\\.|[^,|\\])*)(?:,(?:\\.|[^|\\])*)?\|)?\}/g,
    (whole, escaped?: string, text?: string, choice?: string) =>
      whole.startsWith('\\') ? (escaped ?? '') : `‹${(text ?? choice ?? '').replace(/\\(.)/g, '$1')}›`,
  )
}

/** A text without the marks of places, as it is when nothing else was filled in. */
export function unmarked(text: string): string {
  return text.replace(/[‹›]/g, '')
}
