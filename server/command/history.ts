import { basename, resolve } from 'node:path'
import { configFileName } from '../config/config-file.ts'
import { filesOnDisk } from '../hosts/files-on-disk.ts'
import { FilesInGit } from '../hosts/git/files-in-git.ts'
import { type ChangingCommit, changingCommits } from '../hosts/git/history.ts'
import { bytesOf, sizesOf } from '../hosts/git/objects.ts'
import type { Commit, Repository } from '../hosts/git/repository.ts'
import { findPolicies, mayHoldPolicies, nameOf } from '../hosts/policy-folders.ts'
import { withConfigurationsOf } from '../hosts/present-configurations.ts'
import { largestBytes, policyFileOf, readPolicyFiles } from '../hosts/text-file.ts'
import type { PolicyFile } from '../language/policy-file.ts'
import { ruleProblem } from '../rules/rule-problem.ts'
import { type HistoryPoint, historyPoint } from '../scorecard/history.ts'
import { scorecard } from '../scorecard/scorecard.ts'
import { repositoryOf } from './revision.ts'
import { type CheckedWorkspace, judged, type Loaded, loadWorkspaces, reportedFindings } from './workspaces.ts'

/**
 * How the policies of some paths stood after each of the last commits that changed policies or configurations, oldest first, and how
 * they are now, if that differs from the last commit. All of them are judged by the present configuration, as of today.
 *
 * The same texts are read once, and from commit to commit only the rules run again that read what has changed.
 * @throws UsageError, GitFault
 */
export function historyOf(
  paths: readonly string[],
  cwd: string,
  today: string,
  most: number,
): Pick<Loaded, 'errors' | 'askedFolders'> & { readonly points: readonly HistoryPoint[] } {
  const repository = repositoryOf(paths, cwd)
  // A repository without a commit is told of as such.
  repository.commit('HEAD')
  const known = new Map<string, PolicyFile>()
  const commits = commitsWithPolicies(repository, paths, cwd, most, known)
  const loaded = loadWorkspaces(paths, cwd, today, { onRun: () => undefined })
  const { workspaces, errors, askedFolders } = loaded
  const point = (of: Pick<HistoryPoint, 'commit' | 'day' | 'subject'>): HistoryPoint =>
    historyPoint(of, scorecard(judged(workspaces)), workspaces.flatMap(reportedFindings))
  const points = [point({ commit: undefined, day: today, subject: '' })]
  // Backwards, from what is there: most of it is the same in the newest commit.
  let differs = false
  for (const commit of commits) {
    const changed = turnBack(workspaces, repository, commit, paths, cwd, known)
    if (points.length === 1) differs = changed
    points.unshift(point({ commit: commit.id, day: commit.day, subject: commit.subject }))
  }
  return { points: differs || points.length === 1 ? points : points.slice(0, -1), errors, askedFolders }
}

/** The last commits that changed policies or configurations below the paths, newest first. */
function commitsWithPolicies(
  repository: Repository,
  paths: readonly string[],
  cwd: string,
  most: number,
  known: Map<string, PolicyFile>,
): readonly Commit[] {
  const below = paths.map((path) => resolve(cwd, path))
  const isWanted = (path: string): boolean =>
    mayHoldPolicies(path) && below.some((folder) => path === folder || nameOf(path).startsWith(`${nameOf(folder)}/`))
  const found: Commit[] = []
  if (most === 0) return found
  for (const commit of changingCommits(repository, isWanted)) {
    if (!changesPolicies(commit, repository, known)) continue
    found.push(commit)
    if (found.length === most) break
  }
  return found
}

function changesPolicies({ changes }: ChangingCommit, { git }: Repository, known: Map<string, PolicyFile>): boolean {
  if (changes.some(({ path }) => basename(path) === configFileName)) return true
  const ids = [...new Set(changes.flatMap((change) => change.ids))]
  const sizes = sizesOf(
    git,
    ids.filter((id) => !known.has(id)),
  )
  const readable = new Map([...sizes].filter(([, size]) => size <= largestBytes))
  for (const { id, bytes } of bytesOf(git, readable)) known.set(id, policyFileOf(bytes))
  return ids.some((id) => (known.get(id)?.documents.length ?? 0) > 0)
}

/** Puts into the workspaces what they held after a commit; says whether that differs from what they hold. */
function turnBack(
  workspaces: readonly CheckedWorkspace[],
  repository: Repository,
  commit: Commit,
  paths: readonly string[],
  cwd: string,
  known: Map<string, PolicyFile>,
): boolean {
  const files = withConfigurationsOf(filesOnDisk, new FilesInGit(repository.folder, commit.id))
  const there = paths.filter((path) => files.standing(resolve(cwd, path)) !== undefined)
  const { folders } = findPolicies(there, cwd, ruleProblem, { files })
  let differs = false
  for (const { workspace, folder } of workspaces) {
    const then = new Map<string, PolicyFile>()
    const names = folders.find(({ root }) => root === folder.root)?.files ?? []
    for (const read of readPolicyFiles(files, names, known))
      if ('content' in read && read.content.documents.length > 0) then.set(read.path, read.content)
    const before = workspace.files
    workspace.change(() => {
      for (const { name } of before) if (!then.has(name)) workspace.remove(name)
      for (const [name, content] of then)
        if (workspace.file(name)?.content !== content) workspace.replace(name, content)
    })
    if (before.length !== then.size || before.some(({ name, content }) => !isSame(content, then.get(name))))
      differs = true
  }
  return differs
}

/** Whether two files hold policies that say the same, wherever in the text. */
function isSame(a: PolicyFile, b: PolicyFile | undefined): boolean {
  const told = ({ documents }: PolicyFile): string =>
    JSON.stringify(
      documents.map(({ kind, name, policy, problems }) => [kind, name, policy, problems.map(({ message }) => message)]),
    )
  return a === b || (b !== undefined && told(a) === told(b))
}
