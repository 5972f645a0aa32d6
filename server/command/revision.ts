import { join, resolve } from 'node:path'
import type { Files } from '../hosts/files.ts'
import { filesOnDisk } from '../hosts/files-on-disk.ts'
import { FilesInGit } from '../hosts/git/files-in-git.ts'
import { type Commit, Repository } from '../hosts/git/repository.ts'
import { findPolicies, nameOf } from '../hosts/policy-folders.ts'
import { withConfigurationsOf } from '../hosts/present-configurations.ts'
import { readPolicyFiles } from '../hosts/text-file.ts'
import type { Since } from '../reports/comparison-report.ts'
import { ruleProblem } from '../rules/rule-problem.ts'
import { UsageError } from './usage.ts'
import { type CheckedWorkspace, isAsked, type Loaded, loadWorkspaces } from './workspaces.ts'

/** A state of the policies in git. */
export interface Revision {
  /** As it was named. */
  readonly name: string
  readonly commit: Commit
  /** Whether the commit is where the present work left the revision. */
  readonly left: boolean
  /** The files of the commit as they were. */
  readonly files: Files
}

/** The repository of some paths. @throws UsageError where they are of several; GitFault where there is none. */
export function repositoryOf(paths: readonly string[], cwd: string): Repository {
  const [first = cwd, ...others] = paths.map((path) => resolve(cwd, path))
  const repository = Repository.of(first)
  const inside = { asked: new Set([nameOf(repository.folder)]) }
  const outside = others.find((path) => !isAsked(nameOf(path), inside))
  if (outside !== undefined)
    throw new UsageError(`${outside} lies outside the git repository at ${repository.folder}; compare it by itself.`)
  return repository
}

/** The commit where the present work left a revision; the revision's own with `direct`. @throws GitFault with what to do instead. */
export function revisionOf(repository: Repository, name: string, direct: boolean): Revision {
  const named = repository.commit(name)
  const commit = direct ? named : repository.leftFrom(named)
  const files = new FilesInGit(repository.folder, commit.id)
  return { name, commit, left: commit.id !== named.id, files }
}

/** The policies of the paths as they were at a revision, judged as the present ones are. */
export function loadRevision(
  { files: then }: Revision,
  repository: Repository,
  paths: readonly string[],
  cwd: string,
  today: string,
  present: Loaded,
): Loaded {
  const files = withConfigurationsOf(filesOnDisk, then)
  const known = paths.filter((path) => then.standing(resolve(cwd, path)) !== undefined)
  const loaded = loadWorkspaces(known, cwd, today, { files })
  const moved = movedFrom(loaded, present, repository, files)
  return moved.length === 0 ? loaded : loadWorkspaces([...known, ...moved], cwd, today, { files })
}

/** Files elsewhere in the repository that are there no more, and held policies that have since come to where was asked about. */
function movedFrom(before: Loaded, present: Loaded, { folder }: Repository, files: Files): readonly string[] {
  const [known, come] = [before, present].map(({ workspaces }) => new Set(workspaces.flatMap(policiesAskedAbout)))
  for (const policy of known ?? []) come?.delete(policy)
  if (come === undefined || come.size === 0) return []
  const read = new Set(before.workspaces.flatMap((checked) => checked.folder.files))
  const candidates = findPolicies([folder], folder, ruleProblem, { files })
    .folders.flatMap((found) => found.files)
    .filter((file) => !read.has(file) && filesOnDisk.standing(file) === undefined)
  const moved: string[] = []
  for (const file of readPolicyFiles(files, candidates))
    if ('content' in file && file.content.documents.some(({ kind, name }) => come.has(`${kind}/${name}`)))
      moved.push(file.path)
  return moved
}

function policiesAskedAbout({ workspace, folder }: CheckedWorkspace): readonly string[] {
  return workspace.entries.filter(({ file }) => isAsked(file, folder)).map(({ kind, name }) => `${kind}/${name}`)
}

/** What reports say of a revision. */
export function sinceOf({ name, commit, left, files }: Revision, present: Loaded): Since {
  const configs = present.workspaces.flatMap(({ folder }) => folder.configs.map((config) => config.folder))
  const changed = [...new Set(configs)].some((folder) => !isSameText(files, join(folder, '.concord.yaml')))
  return {
    revision: name,
    commit: commit.id,
    day: commit.day,
    subject: commit.subject,
    left,
    configurationChanged: changed,
  }
}

function isSameText(then: Files, path: string): boolean {
  if (then.standing(path) === undefined) return false
  const [before, now] = [then, filesOnDisk].map((files) => files.read(path).toString().replaceAll('\r\n', '\n'))
  return before === now
}
