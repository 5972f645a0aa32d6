import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { pathToFileURL } from 'node:url'
import {
  createMessageConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type MessageConnection,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { Lines } from '../../server/language/range.ts'

/** An editor without a screen: opens and edits files at a language server of its own, and asks for their diagnostics. */
export class Editor {
  readonly connection: MessageConnection
  readonly #server: ChildProcess
  readonly #texts = new Map<string, string>()
  readonly #resultIds = new Map<string, string>()
  #version = 1

  /** Starts the server with one folder open; `program` are the words behind `node`. */
  static async start(program: readonly string[], folder: string): Promise<Editor> {
    const editor = new Editor(program)
    await editor.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: uriOf(folder), name: folder }],
      capabilities: { textDocument: { diagnostic: { relatedDocumentSupport: true, relatedInformation: true } } },
    })
    await editor.connection.sendNotification('initialized', {})
    return editor
  }

  private constructor(program: readonly string[]) {
    this.#server = spawn(process.execPath, program, { stdio: ['pipe', 'pipe', 'inherit'] })
    const { stdout, stdin } = this.#server
    if (stdout === null || stdin === null) throw new Error('The server has no standard input and output.')
    this.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin))
    this.connection.onRequest(() => null)
    this.connection.listen()
  }

  async open(file: string, text: string): Promise<void> {
    this.#texts.set(file, text)
    const textDocument = { uri: uriOf(file), languageId: 'yaml', version: this.#version, text }
    await this.connection.sendNotification('textDocument/didOpen', { textDocument })
  }

  /** Writes something over a stretch of a file that is open. */
  async write(file: string, start: number, end: number, text: string): Promise<void> {
    const before = this.#texts.get(file) ?? ''
    const range = rangeIn(before, start, end)
    this.#texts.set(file, before.slice(0, start) + text + before.slice(end))
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: uriOf(file), version: ++this.#version },
      contentChanges: [{ range, text }],
    })
  }

  /** What is wrong with a file; undefined where that is the same as when it was asked last. */
  async diagnostics(file: string): Promise<readonly Diagnostic[] | undefined> {
    const report = await this.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: uriOf(file) },
      previousResultId: this.#resultIds.get(file),
    })
    if (report.resultId !== undefined) this.#resultIds.set(file, report.resultId)
    return report.kind === 'full' ? report.items : undefined
  }

  async end(): Promise<void> {
    const exit = once(this.#server, 'exit')
    await this.connection.sendRequest('shutdown')
    await this.connection.sendNotification('exit')
    await exit
    this.connection.dispose()
  }
}

function uriOf(file: string): string {
  return pathToFileURL(file).href
}

function rangeIn(text: string, start: number, end: number): Range {
  const lines = new Lines(text)
  const position = (offset: number) => {
    const { line, column } = lines.position(offset)
    return { line, character: column }
  }
  return { start: position(start), end: position(end) }
}
