import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import type { FileContent, Files, FolderItem } from './files.ts'
import { reason } from './reason.ts'

/** The files of this machine. */
export const filesOnDisk: Files = {
  standing(path) {
    try {
      const stats = statSync(path)
      return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other'
    } catch {
      // Missing, in a circle of links, or below a folder that cannot be entered: for whoever asks, it is not there.
      return undefined
    }
  },
  list: (folder) => readdirSync(folder, { withFileTypes: true }).map(itemOf),
  read: (path) => readFileSync(path),
  real: (path) => realpathSync(path),
  *contents(paths, most) {
    for (const path of paths) yield contentOf(path, most)
  },
  contentId: () => undefined,
}

function itemOf(entry: Dirent): FolderItem {
  const { name } = entry
  if (entry.isDirectory()) return { name, kind: 'folder' }
  return { name, kind: entry.isFile() ? 'file' : entry.isSymbolicLink() ? 'link' : 'other' }
}

function contentOf(path: string, most: number): FileContent {
  try {
    const { size } = statSync(path)
    return size > most ? { path, size } : { path, bytes: readFileSync(path) }
  } catch (error) {
    return { path, unreadable: reason(error) }
  }
}
