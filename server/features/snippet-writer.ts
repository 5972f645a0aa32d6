import { type Field, fieldIn } from '../language/field.ts'
import type { Path } from '../language/path.ts'
import type { SnippetStyle } from './snippet-style.ts'

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
 * the snippet stands in, as editors take them. Each place says with "?" what is still to be filled in, which a check reports.
 */
export class SnippetWriter {
  readonly #file: string
  readonly #style: SnippetStyle
  readonly #known: KnownValues
  #places = 0

  constructor(file: string, style: SnippetStyle, known: KnownValues) {
    this.#file = file
    this.#style = style
    this.#known = known
  }

  /** The fields of a mapping in a column, without what stands in front of the first, and without those that are there. */
  fields(path: Path, outline: Outline, column: number, taken: ReadonlySet<string> = new Set()): string {
    return this.names(path, outline)
      .filter((name) => !taken.has(name))
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
    if (this.#style.style === 'json') return ` ${this.json(path, outline, column)}`
    if (this.#style.style === 'flow' || field === undefined) return ` ${this.inline(path, outline)}`
    if (isList(field)) {
      const inner = column + this.#style.dash
      return this.#items(field, (at) => this.#newLine(inner) + this.item([...path, at], outline['*'] ?? {}, inner), '')
    }
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

  /** A value as JSON, with each field and each item in a line of its own; its first line begins in a column. */
  json(path: Path, outline: Outline, column: number): string {
    const field = fieldIn(this.#file, path)
    const inner = column + this.#style.step
    const between = (open: string, content: string, close: string): string =>
      open + this.#newLine(inner) + content + this.#newLine(column) + close
    const items = outline['*'] ?? {}
    if (field !== undefined && isList(field) && this.names([...path, 0], items).length > 0) {
      const comma = `,${this.#newLine(inner)}`
      return between(
        '[',
        this.#items(field, (at) => this.json([...path, at], items, inner), comma),
        ']',
      )
    }
    const names = this.names(path, outline)
    if (field === undefined || names.length === 0 || isMoney(field)) return this.inline(path, outline)
    const fields = names.map((name) => this.field([...path, name], outline[name] ?? {}, inner))
    return between('{', fields.join(`,${this.#newLine(inner)}`), '\\}')
  }

  /** A value in one line. */
  inline(path: Path, outline: Outline): string {
    const field = fieldIn(this.#file, path)
    if (field === undefined) return this.#place('')
    if (isList(field)) return `[${this.#items(field, (at) => this.inline([...path, at], outline['*'] ?? {}), ', ')}]`
    if (!field.types.includes('object')) return this.#scalar(path, field)
    const fields = this.names(path, outline).map(
      (name) => `${this.key(name)} ${this.inline([...path, name], outline[name] ?? {})}`,
    )
    return `{ ${fields.join(', ') || this.#place('')} \\}`
  }

  /** The fields of a mapping that are written: the required ones, and those of the outline. */
  names(path: Path, outline: Outline): readonly string[] {
    const field = fieldIn(this.#file, path)
    return (field?.properties ?? []).filter((name) => field?.required.includes(name) || Object.hasOwn(outline, name))
  }

  /** As many items as a list has at least. */
  #items({ fewest }: Field, item: (at: number) => string, between: string): string {
    return Array.from({ length: Math.max(fewest, 1) }, (_, at) => item(at)).join(between)
  }

  #scalar(path: Path, field: Field): string {
    const isText = field.types.length === 0 ? typeof field.values[0] === 'string' : field.types.includes('string')
    const quote = this.#style.style === 'json' && isText ? '"' : ''
    const choice = this.#choice(field)
    if (choice !== undefined) return quote + choice + quote
    const hint = this.#hint(path, field)
    // What stands for a number goes with its quotes when the number is written.
    return this.#style.style === 'json' && !isText
      ? this.#place(JSON.stringify(hint))
      : quote + this.#place(hint) + quote
  }

  /** A value of several, or the only one. */
  #choice(field: Field): string | undefined {
    const [first, ...others] =
      field.types.includes('boolean') && field.types.length === 1 ? [true, false] : field.values
    if (first !== undefined && others.length === 0) return escaped(String(first))
    if (first === undefined) return undefined
    const values = [first, ...others].map((value) => escaped(String(value)).replace(/[,|]/g, '\\$&'))
    return `\${${++this.#places}|${values.join(',')}|}`
  }

  #hint(path: Path, field: Field): string {
    if (path.length === 2 && path[0] === 'metadata' && path[1] === 'name' && this.#known.name !== '')
      return this.#known.name
    // What begins may begin today; a last day is up to the author.
    if (field.form === 'date' && path.at(-1) !== 'to') return this.#known.today
    if (field.form === 'currency') return this.#known.currency
    const said = field.title || String(path.findLast((step) => typeof step === 'string') ?? 'value')
    return `?${said.toLowerCase().replace(/[^\p{L}\p{N}' -]/gu, '')}`
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

/** An amount with its currency, which stands in one line. */
function isMoney({ required }: Field): boolean {
  return required.length === 2 && required.includes('amount') && required.includes('currency')
}

/** What a snippet writes where nothing can be filled in. */
export function withoutPlaces(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|((?:\\.|[^,|\\])*)(?:\\.|[^|\\])*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/\$\{\d+\}/g, '')
    .replace(/\\(.)/g, '$1')
}
