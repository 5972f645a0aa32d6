import type { PlacedConfig } from './config-chain.ts'
import { type ConfigProblem, configFileName, type RuleProblem, readConfig } from './config-file.ts'
import type { ConfigLead } from './config-lead.ts'
import { type ExtendedName, extendedNames, isRelative } from './extended-names.ts'
import { folderOf, isBelow, nameFrom } from './file-names.ts'
import { isPreset } from './presets.ts'

/** What is asked of whoever holds the files. */
export interface ConfigFiles {
  /** What a name stands for, links followed. */
  kindOf(name: string): 'file' | 'folder' | 'nothing'
  /** A file's text without a byte order mark, or why it cannot be read. */
  text(name: string): string | { readonly unreadable: string }
  /** Where a name leads when all links are followed. */
  real(name: string): string
}

/** A problem with the file that it stands in. */
export interface FileProblem extends ConfigProblem {
  readonly file: string
}

/** Configurations in the order in which they count, an earlier one first. */
export type ResolvedConfigs =
  | { readonly configs: readonly PlacedConfig[] }
  | { readonly problems: readonly FileProblem[]; readonly met: readonly string[] }

/** The file of a package or folder that is its configuration. */
const filesOfFolder = [configFileName, 'concord.yaml']

/**
 * A configuration with everything that it extends. What is extended counts as if it stood in the configuration itself, before what that
 * says: its patterns are relative to the folder of the configuration, and of several things extended a later one wins.
 */
export class ExtendedConfigs {
  readonly #files: ConfigFiles
  readonly #ruleProblem: RuleProblem
  readonly #leads: ConfigLead[]

  /** `leads` takes what the configurations extend. */
  constructor(files: ConfigFiles, ruleProblem: RuleProblem, leads: ConfigLead[]) {
    this.#files = files
    this.#ruleProblem = ruleProblem
    this.#leads = leads
  }

  /** `root` is the folder that everything extended must lie in. */
  resolve(file: string, text: string, root: string): ResolvedConfigs {
    const met: string[] = []
    const resolved = this.#resolve(file, text, { folder: folderOf(file), root, chain: [], met })
    return 'configs' in resolved ? resolved : { ...resolved, met }
  }

  #resolve(file: string, text: string, around: Around): Resolved {
    const read = readConfig(text, this.#ruleProblem)
    if ('problems' in read) return { problems: read.problems.map((problem) => ({ ...problem, file })) }
    const { config, places, waivers } = read
    const chain = [...around.chain, file]
    const configs: PlacedConfig[] = []
    const problems: FileProblem[] = []
    for (const extended of extendedNames(config)) {
      const { name, path } = extended
      const problem = (message: string): unknown => problems.push({ ...places.problemAt(path, message), file })
      if (isPreset(name)) {
        const { folder, root } = around
        configs.push({ folder, file, root, places, config: {}, waivers: [], preset: { name, path } })
        continue
      }
      const found = this.#find(extended, file, around)
      if ('problem' in found) {
        problem(found.problem)
        continue
      }
      around.met.push(found.file)
      this.#leads.push({ file, path, name, to: [found.file] })
      if (chain.includes(found.file)) {
        problem(circle([...chain, found.file], around.root))
        continue
      }
      const text = this.#files.text(found.file)
      if (typeof text !== 'string') {
        problem(`"${name}" cannot be read: ${text.unreadable}.`)
        continue
      }
      const below = this.#resolve(found.file, text, { ...around, chain })
      if ('configs' in below) configs.push(...below.configs)
      else {
        problems.push(...below.problems)
        problem(`"${name}" has mistakes, so this configuration is not used either.`)
      }
    }
    // What is extended has a folder already, and holds no workspace of its own.
    const { root, baseline, extends: _, ...settings } = config
    const isExtended = chain.length > 1 || root === undefined
    const own = isExtended ? settings : { ...settings, root, ...(baseline === undefined ? {} : { baseline }) }
    configs.push({ folder: around.folder, file, root: around.root, places, config: own, waivers })
    return problems.length > 0 ? { problems } : { configs }
  }

  /** The file that something extended leads to, or why it leads nowhere. */
  #find(
    { name }: ExtendedName,
    from: string,
    { root }: Around,
  ): { readonly file: string } | { readonly problem: string } {
    const target = isRelative(name) ? nameFrom(folderOf(from), name) : this.#packageFolder(name, folderOf(from), root)
    if (target === undefined) {
      const beside = this.#files.kindOf(nameFrom(folderOf(from), name)) !== 'nothing'
      const hint = beside ? `Did you mean "./${name}"?` : 'Concord looks in the folders node_modules of this workspace.'
      return { problem: `There is no package "${name}". ${hint}` }
    }
    const outside = {
      problem: `"${name}" lies outside the workspace, which is ${root}. Only files in it are read: put "root: true" into a ${configFileName} above both.`,
    }
    if (!isBelow(target, root)) return outside
    const kind = this.#files.kindOf(target)
    if (kind === 'nothing') return { problem: `There is no file "${name}".` }
    if (!isBelow(this.#files.real(target), this.#files.real(root))) return outside
    if (kind === 'file') return { file: target }
    const file = filesOfFolder.map((own) => nameFrom(target, own)).find((own) => this.#files.kindOf(own) === 'file')
    if (file === undefined) return { problem: `There is no ${filesOfFolder.join(' or ')} in "${name}".` }
    return isBelow(this.#files.real(file), this.#files.real(root)) ? { file } : outside
  }

  #packageFolder(name: string, from: string, root: string): string | undefined {
    for (let folder = from; isBelow(folder, root); folder = nameFrom(folder, '..')) {
      const target = nameFrom(folder, `node_modules/${name}`)
      if (this.#files.kindOf(target) !== 'nothing') return target
      if (folder === '/' || `${folder.replace(/\/$/, '')}/` === root.replace(/\/?$/, '/')) return undefined
    }
    return undefined
  }
}

type Resolved = { readonly configs: readonly PlacedConfig[] } | { readonly problems: readonly FileProblem[] }

interface Around {
  /** The folder of the configuration that everything is extended for. */
  readonly folder: string
  readonly root: string
  /** The files that are being read, each extended by the one before. */
  readonly chain: readonly string[]
  /** Every file that was met. */
  readonly met: string[]
}

function circle(files: readonly string[], root: string): string {
  const start = files.indexOf(files.at(-1) ?? '')
  const names = files.slice(start).map((file) => file.slice(root.replace(/\/?$/, '/').length))
  return `This goes in a circle: ${names.join(' extends ')}. Take one of them out.`
}
