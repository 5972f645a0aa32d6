import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import {
  type CancellationToken,
  type ClientCapabilities,
  createMessageConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type FileChangeType,
  type InitializeResult,
  type MessageConnection,
  type Position,
  type PublishDiagnosticsParams,
  type Range,
  type Registration,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node'
import type { Status } from '../../server/protocol/status.ts'

const concord = fileURLToPath(new URL('../../dist/concord.cjs', import.meta.url))

/** Longer than anything here takes; what is waited for has then not come. */
const patience = 15_000

const running = new Set<Client>()

// A test that failed has not said goodbye.
afterEach(() => {
  for (const client of running) client.kill()
})

/** What VS Code can do of what makes a difference to the server. */
export const likeVsCode: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  window: { workDoneProgress: true },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceEdit: { documentChanges: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
  },
  textDocument: {
    synchronization: { didSave: true },
    diagnostic: { relatedDocumentSupport: true, relatedInformation: true, codeDescriptionSupport: true },
    definition: { linkSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    completion: {
      completionItem: {
        snippetSupport: true,
        insertReplaceSupport: true,
        documentationFormat: ['markdown'],
        resolveSupport: { properties: ['documentation', 'detail'] },
      },
    },
    codeAction: {
      dataSupport: true,
      isPreferredSupport: true,
      resolveSupport: { properties: ['edit'] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source', 'source.fixAll'] } },
    },
    rename: { prepareSupport: true },
  },
}

/** A client that can do next to nothing: it is sent its diagnostics. */
export const plain: ClientCapabilities = {}

export interface Start {
  readonly folders?: readonly string[]
  readonly capabilities?: ClientCapabilities
  readonly initializationOptions?: unknown
  /** The settings of a folder, or in general; answers `workspace/configuration`. */
  readonly settings?: (folder: string | undefined) => unknown
}

/** A scripted editor: starts the built server as a process of its own, and talks to it over standard input and output. */
export class Client {
  readonly connection: MessageConnection
  readonly registrations = new Map<string, Registration>()
  /** What was sent of each file, the newest last. */
  readonly published = new Map<string, PublishDiagnosticsParams[]>()
  /** Names of everything that the server sent of itself. */
  readonly received: string[] = []
  readonly progress: string[] = []
  readonly logged: string[] = []
  statuses: Status[] = []
  result: InitializeResult = { capabilities: {} }
  settings: (folder: string | undefined) => unknown
  readonly #process: ChildProcess
  readonly #exit: Promise<number | null>
  readonly #versions = new Map<string, number>()
  readonly #waiting = new Set<() => void>()

  static async start({
    folders = [],
    capabilities = likeVsCode,
    initializationOptions = {},
    settings,
  }: Start = {}): Promise<Client> {
    const client = new Client(settings ?? (() => ({})))
    const named = folders.map((folder) => ({ uri: uriOf(folder), name: folder }))
    client.result = await client.request<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: named.length === 0 ? null : named,
      capabilities,
      initializationOptions,
    })
    client.notify('initialized', {})
    return client
  }

  private constructor(settings: (folder: string | undefined) => unknown) {
    this.settings = settings
    running.add(this)
    this.#process = spawn(process.execPath, [concord, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
    this.#exit = new Promise((resolve) => this.#process.once('exit', (code) => resolve(code)))
    const { stdout, stdin } = this.#process
    assert.ok(stdout !== null && stdin !== null)
    this.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin))
    this.connection.onNotification((method, params) => this.#notified(method, params as object))
    this.connection.onRequest((method, params) => this.#asked(method, params as object))
    this.connection.onUnhandledProgress(({ value }) => this.#progressed(value as { readonly kind: string }))
    this.connection.listen()
  }

  get pid(): number | undefined {
    return this.#process.pid
  }

  request<Answer>(method: string, params?: object, token?: CancellationToken): Promise<Answer> {
    if (params === undefined) return this.connection.sendRequest<Answer>(method)
    return token === undefined
      ? this.connection.sendRequest<Answer>(method, params)
      : this.connection.sendRequest<Answer>(method, params, token)
  }

  notify(method: string, params: object): void {
    void this.connection.sendNotification(method, params)
  }

  /** The error that a request is answered with. */
  async refused(method: string, params: object): Promise<{ readonly code: number; readonly message: string }> {
    return this.request(method, params).then(
      (answer) => assert.fail(`${method} was answered: ${JSON.stringify(answer)}`),
      (error) => error,
    )
  }

  open(file: string, text: string, languageId = 'yaml'): void {
    this.#versions.set(file, 1)
    this.notify('textDocument/didOpen', { textDocument: { uri: uriOf(file), languageId, version: 1, text } })
  }

  /** Replaces a range; without one, everything. */
  change(file: string, text: string, range?: Range): void {
    const version = (this.#versions.get(file) ?? 0) + 1
    this.#versions.set(file, version)
    const contentChanges = [range === undefined ? { text } : { range, text }]
    this.notify('textDocument/didChange', { textDocument: { uri: uriOf(file), version }, contentChanges })
  }

  close(file: string): void {
    this.notify('textDocument/didClose', { textDocument: { uri: uriOf(file) } })
  }

  watched(...changes: readonly (readonly [string, FileChangeType])[]): void {
    this.notify('workspace/didChangeWatchedFiles', {
      changes: changes.map(([file, type]) => ({ uri: uriOf(file), type })),
    })
  }

  report(file: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.request('textDocument/diagnostic', { textDocument: { uri: uriOf(file) }, previousResultId })
  }

  async diagnostics(file: string): Promise<readonly Diagnostic[]> {
    const report = await this.report(file)
    assert.equal(report.kind, 'full')
    return report.items
  }

  async rules(file: string): Promise<readonly unknown[]> {
    return (await this.diagnostics(file)).map(({ code }) => code)
  }

  /** Everything that there is to show, by file; asked for as a client does that cannot wait. */
  async allDiagnostics(): Promise<ReadonlyMap<string, readonly Diagnostic[]>> {
    const { items } = await this.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] })
    return new Map(items.map((item) => [fileOf(item.uri), item.kind === 'full' ? item.items : []]))
  }

  at<Answer>(method: string, file: string, position: Position, more: object = {}): Promise<Answer> {
    return this.request(method, { textDocument: { uri: uriOf(file) }, position, ...more })
  }

  of<Answer>(method: string, file: string, more: object = {}): Promise<Answer> {
    return this.request(method, { textDocument: { uri: uriOf(file) }, ...more })
  }

  /** The diagnostics that were sent of a file last. */
  lastPublished(file: string): readonly Diagnostic[] | undefined {
    return this.published.get(file)?.at(-1)?.diagnostics
  }

  /** Waits until something holds; it is looked at again with every message that comes in. */
  async until(what: string, holds: () => boolean): Promise<void> {
    if (holds()) return
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(look)
        reject(new Error(`Waited in vain until ${what}. The server logged: ${this.logged.join('\n') || 'nothing'}`))
      }, patience)
      const look = (): void => {
        if (!holds()) return
        clearTimeout(timer)
        this.#waiting.delete(look)
        resolve()
      }
      this.#waiting.add(look)
    })
  }

  /** Says goodbye as the protocol has it; the exit code. */
  async end(): Promise<number | null> {
    await this.request('shutdown')
    this.notify('exit', {})
    const code = await this.#exit
    this.#forget()
    return code
  }

  /** Closes standard input without a goodbye; the exit code. */
  async hangUp(): Promise<number | null> {
    this.#process.stdin?.end()
    const code = await this.#exit
    this.#forget()
    return code
  }

  kill(): void {
    this.#process.kill('SIGKILL')
    this.#forget()
  }

  #forget(): void {
    running.delete(this)
    this.connection.dispose()
  }

  #notified(method: string, params: object): void {
    this.received.push(method)
    if (method === 'textDocument/publishDiagnostics') {
      const sent = params as PublishDiagnosticsParams
      const file = fileOf(sent.uri)
      this.published.set(file, [...(this.published.get(file) ?? []), sent])
    }
    if (method === 'concord/didCheck') this.statuses.push(params as Status)
    if (method === 'window/logMessage') this.logged.push((params as { readonly message: string }).message)
    this.#look()
  }

  #asked(method: string, params: object): unknown {
    this.received.push(method)
    queueMicrotask(() => this.#look())
    if (method === 'client/registerCapability') {
      for (const registration of (params as { readonly registrations: readonly Registration[] }).registrations)
        this.registrations.set(registration.id, registration)
    }
    if (method === 'client/unregisterCapability') {
      const { unregisterations } = params as { readonly unregisterations: readonly { readonly id: string }[] }
      for (const { id } of unregisterations) this.registrations.delete(id)
    }
    if (method !== 'workspace/configuration') return null
    const { items } = params as { readonly items: readonly { readonly scopeUri?: string }[] }
    return items.map(({ scopeUri }) => this.settings(scopeUri === undefined ? undefined : fileOf(scopeUri)))
  }

  #progressed({ kind }: { readonly kind: string }): void {
    this.progress.push(kind)
    this.#look()
  }

  #look(): void {
    for (const look of [...this.#waiting]) look()
  }
}

/** What a diagnostic says. */
export function messageOf(diagnostic: Diagnostic | undefined): string {
  return typeof diagnostic?.message === 'string' ? diagnostic.message : ''
}

/** The URI of a file; other names, such as those of documents that were never saved, are URIs already. */
export function uriOf(file: string): string {
  return file.startsWith('/') ? pathToFileURL(file).href : file
}

export function fileOf(uri: string): string {
  return uri.startsWith('file:') ? fileURLToPath(uri) : uri
}
