import { dirname, join, resolve, sep } from 'node:path'
import type { Baseline } from '../checker/baseline.ts'
import { baselineFileName, readBaseline } from '../checker/baseline-file.ts'
import { ConfigChain, type PlacedConfig } from '../config/config-chain.ts'
import { configFileName, type RuleProblem } from '../config/config-file.ts'
import type { ConfigLead } from '../config/config-lead.ts'
import type { PlacedRule } from '../config/custom-rule-file.ts'
import { customRulesOf } from './custom-rule-files.ts'
import type { Files, FolderItem } from './files.ts'
import { filesOnDisk } from './files-on-disk.ts'
import { FolderConfigs } from './folder-configs.ts'
import { isForeign } from './foreign-folders.ts'
import { type InputError, inputErrorOf, nameOf } from './input-error.ts'
import { reason } from './reason.ts'

export { type InputError, nameOf } from './input-error.ts'

/** Policies that are checked against one another, with what holds for them. Names are absolute, with forward slashes. */
export interface PolicyFolder {
  /** The folder of the configuration with `root: true`; without one, the path that was asked about where those are kept apart. */
  readonly root: string | undefined
  readonly configs: readonly PlacedConfig[]
  readonly chain: ConfigChain
  /** Where the baseline of a workspace with a root stands or would stand, and what it says, if it can be read. */
  readonly baseline: FoundBaseline | undefined
  /** The custom rules that the configurations declare. */
  readonly customRules: readonly PlacedRule[]
  /** Every file that may hold policies. */
  readonly files: readonly string[]
  /** The files and folders that were asked about; findings elsewhere are not reported. */
  readonly asked: ReadonlySet<string>
}

export interface FoundBaseline {
  readonly file: string
  /** Whether anything stands there. */
  readonly exists: boolean
  readonly entries: Baseline | undefined
}

export interface Found {
  readonly folders: readonly PolicyFolder[]
  /** The folders among the paths that were given, and whether a configuration leaves them out. */
  readonly askedFolders: readonly { readonly path: string; readonly ignored: boolean }[]
  readonly errors: readonly InputError[]
  /** The files that configurations extend, also those that could not be used. */
  readonly extended: ReadonlySet<string>
  /** The files that hold custom rules. */
  readonly ruleFiles: ReadonlySet<string>
  /** What the configurations name that are other files. */
  readonly leads: readonly ConfigLead[]
}

export interface FindOptions {
  /** Files whose text comes from elsewhere: they need not exist. */
  readonly given?: ReadonlySet<string>
  /** Texts of configurations that stand in for what is on disk, by name. */
  readonly configs?: ReadonlyMap<string, string>
  /** Whether each path without a `root: true` above it is a workspace of its own, instead of all of them together. */
  readonly apart?: boolean
  /** Where files are read from; the disk, if nothing is said. */
  readonly files?: Files
}

const policyFileName = /\.(?:ya?ml|json)$/i

/**
 * Finds what to check for the paths of a command. A path below a configuration with `root: true` is checked against everything
 * below that configuration; the others are one workspace of their own. A configuration with `root: true` below a folder that is
 * asked about begins another workspace, which is asked about with it.
 */
