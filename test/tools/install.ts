import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Below the project's node_modules, where no tool looks for sources or tests of ours. */
const place = fileURLToPath(new URL('../../node_modules/.tools/', import.meta.url))

/**
 * Installs what the package-lock.json of a folder of test/ names, unless that is done already, and returns a `require` that finds
 * it. @throws Error when npm cannot install it.
 */
export function installed(folder: 'bench' | 'mutation' | 'tools' | 'vscode'): NodeJS.Require {
  const source = fileURLToPath(new URL(`../${folder}/`, import.meta.url))
  const target = join(place, folder)
  const lock = join(target, 'package-lock.json')
  const done = join(target, 'node_modules/.package-lock.json')
  const isSame = existsSync(lock) && readFileSync(lock).equals(readFileSync(join(source, 'package-lock.json')))
  if (!isSame || !existsSync(done)) {
    mkdirSync(target, { recursive: true })
    for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(source, file), join(target, file))
    install(target)
  }
  return createRequire(lock)
}

function install(folder: string): void {
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund']
  const { status, stderr, error } = spawnSync('npm', words, {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status === 0) return
  const why = error?.message ?? stderr.trim()
  throw new Error(`npm could not install ${folder}, for which it needs its registry.\n${why}`)
}
