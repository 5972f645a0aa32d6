import type { InitializeParams, WorkspaceFolder } from 'vscode-languageserver'
import type { Serving } from './serving.ts'
import { nameOfUri } from './uris.ts'

/** The folders of the editor's workspace, as they come and go, and whether Concord is on in them. */
export class WorkspaceFolders {
  readonly #serving: Serving
  readonly #notifies: boolean
  #uris: readonly string[]

  constructor(serving: Serving, { capabilities, workspaceFolders, rootUri }: InitializeParams) {
    this.#serving = serving
    this.#notifies = capabilities.workspace?.workspaceFolders === true
    const root = rootUri === null || rootUri === undefined ? [] : [rootUri]
    this.#uris = workspaceFolders === undefined || workspaceFolders === null ? root : workspaceFolders.map(uriOf)
  }

  listen(): void {
    if (!this.#notifies) return
    this.#serving.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => nameOfUri(uri)))
      const kept = this.#uris.filter((uri) => !gone.has(nameOfUri(uri)))
      this.#uris = [...kept, ...added.map(uriOf)]
      this.look()
    })
  }

  /** Tells the session of the folders, as they are set now. Never rejects. */
  look(): Promise<void> {
    const looking = this.#look()
    this.#serving.session.waitFor(looking)
    return looking
  }

  async #look(): Promise<void> {
    const uris = this.#uris
    const enabled = await this.#serving.settings.enabledIn(uris).catch((error) => {
      this.#serving.answering.fault(error)
      return []
    })
    // They may have changed while the client was asked.
    if (uris !== this.#uris) return
    this.#serving.session.folders = uris.map((uri, index) => ({
      name: nameOfUri(uri).replace(/(?<=.)\/$/, ''),
      on: enabled[index] !== false,
    }))
  }
}

function uriOf({ uri }: WorkspaceFolder): string {
  return uri
}
