import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/** Playwright's way to a Chromium of its own: the command that downloads it, and where it is then. */
export interface Downloader {
  readonly command: string
  path(): string
}

/**
 * A Chromium: the one that CONCORD_BROWSER names, the machine's own, or one that gets installed.
 * @throws Error when there is none and none can be installed.
 */
export function installedBrowser(playwright: Downloader): string {
  const wanted = process.env['CONCORD_BROWSER']
  if (wanted !== undefined) return wanted
  const found = programOf(names) ?? fromDebian('chromium', names) ?? fromPlaywright(playwright)
  if (found !== undefined) return found
  throw new Error(
    'There is no Chromium for the tests in VS Code, and neither apt-get nor playwright-core could install one; install chromium, or name one in CONCORD_BROWSER.',
  )
}

/** Where the first of some programs is that this machine has. */
export function programOf(candidates: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const paths = candidates.flatMap((name) => folders.map((folder) => join(folder, name)))
  return paths.find((path) => isExecutable(path))
}

/** Installs a package of Debian, where that is possible without asking anybody, and says where its program is. */
export function fromDebian(name: string, programs: readonly string[]): string | undefined {
  if (programOf(['apt-get']) === undefined || process.getuid?.() !== 0) return undefined
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update'], { env: environment })
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', name], { env: environment })
  return programOf(programs)
}

function fromPlaywright({ command, path }: Downloader): string | undefined {
  spawnSync(process.execPath, [command, 'install', 'chromium', '--no-shell'])
  return isExecutable(path()) ? path() : undefined
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
