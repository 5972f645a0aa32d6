import type { CollectionDraft, Draft, Entry } from './draft.ts'
import { blockText, keyText, type ScalarStyle, scalarText } from './scalar.ts'
import type { Quote } from './site.ts'

/** How a collection in block style is written. Lines end with "\n" in all that is rendered. */
export interface BlockFormat {
  readonly mapIndent: number
  readonly listIndent: number
  /** From a dash to its value, the dash included. */
  readonly dashWidth: number
  /** The quotes for texts right in the collection, not further in. */
  readonly quote: Quote
  readonly needed: 'single' | 'double'
  readonly blockTexts: boolean
}

/** How a collection in brackets is written. */
export interface FlowFormat {
  readonly json: boolean
  readonly quote: Quote
  readonly needed: 'single' | 'double'
  readonly padded: boolean
  readonly colon: ': ' | ':'
  readonly comma: ', ' | ','
  /** Columns per level where every entry has its own line; undefined for all in one line. */
  readonly indent: number | undefined
}

/** A comment as it follows something in its line; empty for none. */
export function trailing(comment: string | undefined): string {
  const words = comment?.replace(/\s+/g, ' ').trim()
  return words ? ` # ${words}` : ''
}

/** The lines of a collection in block style, without the indentation of the first. */
export function blockLines(collection: CollectionDraft, format: BlockFormat): readonly string[] {
  return collection.entries.flatMap((entry) =>
    entry.key === undefined ? itemLines(entry, format) : pairLines(entry.key, entry, format),
  )
}

function pairLines(key: string, { draft, comment }: Entry, format: BlockFormat): readonly string[] {
  const name = `${keyText(key, { quote: 'plain', needed: format.needed, flow: false })}:`
  const note = trailing(comment)
  if (isFilled(draft)) {
    const indent = draft.kind === 'map' ? format.mapIndent : format.listIndent
    return [name + note, ...indented(blockLines(draft, { ...format, dashWidth: 2, quote: 'plain' }), indent)]
  }
  const text = textLines(draft, format)
  if (text !== undefined) return [`${name} ${text.header}${note}`, ...indented(text.lines, format.mapIndent)]
  return [`${name} ${oneLine(draft, scalarStyle(format))}${note}`]
}

function itemLines({ draft, comment }: Entry, format: BlockFormat): readonly string[] {
  const dash = '-'.padEnd(format.dashWidth)
  const note = trailing(comment)
  if (isFilled(draft)) {
    const [first = '', ...rest] = blockLines(draft, { ...format, dashWidth: 2, quote: 'plain' })
    return [dash + first + note, ...indented(rest, format.dashWidth)]
  }
  const text = textLines(draft, format)
  if (text !== undefined) return [dash + text.header + note, ...indented(text.lines, format.dashWidth)]
  return [dash + oneLine(draft, scalarStyle(format)) + note]
}

/** A draft inside [ ] or { }; `column` is where a line of it is indented when it takes several. */
export function flowText(draft: Draft, format: FlowFormat, column: number): string {
  if (!isFilled(draft))
    return oneLine(draft, { quote: format.json ? 'double' : format.quote, needed: format.needed, flow: true })
  const [open, close] = draft.kind === 'map' ? ['{', '}'] : ['[', ']']
  const spread =
    format.indent !== undefined && (draft.kind === 'map' || draft.entries.some((entry) => isFilled(entry.draft)))
  if (spread) {
    const inside = column + (format.indent ?? 0)
    const entries = draft.entries.map((entry) => `\n${' '.repeat(inside)}${flowEntry(entry, format, inside)}`)
    return `${open}${entries.join(',')}\n${' '.repeat(column)}${close}`
  }
  const pad = format.padded && draft.kind === 'map' ? ' ' : ''
  const inOneLine = { ...format, indent: undefined }
  return `${open}${pad}${draft.entries.map((entry) => flowEntry(entry, inOneLine, column)).join(format.comma)}${pad}${close}`
}

/** A key with its value, or an item, inside brackets. */
export function flowEntry({ key, draft }: Entry, format: FlowFormat, column: number): string {
  const value = flowText(draft, isFilled(draft) ? { ...format, quote: 'plain' } : format, column)
  if (key === undefined) return value
  return (
    keyText(key, { quote: format.json ? 'double' : 'plain', needed: format.needed, flow: true }) + format.colon + value
  )
}

/** Whether a draft is a collection with something in it; empty ones are [] and {} in every style. */
export function isFilled(draft: Draft): draft is CollectionDraft {
  return draft.kind !== 'plain' && draft.entries.length > 0
}

export function textLines(
  draft: Draft,
  format: { readonly blockTexts: boolean; readonly quote: Quote },
): ReturnType<typeof blockText> {
  return draft.kind === 'plain' && format.blockTexts && format.quote === 'plain' ? blockText(draft.value) : undefined
}

/** A scalar or an empty collection. */
export function oneLine(draft: Draft, style: ScalarStyle): string {
  if (draft.kind === 'plain') return scalarText(draft.value, style)
  return draft.kind === 'map' ? '{}' : '[]'
}

export function indented(lines: readonly string[], columns: number): readonly string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(columns) + line))
}

function scalarStyle(format: BlockFormat): ScalarStyle {
  return { quote: format.quote, needed: format.needed, flow: false }
}
