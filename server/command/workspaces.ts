import type { BaselineEntry } from '../checker/baseline.ts'
import { Checker, type Run } from '../checker/checker.ts'
import { configuredSettings } from '../checker/configured.ts'
import type { StatedExemption } from '../checker/exemption.ts'
import type { Finding } from '../checker/finding.ts'
import type { SetAside } from '../checker/set-aside.ts'
import { configFileName } from '../config/config-file.ts'
import { compiledRules } from '../custom-rules/compiled-rules.ts'
import { celLibrary } from '../hosts/cel-library.ts'
import type { Files } from '../hosts/files.ts'
import { filesOnDisk } from '../hosts/files-on-disk.ts'
import { inputErrorOf } from '../hosts/input-error.ts'
import { type Found, findPolicies, type InputError, type PolicyFolder } from '../hosts/policy-folders.ts'
import { decode, policyFileOf, readPolicyFiles, type TextFile } from '../hosts/text-file.ts'
import { type PolicyFile, readPolicyFile } from '../language/policy-file.ts'
import { rules } from '../rules/generated/registry.ts'
import type { Rule } from '../rules/rule.ts'
import { ruleProblem } from '../rules/rule-problem.ts'
import { judgedIn, judgedTogether } from '../scorecard/judged.ts'
import type { Judged } from '../scorecard/tallies.ts'
import { anyChange, everyRead } from '../workspace/tracking.ts'
import { Workspace } from '../workspace/workspace.ts'

/** A workspace that was read and judged, with the means to change files of it and judge again. */
export interface CheckedWorkspace {
  readonly folder: PolicyFolder
  readonly files: Files
  readonly workspace: Workspace
  readonly checker: Checker
  /** Concord's own rules, and those of the company. */
  readonly rules: readonly Rule[]
  /** Texts that stand in for what is on disk: standard input, and what fixes made. */
  readonly texts: Map<string, TextFile>
  /** What stood in those files before. */
  readonly originals: Map<string, TextFile>
  /** Which findings are reported, where not all of them are. */
  readonly concerns?: (finding: Finding) => boolean
}

export interface Loaded {
  readonly workspaces: readonly CheckedWorkspace[]
  readonly askedFolders: Found['askedFolders']
  readonly errors: readonly InputError[]
  /** Why not all findings are reported, or all after all, where somebody asked for some. */
  readonly narrowed?: string
}

export interface LoadOptions {
  /** Texts that stand in for files, which need not exist. */
  readonly given?: ReadonlyMap<string, Buffer>
  /** Where files are read from; the disk, if nothing is said. */
  readonly files?: Files
  /** Told of each rule that runs; then what it reads is remembered, so that only what changes concern runs again. */
  readonly onRun?: (run: Run) => void
}

/** Reads the policies that the paths ask about, with everything that they are checked against. */
export function loadWorkspaces(
  paths: readonly string[],
  cwd: string,
  today: string,
  { given = new Map(), files = filesOnDisk, onRun }: LoadOptions = {},
): Loaded {
  const { folders, askedFolders, errors } = findPolicies(paths, cwd, ruleProblem, {
    given: new Set(given.keys()),
    files,
  })
  const found = [...errors]
  const workspaces = folders.map((folder) => load(folder, today, { given, files, onRun }, found))
  return { workspaces, askedFolders, errors: found }
}

