import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver'
import type { Cel } from '../custom-rules/cel.ts'
import type { OpenFile } from '../features/place.ts'
import { inputErrorOf } from '../hosts/input-error.ts'
import type { PolicyFile } from '../language/policy-file.ts'
import { Companies, layoutOfDocument, layoutsOf } from './companies.ts'
import { ConfigTexts } from './config-texts.ts'
import { CompanyRules } from './custom-rules.ts'
import type { Host } from './host.ts'
import { LoadedCompany } from './loaded-company.ts'
import { OpenDocument } from './open-document.ts'
import type { Encoding } from './position-encoding.ts'
import { Slices } from './slices.ts'
import { isFileName, isIn } from './uris.ts'

/** A folder of the editor. One that is switched off is not read, and what is open in it is not judged. */
export interface Folder {
  readonly name: string
  readonly on: boolean
}

/** Told how far the reading of files has come. */
export interface ReadingProgress {
  begin(files: number): void
  step(done: number, all: number): void
  end(): void
}

/** An edit burst is over after this many milliseconds without another edit. */
const idleAfter = 80

/**
 * What the server knows: open documents, companies, and what has changed since it last looked. Changes are only noted down when they
 * come in; they are worked through before the next answer that needs them, or when nothing comes in for a moment.
 */
