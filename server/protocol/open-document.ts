import type { Position, TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { type PolicyFile, readPolicyFile } from '../language/policy-file.ts'
import { type Encoding, unitsOf, utf16Column } from './position-encoding.ts'
import { nameOfUri } from './uris.ts'

const mark = '\uFEFF'

/** A document that is open in the editor: what stands in it wins over what is on disk. Offsets do not count a byte order mark. */
export class OpenDocument {
  /** As the client writes it. */
  readonly uri: string
  readonly name: string
  readonly #encoding: Encoding
  #document: TextDocument
  #read: { readonly version: number; readonly text: string; readonly content: PolicyFile } | undefined

  constructor({ uri, languageId, version, text }: TextDocumentItem, encoding: Encoding) {
    this.uri = uri
    this.name = nameOfUri(uri)
    this.#encoding = encoding
    this.#document = TextDocument.create(uri, languageId, version, text)
  }

  get version(): number {
    return this.#document.version
  }

  /** Without a byte order mark, as it is checked. */
  get text(): string {
    const text = this.#document.getText()
    return text.startsWith(mark) ? text.slice(mark.length) : text
  }

  /** What is read of the text as it is now; read once for each version, and only when somebody asks. */
  get content(): PolicyFile {
    const { text, version } = this
    // The version alone would do, if every client counted as it should.
    if (this.#read?.version !== version || this.#read.text !== text)
      this.#read = { version, text, content: readPolicyFile(text) }
    return this.#read.content
  }

  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      const counted =
        'range' in change
          ? { range: { start: this.#utf16(change.range.start), end: this.#utf16(change.range.end) }, text: change.text }
          : change
      this.#document = TextDocument.update(this.#document, [counted], version)
    }
    if (changes.length === 0) this.#document = TextDocument.update(this.#document, [], version)
  }

  offsetAt(position: Position): number {
    return Math.max(this.#document.offsetAt(this.#utf16(position)) - this.#marked, 0)
  }

  positionAt(offset: number): Position {
    const position = this.#document.positionAt(offset + this.#marked)
    if (this.#encoding === 'utf-16') return position
    const before = { start: { line: position.line, character: 0 }, end: position }
    return { line: position.line, character: unitsOf(this.#document.getText(before), this.#encoding) }
  }

  get #marked(): number {
    return this.#document.getText().startsWith(mark) ? mark.length : 0
  }

  /** A position with its column in UTF-16 units, as the library counts. */
  #utf16({ line, character }: Position): Position {
    if (this.#encoding === 'utf-16') return { line, character }
    const text = this.#document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } })
    return { line, character: utf16Column(text.replace(/[\r\n]+$/, ''), character, this.#encoding) }
  }
}
