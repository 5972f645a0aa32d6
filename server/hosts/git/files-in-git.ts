import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { FileContent, Files, FolderItem } from '../files.ts'
import { filesOnDisk } from '../files-on-disk.ts'
import { reason } from '../reason.ts'
import { Git, GitFault } from './git.ts'
import { bytesOf, sizesOf } from './objects.ts'

interface Folder {
  readonly kind: 'folder'
  readonly items: Map<string, Item>
}

/** A file, or a link, whose text is where it leads. */
interface Blob {
  readonly kind: 'file' | 'link'
  readonly id: string
  readonly git: Git
}

/** Another repository, at one of its commits; opened when somebody looks into it. */
interface Submodule {
  readonly kind: 'submodule'
  readonly commit: string
}

type Item = Folder | Blob | Submodule

/** As many links as an operating system follows for one path. */
const mostLinks = 40

/**
 * The files of a revision, as if they stood in the work tree. They are read as git keeps them: with the line ends of the repository,
 * and without filters, which would be programs to run. What lies outside the repository is what is on the disk.
 */
export class FilesInGit implements Files {
  readonly #top: string
  readonly #git: Git
  readonly #root: Folder
  readonly #links = new Map<Blob, string>()

  /**
   * @param below what of it is wanted, where that is not all: a file or folder
   * @throws GitFault where the commit cannot be read.
   */
  constructor(folder: string, commit: string, below = folder) {
    this.#top = folder
    this.#git = new Git(folder)
    this.#root = treeOf(this.#git, commit, relative(folder, below))
  }

