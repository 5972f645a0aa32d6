import type { Connection } from 'vscode-languageserver'
import type { Diagnostics, Shown } from './diagnostics.ts'
import type { Places } from './places.ts'
import type { Session } from './session.ts'

/** Sends diagnostics to clients that do not ask for them: what has changed after each check, and what is gone. */
export class PushDiagnostics {
  readonly #session: Session
  readonly #diagnostics: Diagnostics
  readonly #places: Places
  readonly #connection: Connection
  /** What each file was last said to show, and under which URI. */
  readonly #sent = new Map<string, { readonly uri: string; readonly id: string }>()

  constructor(session: Session, diagnostics: Diagnostics, places: Places, connection: Connection) {
    this.#session = session
    this.#diagnostics = diagnostics
    this.#places = places
    this.#connection = connection
  }

  checked(): void {
    const all = this.#diagnostics.all()
    for (const [name, { uri }] of this.#sent) {
      if (all.has(name)) continue
      this.#sent.delete(name)
      this.#send(name, uri, [])
    }
    for (const [name, { id, items }] of all) {
      const uri = this.#places.uri(name)
      const sent = this.#sent.get(name)
      if (sent?.id === id && sent.uri === uri) continue
      if (sent !== undefined && sent.uri !== uri) this.#send(name, sent.uri, [])
      this.#sent.set(name, { uri, id })
      this.#send(name, uri, items)
    }
  }

  #send(name: string, uri: string, items: Shown['items']): void {
    const version = this.#session.documents.get(name)?.version
    const diagnostics = [...items]
    void this.#connection.sendDiagnostics(version === undefined ? { uri, diagnostics } : { uri, version, diagnostics })
  }
}
