import { watch } from 'chokidar'
import { isForeign } from '../hosts/foreign-folders.ts'
import { mayHoldPolicies } from '../hosts/policy-folders.ts'
import { visible } from '../reports/visible.ts'
import { type Console, type ExitCode, exitCodes } from './usage.ts'

/** Editors write a file in several steps, and a pull changes many: a check waits until nothing has changed for so many milliseconds. */
const quietFor = 100

/**
 * Checks, and checks again whenever a policy or a configuration below the folders has changed that a check says it has read, until
 * `ended` says so.
 */
export async function watchAndCheck(
  checkOnce: () => readonly string[],
  console: Console,
  ended: AbortSignal,
): Promise<ExitCode> {
  const began = Date.now()
  const folders = new Set(checkOnce())
  const watcher = watch([...folders], {
    alwaysStat: true,
    ignored: (path, stats) => isForeign(path) || (stats?.isFile() === true && !mayHoldPolicies(path)),
  })
  let isReady = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const waits = (): void => console.error('concord: Waiting for changes; end with Ctrl+C.\n')
  try {
    return await new Promise((resolve, reject) => {
      const again = (): void => {
        try {
          const others = checkOnce().filter((folder) => !folders.has(folder))
          for (const folder of others) folders.add(folder)
          watcher.add(others)
          waits()
        } catch (error) {
          reject(error)
        }
      }
      watcher.on('all', (_, __, stats) => {
        // What is there from the start was checked, unless it has been written since.
        if (!isReady && (stats === undefined || stats.mtimeMs < began)) return
        // What lies in a new folder is told by itself.
        if (stats?.isDirectory() === true) return
        clearTimeout(timer)
        timer = setTimeout(again, quietFor)
      })
      watcher.once('ready', () => {
        isReady = true
        if (timer === undefined) waits()
      })
      watcher.on('error', (error) => console.error(`concord: ${visible(String(error))}\n`))
      ended.addEventListener('abort', () => resolve(exitCodes.clean), { once: true })
    })
  } finally {
    clearTimeout(timer)
    await watcher.close()
  }
}
