import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  FileChangeType,
  type FileEvent,
  type FileSystemWatcher,
  WatchKind,
} from 'vscode-languageserver'
import type { ClientAbilities } from './client-abilities.ts'
import type { Session } from './session.ts'
import { isFileName, isIn, nameOfUri, uriOfName } from './uris.ts'

const policies = '**/*.{yaml,yml,json}'

/** Folders come and go without a word about what is in them. */
const everything = '**'

const policyFile = /\.(?:ya?ml|json)$/i
const foreign = /\/(?:node_modules|\.git|\.hg|\.svn)(?:\/|$)/

/** Has the client watch the files of all companies, and passes on what changes. */
export class Watching {
  readonly #session: Session
  readonly #connection: Connection
  readonly #client: Pick<ClientAbilities, 'registersWatching' | 'watchesElsewhere'>
  readonly #elsewhere = new Map<string, Promise<Disposable>>()

  constructor(
    session: Session,
    connection: Connection,
    client: Pick<ClientAbilities, 'registersWatching' | 'watchesElsewhere'>,
  ) {
    this.#session = session
    this.#connection = connection
    this.#client = client
  }

  async register(): Promise<void> {
    if (!this.#client.registersWatching) return
    await this.#connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [{ globPattern: policies }, { globPattern: everything, kind: WatchKind.Create | WatchKind.Delete }],
    })
  }

  /** A configuration with `root: true` above a folder of the editor makes a company reach beyond it. */
  checked(): void {
    if (!this.#client.registersWatching || !this.#client.watchesElsewhere) return
    const { companies, folders } = this.#session
    const bases = [...companies].map(({ base }) => base).filter((base) => isFileName(base) && !policyFile.test(base))
    const wanted = new Set(bases.filter((base) => !folders.some(({ name }) => isIn(base, name))))
    for (const [base, watcher] of this.#elsewhere) {
      if (wanted.has(base)) continue
      this.#elsewhere.delete(base)
      void watcher.then((registered) => registered.dispose())
    }
    for (const base of wanted) {
      if (this.#elsewhere.has(base)) continue
      const watchers: FileSystemWatcher[] = [{ globPattern: { baseUri: uriOfName(base), pattern: policies } }]
      this.#elsewhere.set(base, this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }))
    }
  }

  changed(events: readonly FileEvent[]): void {
    for (const { uri, type } of events) {
      const name = nameOfUri(uri)
      if (!isFileName(name) || foreign.test(name)) continue
      // Whatever else is made or deleted holds no policy, unless it is a folder: those seldom have a point in their names.
      const last = name.slice(name.lastIndexOf('/') + 1)
      if (!policyFile.test(name) && last.lastIndexOf('.') > 0) continue
      const how = type === FileChangeType.Created ? 'created' : type === FileChangeType.Deleted ? 'deleted' : 'changed'
      this.#session.fileChanged(name, how)
    }
  }
}
