import { dirname, join } from 'node:path'
import type { PlacedConfig } from '../config/config-chain.ts'
import { configFileName, type RuleProblem, readConfig } from '../config/config-file.ts'
import type { ConfigLead } from '../config/config-lead.ts'
import { type ConfigFiles, ExtendedConfigs } from '../config/extended-configs.ts'
import type { Files } from './files.ts'
import { type InputError, inputErrorOf, nameOf } from './input-error.ts'
import { reason } from './reason.ts'

/** The configurations of folders, each with what it extends. Each is read once. */
export class FolderConfigs {
  readonly errors: InputError[] = []
  /** The files that configurations extend, also those that could not be used. */
  readonly extended = new Set<string>()
  /** What configurations name that are other files. */
  readonly leads: ConfigLead[] = []
  readonly #files: Files
  readonly #ruleProblem: RuleProblem
  /** Texts that stand in for what the files hold, by name. */
  readonly #given: ReadonlyMap<string, string>
  readonly #configs = new Map<string, readonly PlacedConfig[]>()
  readonly #texts = new Map<string, string | undefined>()

  constructor(files: Files, ruleProblem: RuleProblem, given: ReadonlyMap<string, string>) {
    this.#files = files
    this.#ruleProblem = ruleProblem
    this.#given = given
  }

  /** What the configuration of a folder says; nothing where there is none, or one that cannot be used. */
  of(folder: string): readonly PlacedConfig[] {
    let configs = this.#configs.get(folder)
    if (configs === undefined) {
      configs = this.#read(folder)
      this.#configs.set(folder, configs)
    }
    return configs
  }

  isRoot(folder: string): boolean {
    return this.of(folder).some(({ config }) => config.root === true)
  }

  #read(folder: string): readonly PlacedConfig[] {
    const name = nameOf(join(folder, configFileName))
    const text = this.#textOf(folder)
    if (text === undefined) return []
    const resolved = new ExtendedConfigs(this.#asked, this.#ruleProblem, this.leads).resolve(
      name,
      text,
      this.#boundary(folder),
    )
    if ('configs' in resolved) {
      for (const { file } of resolved.configs) if (file !== name) this.extended.add(file)
      return resolved.configs
    }
    for (const file of resolved.met) this.extended.add(file)
    for (const problem of resolved.problems) {
      const { file, range } = problem
      // Two configurations may extend the same broken file.
      const isKnown = this.errors.some((known) => known.path === file && known.range?.start === range.start)
      if (!isKnown) this.errors.push(inputErrorOf(problem))
    }
    return []
  }

  /** The folder that everything lies in that a configuration may extend: the root, or else that of the outermost configuration above. */
  #boundary(folder: string): string {
    let outermost = folder
    for (let at = folder; ; at = dirname(at)) {
      const text = this.#textOf(at)
      if (text !== undefined) outermost = at
      const read = text === undefined ? undefined : readConfig(text, () => undefined)
      if ((read !== undefined && 'config' in read && read.config.root === true) || dirname(at) === at)
        return nameOf(outermost)
    }
  }

  /** The text of a folder's configuration. */
  #textOf(folder: string): string | undefined {
    if (this.#texts.has(folder)) return this.#texts.get(folder)
    const path = join(folder, configFileName)
    let text: string | undefined
    try {
      text = this.#textAt(path)
    } catch (error) {
      // Where the folder itself cannot be entered, that is what is said of it.
      if (!isMissing(error) && this.#files.standing(path) !== undefined)
        this.errors.push({ path: nameOf(path), message: `This configuration cannot be read: ${reason(error)}.` })
    }
    this.#texts.set(folder, text)
    return text
  }

  /** The text of any file of the configuration, or why it cannot be read. */
  textOrReason(name: string): string | { readonly unreadable: string } {
    return this.#asked.text(name)
  }

  #textAt(path: string): string {
    return (this.#given.get(nameOf(path)) ?? this.#files.read(path).toString('utf8')).replace(/^\uFEFF/, '')
  }

  readonly #asked: ConfigFiles = {
    kindOf: (name) => {
      if (this.#given.has(name)) return 'file'
      const standing = this.#files.standing(name)
      return standing === 'file' || standing === 'folder' ? standing : 'nothing'
    },
    text: (name) => {
      try {
        return this.#textAt(name)
      } catch (error) {
        return { unreadable: reason(error) }
      }
    },
    real: (name) => {
      try {
        return nameOf(this.#files.real(name))
      } catch {
        // What is not there yet leads nowhere else.
        return name
      }
    },
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}