  standing(path: string): 'file' | 'folder' | 'other' | undefined {
    try {
      const real = this.real(path)
      if (!this.#isInside(real)) return filesOnDisk.standing(real)
      return this.#at(real)?.kind === 'folder' ? 'folder' : 'file'
    } catch (error) {
      if (error instanceof GitFault) throw error
      return undefined
    }
  }

  list(path: string): readonly FolderItem[] {
    const real = this.real(path)
    if (!this.#isInside(real)) return filesOnDisk.list(real)
    const folder = this.#at(real)
    if (folder?.kind !== 'folder') throw failure('ENOTDIR')
    return [...folder.items].map(([name, { kind }]) => ({ name, kind: kind === 'submodule' ? 'folder' : kind }))
  }

  read(path: string): Buffer {
    const real = this.real(path)
    if (!this.#isInside(real)) return filesOnDisk.read(real)
    const blob = this.#at(real)
    if (blob?.kind !== 'file') throw failure('EISDIR')
    return readBlob(blob)
  }

  real(path: string): string {
    return this.#follow(path, mostLinks)
  }

  *contents(paths: readonly string[], most: number): Iterable<FileContent> {
    const byGit = new Map<Git, Map<string, string[]>>()
    for (const path of paths) {
      const blob = this.#blobAt(path)
      if (typeof blob === 'string') yield { path, unreadable: blob }
      else if (blob === undefined) yield* filesOnDisk.contents([path], most)
      else {
        const byId = byGit.get(blob.git) ?? new Map<string, string[]>()
        byGit.set(blob.git, byId.set(blob.id, [...(byId.get(blob.id) ?? []), path]))
      }
    }
    for (const [git, byId] of byGit) {
      const wanted = new Map<string, number>()
      const sizes = sizesOf(git, [...byId.keys()])
      for (const [id, of] of byId) {
        const size = sizes.get(id)
        if (size === undefined) for (const path of of) yield { path, unreadable: 'git does not have its text' }
        else if (size > most) for (const path of of) yield { path, size }
        else wanted.set(id, size)
      }
      for (const { id, bytes } of bytesOf(git, wanted)) for (const path of byId.get(id) ?? []) yield { path, bytes }
    }
  }

  contentId(path: string): string | undefined {
    const blob = this.#blobAt(path)
    return typeof blob === 'object' ? blob.id : undefined
  }

  /** Undefined for what lies outside the repository; a reason where there is no file. */
  #blobAt(path: string): Blob | string | undefined {
    try {
      const real = this.real(path)
      if (!this.#isInside(real)) return undefined
      const item = this.#at(real)
      return item?.kind === 'file' ? item : reason(failure('EISDIR'))
    } catch (error) {
      if (error instanceof GitFault) throw error
      return reason(error)
    }
  }

  #isInside(path: string): boolean {
    return path === this.#top || path.startsWith(this.#top.endsWith(sep) ? this.#top : this.#top + sep)
  }

  /** What stands at a path without links. */
  #at(path: string): Item | undefined {
    let item: Item | undefined = this.#root
    for (const name of stepsOf(path.slice(this.#top.length))) {
      if (item?.kind !== 'folder') return undefined
      item = this.#opened(item, name, path)
    }
    return item
  }

  #follow(path: string, left: number): string {
    if (left === 0) throw failure('ELOOP')
    if (!this.#isInside(path)) return filesOnDisk.real(path)
    let at = this.#top
    let item: Item = this.#root
    const steps = stepsOf(path.slice(this.#top.length))
    for (const [index, name] of steps.entries()) {
      if (item.kind !== 'folder') throw failure('ENOTDIR')
      const next = this.#opened(item, name, join(at, name))
      if (next === undefined) throw failure('ENOENT')
      if (next.kind === 'link')
        return this.#follow(resolve(at, this.#target(next), ...steps.slice(index + 1)), left - 1)
      item = next
      at = join(at, name)
    }
    return at
  }

  #target(link: Blob): string {
    const known = this.#links.get(link) ?? readBlob(link).toString()
    this.#links.set(link, known)
    return known
  }

  /** An item of a folder. A submodule becomes the folder of its commit where it is checked out; else it is empty, as on the disk. */
  #opened(folder: Folder, name: string, path: string): Exclude<Item, Submodule> | undefined {
    const item = folder.items.get(name)
    if (item?.kind !== 'submodule') return item
    const opened = existsSync(join(path, '.git')) ? submoduleTree(path, item.commit) : emptyFolder()
    folder.items.set(name, opened)
    return opened
  }
}

function emptyFolder(): Folder {
  return { kind: 'folder', items: new Map() }
}

function submoduleTree(path: string, commit: string): Folder {
  const git = new Git(path)
  if (git.line(['cat-file', '-e', commit]) === undefined)
    throw new GitFault(`The submodule at ${path} lacks the commit of that revision. Run: git -C "${path}" fetch`)
  return treeOf(git, commit)
}

/** All of a commit, or what stands at a path in it. */
function treeOf(git: Git, commit: string, path = ''): Folder {
  const root = emptyFolder()
  const folders = new Map([['.', root]])
  const folderOf = (path: string): Folder => {
    const known = folders.get(path)
    if (known !== undefined) return known
    const folder = emptyFolder()
    folders.set(path, folder)
    const above = folderOf(dirname(path))
    above.items.set(path.slice(path.lastIndexOf('/') + 1), folder)
    return folder
  }
  const wanted = path === '' ? [] : [path.replaceAll(sep, '/')]
  for (const line of git
    .output(['ls-tree', '-r', '-z', '--full-tree', commit, '--', ...wanted])
    .toString()
    .split('\0')) {
    const [, mode = '', id = '', path = ''] = /^(\d+) \w+ (\w+)\t(.*)$/s.exec(line) ?? []
    if (path === '') continue
    const item: Item =
      mode === '160000' ? { kind: 'submodule', commit: id } : { kind: mode === '120000' ? 'link' : 'file', id, git }
    folderOf(dirname(path)).items.set(path.slice(path.lastIndexOf('/') + 1), item)
  }
  return root
}

function readBlob({ git, id }: Blob): Buffer {
  return git.output(['cat-file', 'blob', id])
}

function stepsOf(path: string): readonly string[] {
  return path.split(sep).filter((step) => step !== '')
}

/** As the operating system would fail. */
function failure(code: 'ENOENT' | 'ENOTDIR' | 'EISDIR' | 'ELOOP'): Error {
  return Object.assign(new Error(code === 'ELOOP' ? 'too many links' : code), { code })
}
