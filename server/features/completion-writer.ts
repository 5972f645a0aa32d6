import { type Field, fieldIn } from '../language/field.ts'
import type { Path } from '../language/path.ts'
import { plainValue } from '../language/plain-values.ts'
import type { Range } from '../language/range.ts'
import type { CompletionItem } from './completion-item.ts'
import { type Key, onlyValue } from './completion-keys.ts'
import type { Subject } from './completion-subject.ts'
import { type FittingValue, hasValues, nameOfFile } from './completion-values.ts'
import type { Place } from './place.ts'
import { policyOutlines } from './policy-outlines.ts'
import { type SnippetStyle, snippetStyle } from './snippet-style.ts'
import {
  escaped,
  isList,
  type KnownValues,
  type Outline,
  outlineOf,
  SnippetWriter,
  withoutPlaces,
} from './snippet-writer.ts'
import type { Spot } from './spot.ts'
import { usualCurrency } from './words-in-use.ts'

/** An item without what the spot asks for. */
interface Draft extends Pick<CompletionItem, 'sort' | 'label' | 'title' | 'about' | 'text'> {
  readonly snippet?: string | undefined
  readonly asksOn?: boolean
}

/** Puts what fits at a spot into the words and signs that have to be written there. */
export class CompletionWriter {
  readonly #place: Place
  readonly #subject: Subject
  readonly #spot: Spot
  readonly #written: string
  /** What texts are to stand in. */
  readonly #quote: string
  readonly #style: SnippetStyle
  #known: KnownValues | undefined

  constructor(place: Place, subject: Subject, spot: Spot) {
    this.#place = place
    this.#subject = subject
    this.#spot = spot
    this.#written = place.text.slice(spot.replace.start, spot.replace.end)
    this.#quote = /^["']/.exec(this.#written)?.[0] ?? (spot.layout.style === 'json' ? '"' : '')
    this.#style = snippetStyle(place.text, spot.layout.style)
  }