export class Session {
  readonly documents = new Map<string, OpenDocument>()
  readonly companies: Companies
  readonly configs: ConfigTexts
  readonly slices = new Slices()
  /** Called when changes have been worked through and nobody waits. */
  onIdle: () => void = () => {}
  /** Called with what must not happen: a fault of the server itself. */
  onFault: (error: unknown) => void = () => {}
  progress: ReadingProgress | undefined
  /** How often documents were opened or closed. */
  openings = 0
  /** Whether everything has been read once. */
  wasRead = false
  /** Whether every policy has been judged once. */
  wasJudged = false
  /** How often something was judged anew. */
  judgings = 0
  /** Whether something else than the text of documents has changed; whoever acts on it sets it back. */
  changedOutside = false
  readonly #host: Host
  readonly #rules: CompanyRules
  readonly #encoding: Encoding
  /** For documents that hold no policy yet and lie in no folder. */
  readonly #scratch = new Map<string, LoadedCompany>()
  readonly #edited = new Set<string>()
  #folders: readonly Folder[] = []
  /** The documents outside all folders that the last search was also for. */
  #searchedFor: ReadonlySet<string> = new Set()
  #searchWanted = true
  #start: () => void = () => {}
  /** Nothing can be looked for before the folders are known. */
  readonly #started = new Promise<void>((resolve) => {
    this.#start = resolve
  })
  readonly #asked = new Set<Promise<void>>()
  #reading: Promise<void> | undefined
  #judging: Promise<void> | undefined
  #idleTimer: ReturnType<typeof setTimeout> | undefined

  constructor(host: Host, encoding: Encoding) {
    this.#host = host
    this.#rules = new CompanyRules(() => host.cel())
    this.#encoding = encoding
    this.companies = new Companies((name) => this.textOf(name))
    this.configs = new ConfigTexts((name) => this.textOf(name))
  }

  get folders(): readonly Folder[] {
    return this.#folders
  }

  set folders(folders: readonly Folder[]) {
    this.#folders = folders
    this.#start()
    this.#search()
  }

  /** Nothing is read before the client has answered what it was asked. `answer` never rejects. */
  waitFor(answer: Promise<void>): void {
    this.#asked.add(answer)
    void answer.then(() => this.#asked.delete(answer))
  }

  open(item: TextDocumentItem): void {
    const document = new OpenDocument(item, this.#encoding)
    this.openings++
    this.documents.set(document.name, document)
    this.#noteEdit(document)
  }

  change(name: string, changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    const document = this.documents.get(name)
    if (document === undefined) return
    document.change(changes, version)
    this.#noteEdit(document)
  }

  /** What is on disk counts again. */
  close(name: string): void {
    if (!this.documents.delete(name)) return
    this.openings++
    this.#edited.delete(name)
    this.#scratch.delete(name)
    const isConfig = this.configs.isConfig(name)
    if (isConfig) this.configs.close(name)
    const company = this.companies.of(name)
    if (company?.files.has(name) && this.#isInFolder(name) && !isConfig) company.unread.add(name)
    else this.#searchWanted = true
    this.#scheduleIdle()
  }

  /** A new file may be there only now, and not every client watches the disk. */
  save(name: string): void {
    if (!this.companies.of(name)?.files.has(name)) this.#search()
  }

  /** A file was created, changed or deleted outside the editor, or a folder was. */
  fileChanged(name: string, how: 'created' | 'changed' | 'deleted'): void {
    const company = this.companies.of(name)
    if (this.configs.isConfig(name) || how !== 'changed' || company?.baselineFile === name) this.#search()
    if (company?.files.has(name)) company.unread.add(name)
    this.changedOutside = true
    this.#scheduleIdle()
  }

  /** The library for the expressions of custom rules, loaded when it is wanted. */
  cel(): Cel {
    return this.#host.cel()
  }

  /** A file's text without a byte order mark: as it is open, or else as it is on disk. */
  textOf(name: string): string | undefined {
    return this.documents.get(name)?.text ?? (isFileName(name) ? this.#host.text(name) : undefined)
  }

  /** An open document with its company; undefined where it is not to be judged. What the company holds is up to date with it. */
  openFile(name: string): OpenFile | undefined {
    this.flush()
    const document = this.documents.get(name)
    if (document === undefined) return undefined
    const company = this.companies.of(name) ?? this.#scratchCompany(document)
    if (company === undefined) return undefined
    return { company, name, text: document.text, content: document.content }
  }

  /** Puts edited documents into their companies. Costs nothing when there are none. */
  flush(): void {
    const today = this.#host.today()
    for (const company of this.companies) if (company.workspace.today !== today) company.workspace.today = today
    if (this.#edited.size === 0) return
    const byCompany = new Map<LoadedCompany, Map<string, PolicyFile>>()
    for (const name of this.#edited) {
      const document = this.documents.get(name)
      if (document === undefined || this.configs.isConfig(name)) continue
      const company = this.companies.of(name)
      if (company === undefined) {
        if (this.#isLoose(document) && !this.#searchedFor.has(name)) this.#searchWanted = true
        continue
      }
      company.unread.delete(name)
      const contents = byCompany.get(company) ?? new Map<string, PolicyFile>()
      byCompany.set(company, contents.set(name, document.content))
    }
    this.#edited.clear()
    for (const [company, contents] of byCompany)
      company.workspace.change(() => {
        for (const [name, content] of contents) company.put(name, content)
      })
  }

  /** Whether everything is read. What is asked about a file is then judged at once. */
  get isRead(): boolean {
    this.flush()
    if (this.#searchWanted || this.#reading !== undefined || this.#asked.size > 0) return false
    for (const company of this.companies) if (company.unread.size > 0) return false
    return true
  }

  /** Resolves when everything is read. */
  async read(): Promise<void> {
    while (!this.isRead) {
      this.#reading ??= this.#readChanged().finally(() => {
        this.#reading = undefined
      })
      await this.#reading
    }
    this.wasRead = true
  }

  /** Whether everything is read and every policy is judged. */
  get isJudged(): boolean {
    if (!this.isRead || this.#judging !== undefined) return false
    for (const company of this.companies) if (!company.judged) return false
    return true
  }

  /** Resolves when everything is read and every policy is judged. */
  async judged(): Promise<void> {
    while (!this.isJudged) {
      this.#judging ??= this.#judgeChanged().finally(() => {
        this.#judging = undefined
        this.judgings++
      })
      await this.#judging
    }
    this.wasJudged = true
  }

  end(): void {
    clearTimeout(this.#idleTimer)
  }

  #noteEdit(document: OpenDocument): void {
    this.#edited.add(document.name)
    if (this.configs.isConfig(document.name) && this.configs.edit(document.name, document.text))
      this.#searchWanted = true
    this.#scheduleIdle()
  }

  #search(): void {
    this.#searchWanted = true
    this.changedOutside = true
    this.#scheduleIdle()
  }

  #scheduleIdle(): void {
    clearTimeout(this.#idleTimer)
    this.#idleTimer = setTimeout(() => {
      this.judged().then(this.onIdle).catch(this.onFault)
    }, idleAfter)
  }

  async #readChanged(): Promise<void> {
    await this.#started
    await Promise.all(this.#asked)
    try {
      if (this.#searchWanted) await this.#lookAround()
      this.flush()
      const unread = [...this.companies].reduce((sum, { unread }) => sum + unread.size, 0)
      if (unread > 0) await this.#readAll(unread)
    } catch (error) {
      // It is no use to try the same again: what is known so far has to do until something changes.
      this.#searchWanted = false
      for (const company of this.companies) company.unread.clear()
      this.onFault(error)
    }
  }

  async #judgeChanged(): Promise<void> {
    await this.read()
    for (const company of this.companies)
      if (!company.judged) for (const _ of company.judge()) await this.slices.giveWay()
  }

  /** Looks for companies anew. */
  async #lookAround(): Promise<void> {
    this.#searchWanted = false
    const loose = [...this.documents.values()].filter((document) => this.#isLoose(document)).map(({ name }) => name)
    this.#searchedFor = new Set(loose)
    const files = loose.filter(isFileName)
    const folders = this.#folders.filter(({ on, name }) => on && isFileName(name)).map(({ name }) => name)
    const found = await this.#host.findPolicies([...folders, ...files], new Set(files), this.configs.inForce)
    const documents = loose.filter((name) => !isFileName(name)).map(layoutOfDocument)
    const errors = [...found.errors]
    const layouts = layoutsOf(found, ({ root, customRules }) => {
      const { rules, problems } = this.#rules.of(root ?? '', customRules)
      errors.push(...problems.map(inputErrorOf))
      return rules
    })
    this.configs.found(errors, found)
    for (const { name, text } of this.documents.values())
      if (this.configs.isConfig(name) && this.configs.edit(name, text)) this.#searchWanted = true
    this.companies.arrange([...layouts, ...documents], this.#host.today())
    for (const name of this.documents.keys()) this.#edited.add(name)
    for (const company of this.companies) {
      const gone = company.workspace.files.filter(
        ({ name }) => !company.files.has(name) && !(this.documents.has(name) && this.companies.of(name) === company),
      )
      company.workspace.change(() => {
        for (const { name } of gone) company.remove(name)
      })
      for (const name of company.unreadable.keys()) if (!company.files.has(name)) company.unreadable.delete(name)
      const fault = found.errors.find(({ path }) => path === company.baselineFile)
      if (fault !== undefined) company.unreadable.set(fault.path, fault.message)
    }
  }

  async #readAll(count: number): Promise<void> {
    let done = 0
    this.progress?.begin(count)
    try {
      for (const company of this.companies) {
        const contents = new Map<string, Awaited<ReturnType<Host['read']>>>()
        for (const name of company.unread) {
          company.unread.delete(name)
          contents.set(name, await this.#host.read(name))
          this.progress?.step(++done, count)
          await this.slices.giveWay()
        }
        company.workspace.change(() => {
          for (const [name, content] of contents) if (!this.documents.has(name)) take(company, name, content)
        })
      }
    } finally {
      this.progress?.end()
    }
  }

  /** Folders that are no files cannot be read: what is open in them is judged by itself. */
  #isInFolder(name: string): boolean {
    return this.#folders.some((folder) => (isFileName(folder.name) || !folder.on) && isIn(name, folder.name))
  }

  /** A policy outside all folders. */
  #isLoose({ name, content }: OpenDocument): boolean {
    return !this.configs.isConfig(name) && !this.#isInFolder(name) && content.documents.length > 0
  }

  /** For what is about to become a policy, and for configurations outside all folders. */
  #scratchCompany({ name, content }: OpenDocument): LoadedCompany | undefined {
    if (this.#isInFolder(name) || (content.documents.length > 0 && !this.#searchWanted)) return undefined
    const known = this.#scratch.get(name)
    if (known !== undefined) return known
    const nothing = {
      base: name,
      configs: [],
      customRules: [],
      ruleFiles: new Set<string>(),
      leads: [],
      baseline: undefined,
      files: new Set<string>(),
      asked: new Set<string>(),
    }
    const made = new LoadedCompany(nothing, this.#host.today(), (file) => this.textOf(file))
    this.#scratch.set(name, made)
    return made
  }
}

function take(company: LoadedCompany, name: string, content: Awaited<ReturnType<Host['read']>>): void {
  if (content === undefined) company.remove(name)
  else if ('unreadable' in content) {
    company.remove(name)
    company.unreadable.set(name, content.unreadable)
  } else company.put(name, content)
}
