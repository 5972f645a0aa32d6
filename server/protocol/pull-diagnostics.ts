import {
  type CancellationToken,
  type Connection,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  type PreviousResultId,
  type WorkspaceDiagnosticParams,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver'
import { type Answering, cancelled } from './answering.ts'
import type { Diagnostics, Shown } from './diagnostics.ts'
import type { Places } from './places.ts'
import type { Session } from './session.ts'
import { nameOfUri } from './uris.ts'

/** So many reports go in one message. */
const inOneMessage = 200

/** Answers clients that ask for diagnostics themselves: of one document, and of everything. */
export class PullDiagnostics {
  readonly #session: Session
  readonly #diagnostics: Diagnostics
  readonly #places: Places
  readonly #connection: Connection
  readonly #waiting = new Set<() => void>()
  /** What open documents were last said to show. */
  readonly #given = new Map<string, string>()
  /** The files in which the client was told to show something: it may forget that it was told, and go on showing it. */
  readonly #showing = new Set<string>()
  #isEnding = false

  constructor(session: Session, diagnostics: Diagnostics, places: Places, connection: Connection) {
    this.#session = session
    this.#diagnostics = diagnostics
    this.#places = places
    this.#connection = connection
  }

  serve(answering: Answering): void {
    this.#connection.onRequest(
      DocumentDiagnosticRequest.type,
      answering.handler(
        'read',
        ({ textDocument, previousResultId }: DocumentDiagnosticParams): DocumentDiagnosticReport => {
          const name = nameOfUri(textDocument.uri)
          const { id, items } = this.#diagnostics.of(name)
          if (this.#session.documents.has(name)) this.#given.set(name, id)
          this.#note(name, items)
          return id === previousResultId
            ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id }
            : { kind: DocumentDiagnosticReportKind.Full, resultId: id, items: [...items] }
        },
      ),
    )
    // The library's own way takes the token for partial results away.
    this.#connection.onRequest(
      WorkspaceDiagnosticRequest.type,
      answering.handler('judged', (params, token) => this.#ofWorkspace(params, token)),
    )
  }

  /** Changes have been worked through: whoever waits for them gets an answer, and who asked before may have to ask again. */
  checked(): void {
    for (const resume of [...this.#waiting]) resume()
    let isStale = false
    for (const [name, given] of this.#given) {
      if (!this.#session.documents.has(name)) this.#given.delete(name)
      else {
        const { id } = this.#diagnostics.of(name)
        if (id === given) continue
        isStale = true
        this.#given.set(name, id)
      }
    }
    if (isStale) this.#refresh()
  }

  /** Answers everybody who still waits. */
  end(): void {
    this.#isEnding = true
    for (const resume of [...this.#waiting]) resume()
  }

  #refresh: () => void = () => {}

  /** How to make the client ask again, where it can be told to. */
  set onStale(refresh: () => void) {
    this.#refresh = refresh
  }

  /**
   * Every file with something to show, or with something else to show than before. A client that takes results in parts can wait:
   * it gets its answer when there is something new, so that it need not ask over and over.
   */
  async #ofWorkspace(
    { previousResultIds, partialResultToken }: WorkspaceDiagnosticParams,
    token: CancellationToken,
  ): Promise<{ items: WorkspaceDocumentDiagnosticReport[] }> {
    let news = this.#news(previousResultIds)
    while (news.length === 0 && partialResultToken !== undefined && !this.#isEnding) {
      await this.#nextCheck(token)
      await this.#session.judged()
      if (token.isCancellationRequested) throw cancelled()
      news = this.#news(previousResultIds)
    }
    if (partialResultToken === undefined) return { items: [...news, ...this.#unchanged(previousResultIds)] }
    while (news.length > inOneMessage) {
      const items = news.splice(0, inOneMessage)
      await this.#connection.sendProgress(WorkspaceDiagnosticRequest.partialResult, partialResultToken, { items })
    }
    return { items: news }
  }

  #news(previous: readonly PreviousResultId[]): WorkspaceDocumentDiagnosticReport[] {
    const known = new Map(previous.map(({ uri, value }) => [nameOfUri(uri), { uri, value }]))
    const news: WorkspaceDocumentDiagnosticReport[] = []
    const all = this.#diagnostics.all()
    for (const [name, shown] of all)
      if (shown.id !== known.get(name)?.value) news.push(this.#report(name, this.#places.uri(name), shown))
    for (const [name, { uri, value }] of known) {
      const shown = all.has(name) ? undefined : this.#diagnostics.of(name)
      if (shown !== undefined && shown.id !== value) news.push(this.#report(name, uri, shown))
    }
    // VS Code's client forgets what a document showed when it is closed, as when its file is renamed or deleted.
    for (const name of this.#showing)
      if (!known.has(name) && !all.has(name))
        news.push(this.#report(name, this.#places.uri(name), this.#diagnostics.of(name)))
    return news
  }

  #note(name: string, { length }: Shown['items']): void {
    if (length > 0) this.#showing.add(name)
    else this.#showing.delete(name)
  }

  #report(name: string, uri: string, { id, items }: Shown): WorkspaceDocumentDiagnosticReport {
    this.#note(name, items)
    const version = this.#session.documents.get(name)?.version ?? null
    return { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId: id, items: [...items] }
  }

  #unchanged(previous: readonly PreviousResultId[]): WorkspaceDocumentDiagnosticReport[] {
    return previous.flatMap(({ uri, value }) => {
      const name = nameOfUri(uri)
      if (this.#diagnostics.of(name).id !== value) return []
      const version = this.#session.documents.get(name)?.version ?? null
      return [{ kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId: value }]
    })
  }

  #nextCheck(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      const resume = (): void => {
        this.#waiting.delete(resume)
        listener.dispose()
        resolve()
      }
      const listener = token.onCancellationRequested(resume)
      this.#waiting.add(resume)
    })
  }
}
