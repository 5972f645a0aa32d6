import { basename, dirname } from 'node:path'
import { configFileName } from '../config/config-file.ts'
import type { Files } from './files.ts'

/**
 * The files of an earlier state with the configurations of the present one, so that both are judged by the same rules, severities,
 * assumptions and ignores. A folder that is there no more keeps the configuration that it had.
 */
export function withConfigurationsOf(present: Files, earlier: Files): Files {
  const from = (path: string): Files =>
    basename(path) === configFileName && present.standing(dirname(path)) === 'folder' ? present : earlier
  return {
    standing: (path) => from(path).standing(path),
    list: (path) => earlier.list(path),
    read: (path) => from(path).read(path),
    real: (path) => earlier.real(path),
    contents: (paths, most) => earlier.contents(paths, most),
    contentId: (path) => earlier.contentId(path),
  }
}
