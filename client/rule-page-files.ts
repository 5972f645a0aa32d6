import {
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Uri,
} from 'vscode'
import type { RulePageStore } from './rule-page-store.ts'

/** The rule pages as files that can be read and linked to, but not changed. */
export class RulePageFiles implements FileSystemProvider {
  readonly #store: RulePageStore
  readonly onDidChangeFile = new EventEmitter<FileChangeEvent[]>().event

  constructor(store: RulePageStore) {
    this.#store = store
  }

  watch(): Disposable {
    return new Disposable(() => {})
  }

  async stat(uri: Uri): Promise<FileStat> {
    const page = await this.#find(uri)
    const folder = page === undefined && (await this.readDirectory(uri)).length > 0
    if (page === undefined && !folder) throw FileSystemError.FileNotFound(uri)
    return { type: folder ? FileType.Directory : FileType.File, ctime: 0, mtime: 0, size: page?.length ?? 0 }
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    const page = await this.#find(uri)
    if (page === undefined) throw FileSystemError.FileNotFound(uri)
    return page
  }

  async readDirectory(uri: Uri): Promise<[string, FileType][]> {
    const folder = uri.path === '/' ? '' : `${uri.path.slice(1)}/`
    const entries = new Map<string, FileType>()
    for (const path of (await this.#store.pages()).keys()) {
      if (!path.startsWith(folder)) continue
      const [name, ...below] = path.slice(folder.length).split('/')
      if (name !== undefined) entries.set(name, below.length > 0 ? FileType.Directory : FileType.File)
    }
    return [...entries]
  }

  createDirectory(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri)
  }

  writeFile(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri)
  }

  delete(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri)
  }

  rename(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri)
  }

  async #find(uri: Uri): Promise<Uint8Array | undefined> {
    const text = (await this.#store.pages()).get(uri.path.slice(1))
    return text === undefined ? undefined : new TextEncoder().encode(text)
  }
}
