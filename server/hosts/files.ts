/** What stands at a path, links followed: a device or a pipe is neither file nor folder. */
type Standing = 'file' | 'folder' | 'other'

export interface FolderItem {
  readonly name: string
  readonly kind: 'file' | 'folder' | 'link' | 'other'
}

/** A file's bytes, or why there are none: it is larger than wanted, or cannot be read, with the reason in words. */
export type FileContent =
  | { readonly path: string; readonly bytes: Buffer }
  | { readonly path: string; readonly size: number }
  | { readonly path: string; readonly unreadable: string }

/**
 * Where policies and configurations are read from: the disk, or a revision in git. Whoever finds and reads them does not know which,
 * so that both are treated alike. Paths are absolute, as the operating system writes them.
 */
export interface Files {
  /** Undefined where nothing is that can be reached. */
  standing(path: string): Standing | undefined
  /** What a folder holds. Throws what the operating system throws. */
  list(folder: string): readonly FolderItem[]
  /** The bytes of one file. Throws what the operating system throws. */
  read(path: string): Buffer
  /** The path that a link leads to in the end, and of every other path itself. Throws where there is none. */
  real(path: string): string
  /** Many files, in their order, each read when its turn comes. Of files with more bytes than `most` only the size is told. */
  contents(paths: readonly string[], most: number): Iterable<FileContent>
  /** What is the same for files of the same bytes, where that is known without reading them. */
  contentId(path: string): string | undefined
}
