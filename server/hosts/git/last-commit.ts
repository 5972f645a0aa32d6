import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { RuleProblem } from '../../config/config-file.ts'
import type { PolicyFile } from '../../language/policy-file.ts'
import { filesOnDisk } from '../files-on-disk.ts'
import { nameOf } from '../input-error.ts'
import { findPolicies } from '../policy-folders.ts'
import { withConfigurationsOf } from '../present-configurations.ts'
import { readPolicyFiles } from '../text-file.ts'
import { FilesInGit } from './files-in-git.ts'
import { GitFault } from './git.ts'
import { type Commit, Repository } from './repository.ts'

/** The commit that a work tree has come from. */
export interface LastCommit extends Commit {
  /** The folder of the work tree. */
  readonly repository: string
  /** Where git writes when it moves on to another commit: folders, each with a pattern of files in it. */
  readonly signs: readonly Sign[]
}

export interface Sign {
  readonly folder: string
  readonly pattern: string
}

/**
 * The last commit of the repository that a file or folder lies in; undefined where there is no git, no repository, or no commit yet.
 * @param known of repositories that have just been asked
 */
export function lastCommitAt(path: string, known: readonly LastCommit[] = []): LastCommit | undefined {
  const top = topOf(path)
  const same = known.find(({ repository }) => nameOf(repository) === top)
  if (same !== undefined) return same
  try {
    const repository = Repository.of(path)
    return { ...repository.commit('HEAD'), repository: repository.folder, signs: signsOf(repository) }
  } catch (error) {
    if (error instanceof GitFault) return undefined
    throw error
  }
}

/** The nearest folder at or above a path that git keeps its files in, or points to them from. */
function topOf(path: string): string | undefined {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return nameOf(folder)
    if (dirname(folder) === folder) return undefined
  }
}

/**
 * The files that held policies below a file or folder in a commit, judged where its configurations are those of today. One by one, for
 * whoever wants to do something else in between. @throws GitFault
 */
export function* committedBelow(
  { repository, id }: LastCommit,
  path: string,
  ruleProblem: RuleProblem,
  configs: ReadonlyMap<string, string>,
): Generator<CommittedFile> {
  const files = withConfigurationsOf(filesOnDisk, new FilesInGit(repository, id, path))
  const { folders } = findPolicies([path], '/', ruleProblem, { files, configs, apart: true })
  const names = folders.find(({ root }) => root === nameOf(path))?.files ?? []
  for (const read of readPolicyFiles(files, names))
    if ('content' in read) yield { name: read.path, content: read.content }
}

export interface CommittedFile {
  readonly name: string
  readonly content: PolicyFile
}

/** A log tells of every move of HEAD, in one file; where none is kept, the branches do. */
function signsOf({ git, folder }: Repository): readonly Sign[] {
  const told = git.line(['rev-parse', '--absolute-git-dir', '--git-common-dir']) ?? ''
  const [own = '', common = ''] = told.split(/\r?\n/)
  const head = { folder: nameOf(own), pattern: 'HEAD' }
  return existsSync(join(own, 'logs/HEAD'))
    ? [head, { folder: nameOf(join(own, 'logs')), pattern: 'HEAD' }]
    : [head, { folder: nameOf(resolve(folder, common)), pattern: '{packed-refs,refs/heads/**,reftable/**}' }]
}