export function findPolicies(
  paths: readonly string[],
  cwd: string,
  ruleProblem: RuleProblem,
  { given = new Set(), configs = new Map(), apart = false, files = filesOnDisk }: FindOptions = {},
): Found {
  const finder = new Finder(files, ruleProblem, given, configs)
  const asked = paths.map((path) => resolve(cwd, path)).filter((path) => finder.exists(path))
  const byRoot = new Map<string | undefined, Set<string>>()
  const ask = (root: string | undefined, path: string): unknown =>
    byRoot.set(root, (byRoot.get(root) ?? new Set()).add(path))
  for (const path of asked) {
    const root = finder.rootAbove(finder.isFolder(path) ? path : dirname(path))
    ask(root ?? (apart ? path : undefined), path)
  }

  const workspaces: { readonly root: string | undefined; readonly walk: Walk }[] = []
  // Roots that are found on the way come up later in this loop.
  for (const [root, below] of byRoot) {
    const walk = finder.walk(root === undefined ? [...below] : [root, ...below])
    workspaces.push({ root, walk })
    for (const inner of walk.roots) if ([...below].some((path) => isIn(inner, path))) ask(inner, inner)
  }
  const ruleFiles = new Set<string>()
  const folders = workspaces.map(({ root, walk: { configs, files: found } }) => {
    const chain = new ConfigChain([...configs])
    const baseline = root === undefined ? undefined : finder.baseline(root)
    const custom = customRulesOf(chain.configs, finder.configs, files)
    for (const file of custom.files) ruleFiles.add(file)
    finder.errors.push(...custom.problems.map(inputErrorOf))
    return {
      root: root === undefined ? undefined : nameOf(root),
      configs: [...configs],
      chain,
      customRules: custom.rules,
      baseline,
      files: [...found].filter((file) => file !== baseline?.file).sort(byCodeUnit),
      asked: new Set([...(byRoot.get(root) ?? [])].map(nameOf)),
    }
  })
  return {
    folders,
    askedFolders: asked
      .filter((path) => finder.isFolder(path))
      .map((path) => ({ path: nameOf(path), ignored: finder.ignoresFolder(path) })),
    errors: finder.errors,
    extended: finder.configs.extended,
    ruleFiles,
    leads: finder.configs.leads,
  }
}

/** The custom rules that hold in a folder, as they are written. */
export interface DeclaredRules {
  readonly rules: readonly PlacedRule[]
  readonly errors: readonly InputError[]
}

/** Finds the custom rules that hold in a folder, without looking for policies. */
export function rulesDeclaredFor(folder: string, ruleProblem: RuleProblem, files: Files): DeclaredRules {
  const configs = new FolderConfigs(files, ruleProblem, new Map())
  const above: PlacedConfig[] = []
  for (let at = folder; ; at = dirname(at)) {
    above.push(...configs.of(at))
    if (configs.isRoot(at) || dirname(at) === at) break
  }
  const { rules, problems } = customRulesOf(new ConfigChain(above).configs, configs, files)
  return { rules, errors: [...configs.errors, ...problems.map(inputErrorOf)] }
}

/** Whether a file of this name is looked into for policies, when its folder is asked about. */
export function mayHoldPolicies(path: string): boolean {
  return policyFileName.test(path)
}

/** Whether it makes a difference that a folder holds this: a folder or a file that is looked into, or a link to one. */
export function matters({ name, kind }: FolderItem): boolean {
  return kind === 'folder' ? !isForeign(name) : kind !== 'other' && mayHoldPolicies(name)
}

function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}

/** What was met on the way through the folders of one workspace. */
interface Walk {
  readonly folders: Set<string>
  readonly files: Set<string>
  readonly configs: Set<PlacedConfig>
  /** Folders that are workspaces of their own. */
  readonly roots: Set<string>
}

class Finder {
  readonly configs: FolderConfigs
  readonly errors: InputError[]
  readonly #files: Files
  readonly #given: ReadonlySet<string>

  constructor(
    files: Files,
    ruleProblem: RuleProblem,
    given: ReadonlySet<string>,
    configTexts: ReadonlyMap<string, string>,
  ) {
    this.#files = files
    this.#given = given
    this.configs = new FolderConfigs(files, ruleProblem, configTexts)
    this.errors = this.configs.errors
  }

  isFolder(path: string): boolean {
    return !this.#given.has(nameOf(path)) && this.#files.standing(path) === 'folder'
  }

