import { type Field, fieldIn } from '../language/field.ts'
import type { Path } from '../language/path.ts'
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

/** What a snippet can fill in by itself. */
export interface KnownValues {
  readonly today: string
  readonly currency: string
  /** For the policy itself. */
  readonly name: string
}

/** Fields to write besides the required ones, each with those inside it; `*` stands for a list's item. */
export interface Outline {
  readonly [field: string]: Outline
}

/** `['term.to', 'commitments.*.owner']` as an outline. */
export function outlineOf(paths: readonly string[]): Outline {
  const root: { [field: string]: Outline } = {}
  for (const path of paths) {
    let at = root
    for (const step of path.split('.')) {
      const inner: { [field: string]: Outline } = at[step] ?? {}
      at[step] = inner
      at = inner
    }
  }
  return root
}

/**
 * Writes fields as snippets: with places to fill in, one after the other. Lines after the first are indented relative to the line that
 * the snippet stands in, as editors take them. With hints, each place says with "?" what is still to be filled in, which a check reports.
 */
export class SnippetWriter {
  readonly #file: string
  readonly #style: SnippetStyle
  readonly #known: KnownValues
  readonly #hints: boolean
  #places = 0

  constructor(file: string, style: SnippetStyle, known: KnownValues, hints: boolean) {
    this.#file = file
    this.#style = style
    this.#known = known
    this.#hints = hints
  }

  /** The fields of a mapping in a column, without what stands in front of the first. */
  fields(path: Path, outline: Outline, column: number): string {
    return this.#names(path, outline)
      .map((name) => this.field([...path, name], outline[name] ?? {}, column))
      .join(this.#newLine(column))
  }

  /** A key in a column with its value. */
  field(path: Path, outline: Outline, column: number): string {
    return `${this.key(String(path.at(-1)))}${this.value(path, outline, column)}`
  }

  /** A key with its colon. */
  key(name: string): string {
    return this.#style.style === 'json' ? `${escaped(JSON.stringify(name))}:` : `${escaped(name)}:`
  }

  /** What follows the colon of a key in a column; it begins with a space or a line break. */
  value(path: Path, outline: Outline, column: number): string {
    const field = fieldIn(this.#file, path)
    if (this.#style.style !== 'block' || field === undefined) return ` ${this.inline(path, outline)}`
    if (isList(field))
      return (
        this.#newLine(column + this.#style.dash) +
        this.item([...path, 0], outline['*'] ?? {}, column + this.#style.dash)
      )
    if (!field.types.includes('object') || isMoney(field)) return ` ${this.inline(path, outline)}`
    const inner = column + this.#style.step
    return this.#newLine(inner) + (this.fields(path, outline, inner) || this.#place(''))
  }

  /** A list's item with its mark, which stands in a column. */
  item(path: Path, outline: Outline, column: number): string {
    return `- ${this.itemContent(path, outline, column + 2)}`
  }

  /** What stands behind a list mark, in a column. */
  itemContent(path: Path, outline: Outline, column: number): string {
    const isGroup = fieldIn(this.#file, path)?.types.includes('object') === true
    return isGroup ? this.fields(path, outline, column) || this.#place('') : this.inline(path, outline)
  }

  /** A value in one line. */
  inline(path: Path, outline: Outline): string {
    const field = fieldIn(this.#file, path)
    if (field === undefined) return this.#place('')
    if (isList(field))
      return `[${this.#names([...path, 0], outline['*'] ?? {}).length > 0 ? this.inline([...path, 0], outline['*'] ?? {}) : this.#place('')}]`
    if (!field.types.includes('object')) return this.#scalar(path, field)
    const fields = this.#names(path, outline).map(
      (name) => `${this.key(name)} ${this.inline([...path, name], outline[name] ?? {})}`,
    )
    return `{ ${fields.join(', ') || this.#place('')} \\}`
  }

  #names(path: Path, outline: Outline): readonly string[] {
    const field = fieldIn(this.#file, path)
    return (field?.properties ?? []).filter((name) => field?.required.includes(name) || Object.hasOwn(outline, name))
  }

  #scalar(path: Path, field: Field): string {
    const isText = field.types.length === 0 ? typeof field.values[0] === 'string' : field.types.includes('string')
    const quote = this.#style.style === 'json' && isText ? '"' : ''
    return quote + this.#choice(path, field) + quote
  }

  #choice(path: Path, field: Field): string {
    const [first, ...others] =
      field.types.includes('boolean') && field.types.length === 1 ? [true, false] : field.values
    if (first !== undefined && others.length === 0) return escaped(String(first))
    if (first !== undefined) {
      const values = [first, ...others].map((value) => escaped(String(value)).replace(/[,|]/g, '\\$&'))
      return `\${${++this.#places}|${values.join(',')}|}`
    }
    return this.#place(this.#hints ? this.#hint(path, field) : '')
  }

  #hint(path: Path, field: Field): string {
    if (path.length === 2 && path[0] === 'metadata' && path[1] === 'name' && this.#known.name !== '')
      return this.#known.name
    if (isDate(field)) return this.#known.today
    if (isCurrency(field)) return this.#known.currency
    return `?${field.title.toLowerCase().replace(/[^\p{L}\p{N}' -]/gu, '')}`
  }

  #place(text: string): string {
    const place = ++this.#places
    return text === '' ? `\${${place}}` : `\${${place}:${escaped(text)}}`
  }

  #newLine(column: number): string {
    return this.#style.lineBreak + ' '.repeat(column)
  }
}

/** Text that stands for itself in a snippet. */
export function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&')
}

/** Whether only a list may stand there: where one name will do, it is offered first. */
export function isList({ types }: Field): boolean {
  return types.includes('array') && types.length === 1
}

export function isDate({ types, examples: [example] }: Field): boolean {
  return types.includes('string') && typeof example === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(example)
}

export function isCurrency({ types, examples: [example] }: Field): boolean {
  return types.includes('string') && typeof example === 'string' && /^[A-Z]{3}$/.test(example)
}

function isMoney({ required }: Field): boolean {
  return required.length === 2 && required.includes('amount') && required.includes('currency')
}
