import { dirname, resolve } from 'node:path'
import { nearest } from '../../language/did-you-mean.ts'
import { filesOnDisk } from '../files-on-disk.ts'
import { Git, GitFault } from './git.ts'

export interface Commit {
  readonly id: string
  /** The commit's day where it was made, as an ISO date. */
  readonly day: string
  /** The first line of what it says. */
  readonly subject: string
}

/** The repository that a folder lies in. Everything here only reads: work tree, index and refs stay as they are. */
export class Repository {
  readonly git: Git
  /** The folder of its work tree. */
  readonly folder: string
  readonly #isShallow: boolean

  private constructor(folder: string, isShallow: boolean) {
    this.git = new Git(folder)
    this.folder = folder
    this.#isShallow = isShallow
  }

  /** The repository of a path, which need not exist (any more). @throws GitFault where there is none with a work tree. */
  static of(path: string): Repository {
    const folder = folderAt(path)
    const asked = ['--is-bare-repository', '--is-inside-work-tree', '--is-shallow-repository', '--show-cdup']
    const answer = new Git(folder).ask(['rev-parse', ...asked])
    if ('complaint' in answer) {
      if (!answer.complaint.startsWith('not a git repository'))
        throw new GitFault(`Git cannot read the repository at ${folder}: ${answer.complaint}`)
      throw new GitFault(`There is no git repository at ${folder}, so there is no other revision to read.`)
    }
    const [isBare, isInside, isShallow, up = ''] = answer.output.toString().split(/\r?\n/)
    if (isBare === 'true')
      throw new GitFault(
        `The repository at ${folder} is bare: it has no policies of its own to compare. Run Concord in a clone with its files.`,
      )
    if (isInside !== 'true')
      throw new GitFault(`${folder} belongs to git's own files. Run Concord in the repository's folder.`)
    return new Repository(resolve(folder, up), isShallow === 'true')
  }

  /** The commit that a revision names. @throws GitFault with what to do instead. */
  commit(revision: string): Commit {
    const id = isSafe(revision) ? this.#idOf(revision) : undefined
    if (id === undefined) throw new GitFault(this.#unknown(revision))
    return this.#described(id)
  }

  /**
   * Where the present work left a revision: the newest commit that both have. Where they have none together it is the revision
   * itself. @throws GitFault where the history that would tell is cut off.
   */
  leftFrom(commit: Commit): Commit {
    const answer = this.git.ask(['merge-base', commit.id, 'HEAD'])
    if ('output' in answer) {
      const id = answer.output.toString().trim()
      return id === commit.id ? commit : this.#described(id)
    }
    if (this.#isShallow)
      throw new GitFault(`The history of this clone is cut off before its work and that revision meet. ${deepen}`)
    return commit
  }

  #idOf(revision: string): string | undefined {
    return this.git.line(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`])
  }

  #described(id: string): Commit {
    const [day = '', subject = ''] = this.git
      .output(['log', '-1', '--format=%cd%x00%s', '--date=format:%Y-%m-%d', id])
      .toString()
      .trimEnd()
      .split('\0')
    return { id, day, subject }
  }

  #unknown(revision: string): string {
    if (this.#idOf('HEAD') === undefined)
      return 'This repository has no commits yet, so there is no other revision to read.'
    const what = `There is no revision "${revision}" in this repository.`
    if (this.#isShallow) return `${what} The history of this clone is cut off, and it may lie beyond. ${deepen}`
    const meant = isSafe(revision) ? this.#meant(revision) : undefined
    return meant === undefined
      ? `${what} "git branch --all" and "git tag" list names.`
      : `${what} Did you mean "${meant}"?`
  }

  #meant(revision: string): string | undefined {
    const listed = this.git.line([
      'for-each-ref',
      '--format=%(refname:short)',
      'refs/heads',
      'refs/tags',
      'refs/remotes',
    ])
    const names = (listed ?? '').split('\n').filter((name) => name !== '' && !name.endsWith('/HEAD'))
    return names.find((name) => name.endsWith(`/${revision}`)) ?? nearest(revision, names)
  }
}

const deepen =
  'Fetch all of it: git fetch --unshallow; on GitHub, "fetch-depth: 0" for actions/checkout; on GitLab, GIT_DEPTH: 0.'

/** No name of a revision begins with a dash, which git would take for an option. */
function isSafe(revision: string): boolean {
  return revision !== '' && !revision.startsWith('-') && !/[\0\r\n]/.test(revision)
}

/** The nearest folder that exists at or above a path. */
function folderAt(path: string): string {
  return filesOnDisk.standing(path) === 'folder' || dirname(path) === path ? path : folderAt(dirname(path))
}
