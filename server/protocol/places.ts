import type { Location, Range as LspRange, Position } from 'vscode-languageserver'
import type { FileRange } from '../features/place.ts'
import { Lines, type Range } from '../language/range.ts'
import { type Encoding, unitsOf } from './position-encoding.ts'
import type { Session } from './session.ts'
import { uriOfName } from './uris.ts'

/** Offsets and names as the client counts and writes them, for open documents and for files that were never opened. */
export class Places {
  readonly #session: Session
  readonly #encoding: Encoding
  #last: { readonly name: string; readonly text: string; readonly lines: Lines } | undefined

  constructor(session: Session, encoding: Encoding) {
    this.#session = session
    this.#encoding = encoding
  }

  uri(name: string): string {
    return this.#session.documents.get(name)?.uri ?? uriOfName(name)
  }

  range(name: string, range: Range): LspRange {
    const document = this.#session.documents.get(name)
    if (document !== undefined) return { start: document.positionAt(range.start), end: document.positionAt(range.end) }
    const at = this.#counted(name)
    return { start: at(range.start), end: at(range.end) }
  }

  /** A range of a text that is not in the editor yet. */
  rangeIn(text: string, { start, end }: Range): LspRange {
    const at = this.#countedIn(text, new Lines(text))
    return { start: at(start), end: at(end) }
  }

  location({ file, range }: FileRange): Location {
    return { uri: this.uri(file), range: this.range(file, range) }
  }

  /** Counts in a file that is not open. Its text is needed only where columns are not counted in UTF-16 units. */
  #counted(name: string): (offset: number) => Position {
    const known = this.#session.companies.of(name)?.workspace.file(name)?.content.lines
    const { lines, text } =
      this.#encoding === 'utf-16' && known !== undefined ? { lines: known, text: '' } : this.#textOf(name)
    return this.#countedIn(text, lines)
  }

  #countedIn(text: string, lines: Lines): (offset: number) => Position {
    return (offset) => {
      const { line, column } = lines.position(offset)
      const character =
        this.#encoding === 'utf-16' ? column : unitsOf(text.slice(offset - column, offset), this.#encoding)
      return { line, character }
    }
  }

  /** The last text stays at hand: what is asked about one file is asked in a row. */
  #textOf(name: string): { readonly lines: Lines; readonly text: string } {
    const text = this.#session.textOf(name) ?? ''
    if (this.#last?.name !== name || this.#last.text !== text) this.#last = { name, text, lines: new Lines(text) }
    return this.#last
  }
}