function load(
  folder: PolicyFolder,
  today: string,
  {
    given,
    files,
    onRun,
  }: Pick<Required<LoadOptions>, 'given' | 'files'> & { readonly onRun: LoadOptions['onRun'] | undefined },
  errors: InputError[],
): CheckedWorkspace {
  const workspace = new Workspace(today, onRun === undefined ? anyChange() : everyRead())
  const texts = new Map([...given].map(([name, bytes]) => [name, decode(bytes)]))
  const add = (name: string, content: PolicyFile): void => {
    if (content.documents.length > 0) workspace.replace(name, content)
  }
  workspace.change(() => {
    for (const name of folder.files) {
      const bytes = given.get(name)
      if (bytes !== undefined) add(name, policyFileOf(bytes))
    }
    const others = folder.files.filter((name) => !given.has(name))
    for (const read of readPolicyFiles(files, others)) {
      if ('content' in read) add(read.path, read.content)
      else errors.push({ path: read.path, message: `This file cannot be read: ${read.unreadable}.` })
    }
  })
  const custom = compiledRules(folder.customRules, celLibrary)
  errors.push(...custom.problems.map(inputErrorOf))
  const allRules = custom.rules.length === 0 ? rules : [...rules, ...custom.rules]
  const checker = new Checker(workspace, allRules, configuredSettings(folder.chain), onRun)
  checker.waivers = folder.chain.waivers
  checker.baseline = folder.baseline?.entries
  return { folder, files, workspace, checker, rules: allRules, texts, originals: new Map(texts) }
}

/** The findings in the files that were asked about. */
export function reportedFindings(checked: CheckedWorkspace): readonly Finding[] {
  return checked.checker.findings().filter((finding) => isReported(finding, checked))
}

/** What is set aside in these files. */
export function findingsSetAside(checked: CheckedWorkspace): readonly SetAside[] {
  return checked.checker.setAside().filter(({ finding }) => isReported(finding, checked))
}

function isReported(finding: Finding, { folder, concerns }: CheckedWorkspace): boolean {
  return isReportedIn(finding.place.file, folder) && (concerns === undefined || concerns(finding))
}

/** Comments and waivers in the files and configurations that were asked about, with what has become of them. */
export function exemptionsIn({ folder, checker }: CheckedWorkspace): readonly StatedExemption[] {
  return checker.exemptions().filter(({ place }) => isReportedIn(place.file, folder))
}

/** The entries of the baseline whose findings are gone. */
export function goneFromBaseline({ checker }: CheckedWorkspace): readonly BaselineEntry[] {
  return checker.goneFromBaseline()
}

/** Whether a file is one of the configurations of a workspace. */
export function holdsConfig({ configs }: Pick<PolicyFolder, 'configs'>, file: string): boolean {
  return configs.some(({ folder }) => file === folder + configFileName)
}

/** What a configuration says is reported where everything is known that it may be about. */
function isReportedIn(file: string, folder: PolicyFolder): boolean {
  if (!isAsked(file, folder)) return false
  return (
    folder.root !== undefined || !holdsConfig(folder, file) || isAsked(file.slice(0, file.lastIndexOf('/')), folder)
  )
}

/** Looks the file up, then each folder above it: thousands of paths may be asked about. */
export function isAsked(file: string, { asked }: Pick<PolicyFolder, 'asked'>): boolean {
  for (let end = file.length; end > 0; end = file.lastIndexOf('/', end - 1)) {
    if (asked.has(file.slice(0, end))) return true
  }
  return asked.has('/')
}

/** A file's text as it is judged now. Undefined when it has gone since. */
export function textOf({ texts, files }: CheckedWorkspace, file: string): TextFile | undefined {
  const known = texts.get(file)
  if (known !== undefined) return known
  try {
    return decode(files.read(file))
  } catch {
    // It was there when it was read; a report can do without an excerpt.
    return undefined
  }
}

/** Replaces a file's text in the workspace, not on disk. */
export function setText(checked: CheckedWorkspace, file: string, text: TextFile): void {
  const before = textOf(checked, file)
  if (before !== undefined && !checked.originals.has(file)) checked.originals.set(file, before)
  checked.texts.set(file, text)
  checked.workspace.replace(file, readPolicyFile(text.text))
}

/** All of several workspaces, as one scorecard counts it. */
export function judged(workspaces: readonly CheckedWorkspace[]): Judged {
  return judgedTogether(workspaces.map(({ checker, workspace }) => judgedIn(checker, workspace)))
}
