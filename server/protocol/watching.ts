import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  FileChangeType,
  type FileEvent,
  type FileSystemWatcher,
  WatchKind,
} from 'vscode-languageserver'
import { isForeign } from '../hosts/foreign-folders.ts'
import { mayHoldPolicies } from '../hosts/policy-folders.ts'
import type { ClientAbilities } from './client-abilities.ts'
import type { LastCommits } from './last-commits.ts'
import type { Session } from './session.ts'
import { isFileName, isIn, nameOfUri, uriOfName } from './uris.ts'

const policies = '**/*.{yaml,yml,json}'

/** Folders come and go without a word about what is in them. */
const everything = '**'

/** What git writes when it moves on to another commit, and its folder itself. */
const signOfGit = /\/(?:\.git|HEAD|packed-refs|refs\/heads\/.*|reftable\/.*)$/

/** Has the client watch the files of all companies, and passes on what changes. */
export class Watching {
  readonly #session: Session
  readonly #connection: Connection
  readonly #client: Pick<ClientAbilities, 'registersWatching' | 'watchesElsewhere'>
  readonly #lastCommits: Pick<LastCommits, 'signs' | 'mayHaveMoved'>
  readonly #elsewhere = new Map<string, Promise<Disposable>>()

  constructor(
    session: Session,
    connection: Connection,
    client: Pick<ClientAbilities, 'registersWatching' | 'watchesElsewhere'>,
    lastCommits: Pick<LastCommits, 'signs' | 'mayHaveMoved'>,
  ) {
    this.#session = session
    this.#connection = connection
    this.#client = client
    this.#lastCommits = lastCommits
  }

  async register(): Promise<void> {
    if (!this.#client.registersWatching) return
    await this.#connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [{ globPattern: policies }, { globPattern: everything, kind: WatchKind.Create | WatchKind.Delete }],
    })
  }

  /**
   * A configuration with `root: true` above a folder of the editor makes a company reach beyond it, and git keeps its own files
   * wherever it likes.
   */
  checked(): void {
    if (!this.#client.registersWatching || !this.#client.watchesElsewhere) return
    const { companies, folders } = this.#session
    const bases = [...companies].map(({ base }) => base).filter((base) => isFileName(base) && !mayHoldPolicies(base))
    const beyond = bases.filter((base) => !folders.some(({ name }) => isIn(base, name)))
    const places = [...beyond.map((folder) => ({ folder, pattern: policies })), ...this.#lastCommits.signs]
    const wanted = new Map(places.map((place) => [`${place.folder}\n${place.pattern}`, place]))
    for (const [key, watcher] of this.#elsewhere) {
      if (wanted.has(key)) continue
      this.#elsewhere.delete(key)
      void watcher.then((registered) => registered.dispose())
    }
    for (const [key, { folder, pattern }] of wanted) {
      if (this.#elsewhere.has(key)) continue
      const watchers: FileSystemWatcher[] = [{ globPattern: { baseUri: uriOfName(folder), pattern } }]
      this.#elsewhere.set(key, this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }))
    }
  }

  changed(events: readonly FileEvent[]): void {
    for (const { uri, type } of events) {
      const name = nameOfUri(uri)
      if (signOfGit.test(name)) this.#lastCommits.mayHaveMoved()
      if (!isFileName(name) || isForeign(name)) continue
      // Whatever else is made or deleted holds no policy, unless it is a folder: those seldom have a point in their names.
      const last = name.slice(name.lastIndexOf('/') + 1)
      if (!mayHoldPolicies(name) && last.lastIndexOf('.') > 0) continue
      const how = type === FileChangeType.Created ? 'created' : type === FileChangeType.Deleted ? 'deleted' : 'changed'
      this.#session.fileChanged(name, how)
    }
  }
}