  exists(path: string): boolean {
    if (this.#given.has(nameOf(path)) || this.#files.standing(path) !== undefined) return true
    this.errors.push({ path: nameOf(path), message: 'There is no such file or folder.' })
    return false
  }

  /** The folder whose configuration says `root: true`, at or above a folder. */
  rootAbove(folder: string): string | undefined {
    for (let at = folder; ; at = dirname(at)) {
      if (this.configs.isRoot(at)) return at
      if (dirname(at) === at) return undefined
    }
  }

  baseline(root: string): FoundBaseline {
    const said = this.configs.of(root).find(({ config }) => config.baseline !== undefined)
    const path = join(root, said?.config.baseline ?? baselineFileName)
    const file = nameOf(path)
    if (this.#files.standing(path) === undefined) return { file, exists: false, entries: undefined }
    const unusable = { file, exists: true, entries: undefined }
    try {
      const read = readBaseline(
        this.#files
          .read(path)
          .toString('utf8')
          .replace(/^\uFEFF/, ''),
      )
      if ('baseline' in read) return { file, exists: true, entries: read.baseline }
      this.errors.push({ path: file, line: read.line, column: 1, message: read.problem })
    } catch (error) {
      this.errors.push({ path: file, message: `This baseline cannot be read: ${reason(error)}.` })
    }
    return unusable
  }

  walk(starts: readonly string[]): Walk {
    const walk: Walk = { folders: new Set(), files: new Set(), configs: new Set(), roots: new Set() }
    for (const start of starts) {
      for (const config of this.#configsAbove(start)) walk.configs.add(config)
      const chain = new ConfigChain([...walk.configs])
      if (this.isFolder(start)) this.#enter(start, chain, walk)
      else if (!chain.ignores(nameOf(start)) && this.#isReadable(start)) walk.files.add(nameOf(start))
    }
    return walk
  }

  ignoresFolder(path: string): boolean {
    return new ConfigChain(this.#configsAbove(path)).ignores(`${nameOf(path)}/`)
  }

  /** A device or a pipe may never end. */
  #isReadable(path: string): boolean {
    if (this.#given.has(nameOf(path)) || this.#files.standing(path) === 'file') return true
    this.errors.push({ path: nameOf(path), message: 'This is neither a file nor a folder.' })
    return false
  }

  #configsAbove(start: string): readonly PlacedConfig[] {
    const found: PlacedConfig[] = []
    for (let at = start; ; at = dirname(at)) {
      found.push(...this.configs.of(at))
      if (this.configs.isRoot(at) || dirname(at) === at) return found
    }
  }

  /** `above` is what holds in the folder before its own configuration is read. */
  #enter(folder: string, above: ConfigChain, walk: Walk): void {
    if (walk.folders.has(folder)) return
    walk.folders.add(folder)
    const own = this.configs.of(folder)
    for (const config of own) walk.configs.add(config)
    const chain = own.length === 0 ? above : new ConfigChain([...walk.configs])
    let items: readonly FolderItem[]
    try {
      items = this.#files.list(folder)
    } catch (error) {
      this.errors.push({ path: nameOf(folder), message: `This folder cannot be read: ${reason(error)}.` })
      return
    }
    for (const item of items.filter(matters)) {
      const path = join(folder, item.name)
      const name = nameOf(path)
      if (item.kind === 'folder') {
        if (chain.ignores(`${name}/`)) continue
        if (this.configs.isRoot(path)) walk.roots.add(path)
        else this.#enter(path, chain, walk)
      } else if (item.name !== configFileName && !chain.ignores(name)) {
        if (item.kind === 'file' || this.#isFileInside(path, folder)) walk.files.add(name)
      }
    }
  }

  /**
   * A link counts as the file that it leads to if that lies in or below the same folder: nothing outside is read. A target that is
   * found by its own name does not count twice: each of its policies would be there twice.
   */
  #isFileInside(link: string, folder: string): boolean {
    try {
      const target = this.#files.real(link)
      return (
        target.startsWith(this.#files.real(folder) + sep) &&
        !policyFileName.test(target) &&
        this.#files.standing(target) === 'file'
      )
    } catch {
      // A link that leads nowhere, or in a circle, holds no policy.
      return false
    }
  }
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