  /** A key of the mapping at the spot. */
  key({ name, title, isRequired, isMerged }: Key): CompletionItem {
    const about = isRequired ? 'required' : isMerged ? 'merged in' : ''
    const common = { sort: 'key', label: name, title, about } as const
    const key = this.#text(name)
    if (this.#spot.hasColon) return this.#item({ ...common, text: key })
    const path = [...this.#spot.path, name]
    const only = onlyValue(this.#subject, path)
    if (only !== undefined) return this.#item({ ...common, text: `${key}: ${this.#text(only)}` })
    const field = fieldIn(this.#subject.schemaFile, path)
    if (field !== undefined && isGroup(field)) {
      const outline = this.#outline(path)
      const snippet = `${escaped(key)}:${this.#writer().value(path, outline, this.#spot.layout.offset)}`
      return this.#item({ ...common, text: `${key}:`, snippet, asksOn: this.#beginsOpen(path, field, outline) })
    }
    const asksOn = hasValues(this.#subject, path)
    const isQuoted = this.#spot.layout.style === 'json' && !asksOn && field?.types.includes('string') === true
    const snippet = isQuoted ? `${escaped(key)}: "\${1}"` : undefined
    return this.#item({ ...common, text: `${key}: `, snippet, asksOn })
  }

  /** A plain value: as it is, as an item with its mark, or as the only item of a list that is not there yet. */
  value({ value, title, about, isName }: FittingValue, as: 'itself' | 'item' | 'list'): CompletionItem {
    const written = this.#text(value)
    const [sort, label] = [isName ? 'name' : 'value', String(value)] as const
    const text = as === 'itself' ? written : as === 'item' ? `- ${written}` : `[${written}]`
    if (as !== 'list') return this.#item({ sort, label, title, about, text })
    const { style, lineBreak, dash } = this.#style
    const snippet =
      style === 'block' ? `${lineBreak}${' '.repeat(this.#spot.layout.offset + dash)}- ${escaped(written)}` : undefined
    return this.#item({ sort, label, title, about, text, snippet })
  }

  /** All fields at once that a mapping, or an item of a list, starts with. */
  group(path: Path, as: 'itself' | 'item' | 'fields'): CompletionItem | undefined {
    const field = fieldIn(this.#subject.schemaFile, path)
    if (field === undefined) return undefined
    const writer = this.#writer()
    const outline = this.#outline(path)
    const inner = isList(field) ? [...path, 0] : path
    const names = writer.names(inner, isList(field) ? (outline['*'] ?? {}) : outline)
    if (as === 'fields' && names.length < 2) return undefined
    const { offset } = this.#spot.layout
    const snippet =
      as === 'item'
        ? writer.item(path, outline, offset)
        : as === 'fields'
          ? writer.fields(path, outline, offset)
          : writer.value(path, outline, offset).replace(/^ /, '')
    const title = isList(field) ? (fieldIn(this.#subject.schemaFile, inner)?.title ?? '') : field.title
    return this.#item({
      sort: 'group',
      label: title === '' ? String(path.findLast((step) => typeof step === 'string') ?? '') : title,
      title: '',
      about: names.join(', '),
      text: undefined,
      snippet,
      asksOn: this.#beginsOpen(path, field, outline),
    })
  }

  /** A whole policy of the kind that the subject has. */
  policy(about: string): CompletionItem | undefined {
    const { is, schemaFile } = this.#subject
    if (is !== 'policy' || this.#subject.kind === undefined) return undefined
    const writer = this.#writer()
    const isJson = this.#spot.layout.style === 'json'
    const snippet = isJson
      ? writer.json([], this.#outline([]), 0)
      : writer.fields([], this.#outline([]), 0, this.#spot.taken)
    const label = fieldIn(schemaFile, [])?.title ?? ''
    return this.#item({ sort: 'policy', label, title: '', about, text: withoutPlaces(snippet), snippet })
  }

  /** An item with the space, comma and quotes that are still missing. A list may have thousands, so that nothing is copied twice. */
  #item({ sort, label, title, about, text, snippet, asksOn }: Draft): CompletionItem {
    const breaks = snippet !== undefined && /^\r?\n/.test(snippet)
    // The cursor stays in front of a comma that was missing.
    const isOpen = snippet === undefined && this.#spot.needsComma && text?.endsWith(' ') === true
    const filled = isOpen ? `${escaped(text)}\${1}` : snippet
    const before = this.#spot.isClose && !breaks ? ' ' : ''
    const behind = this.#spot.needsComma ? ',' : ''
    return {
      sort,
      label,
      title,
      about,
      filter: this.#filter(label),
      text: text === undefined ? undefined : before + text + behind,
      snippet: filled === undefined ? undefined : before + filled + behind,
      clears: breaks ? this.#blanksBefore(this.#spot.replace) : undefined,
      asksOn: asksOn === true,
    }
  }

  /** Editors compare the word that is there; one that only marks what is missing fits everything. */
  #filter(label: string): string {
    if (/^["']?\?/.test(this.#written)) return `${this.#written} ${label}`
    return /^["']/.test(this.#written) ? this.#quote + label : label
  }

  #blanksBefore({ start }: Range): Range | undefined {
    const blanks = /[ \t]*$/.exec(this.#place.text.slice(Math.max(0, start - 100), start))?.[0].length ?? 0
    return blanks === 0 ? undefined : { start: start - blanks, end: start }
  }

  /** A key or value as it is written here. */
  #text(value: string | number | boolean): string {
    if (typeof value !== 'string') return String(value)
    if (this.#quote === "'") return `'${value.replaceAll("'", "''")}'`
    return this.#quote === '"' || !isPlain(value) ? JSON.stringify(value) : value
  }

  /** Whether the first place to fill in stands alone and has something to choose from. */
  #beginsOpen(path: Path, field: Field, outline: Outline): boolean {
    const inner = isList(field) ? [...path, 0] : path
    const first = fieldIn(this.#subject.schemaFile, inner)
    if (first?.types.includes('object') === true)
      return this.#writer().names(inner, isList(field) ? (outline['*'] ?? {}) : outline).length === 0
    return hasValues(this.#subject, inner)
  }

  #outline(path: Path): Outline {
    if (this.#subject.is === 'config' || this.#subject.kind === undefined) return {}
    let outline = outlineOf(policyOutlines[this.#subject.kind])
    for (const step of path) outline = outline[typeof step === 'number' ? '*' : step] ?? {}
    return outline
  }

  #writer(): SnippetWriter {
    const { workspace } = this.#place.company
    this.#known ??= { today: workspace.today, currency: usualCurrency(workspace), name: nameOfFile(this.#place.name) }
    return new SnippetWriter(this.#subject.schemaFile, this.#style, this.#known)
  }
}

/** Whether a value takes more than a word: fields, or a list of something. */
function isGroup(field: Field): boolean {
  return !hasListedValues(field) && (isList(field) || field.types.includes('object'))
}

/** Whether a text means itself without quotes. */
function isPlain(text: string): boolean {
  if (/^[a-z][a-z-]*$/.test(text)) return typeof plainValue(text) === 'string'
  return /^[\p{L}\p{N}](?:[^:#\s,[\]{}]|:(?=\S)|[ ](?=[^#\s]))*$/u.test(text) && typeof plainValue(text) === 'string'
}

function hasListedValues({ values, meanings }: Field): boolean {
  return values.length > 0 || Object.keys(meanings).length > 0
}
