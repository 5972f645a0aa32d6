import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { digest } from '../hosts/digest.ts'
import type { Files } from '../hosts/files.ts'
import { filesOnDisk } from '../hosts/files-on-disk.ts'
import { cacheFolderName } from '../hosts/foreign-folders.ts'
import { ownDigest } from '../hosts/own-program.ts'
import { type Asked, stillHold, WitnessedFiles } from '../hosts/witnessed-files.ts'
import { type Console, type ExitCode, exitCodes } from './usage.ts'

/** Something that a command said, or a report that it wrote, by its place among the reports that were asked for. */
type Said = { readonly to: 'out' | 'error'; readonly text: string } | { readonly to: number; readonly text: string }

interface Remembered {
  readonly format: typeof format
  /** The program, the folder, the day and the words of the command. */
  readonly of: string
  readonly asked: readonly Asked[]
  readonly said: readonly Said[]
  readonly code: ExitCode
}

/** Changes with what is remembered of a run. */
const format = 1

/**
 * Runs a command that reads nothing but files, or says again what it said the last time, where every question that it then asked of the
 * files still has its answer. So the result is always that of a run, whatever was changed in between.
 *
 * @param words What the command was asked to do; for the same words, the last result is kept.
 * @param day The day that the result is of, as an ISO date.
 * @param reports The files that the command writes.
 */
export function remembering(
  words: readonly unknown[],
  day: string,
  reports: readonly string[],
  console: Console,
  run: (console: Console, files: Files) => ExitCode,
): ExitCode {
  const { cwd, colours, width } = console
  const asked = digest(JSON.stringify([cwd, colours, width, ...words]))
  const of = digest(JSON.stringify([asked, day, ownDigest()]))
  const folder = join(cwd, cacheFolderName)
  const path = join(folder, `${asked.slice(0, 16)}.json`)
  const known = rememberedIn(path, of)
  if (known !== undefined && stillHold(known.asked, filesOnDisk)) {
    for (const { to, text } of known.said) {
      if (to === 'out' || to === 'error') console[to](text)
      else console.write(reports[to] ?? '', text)
    }
    return known.code
  }
  const said: Said[] = []
  const files = new WitnessedFiles(filesOnDisk)
  const code = run(
    {
      ...console,
      out: (text) => {
        said.push({ to: 'out', text: text.toString() })
        console.out(text)
      },
      error: (text) => {
        said.push({ to: 'error', text })
        console.error(text)
      },
      write: (file, text) => {
        said.push({ to: reports.indexOf(file), text })
        console.write(file, text)
      },
    },
    files,
  )
  if (files.asked !== undefined && code !== exitCodes.unusable)
    remember(folder, path, { format, of, asked: files.asked, said, code })
  return code
}

function rememberedIn(path: string, of: string): Remembered | undefined {
  try {
    const read: Remembered = JSON.parse(readFileSync(path, 'utf8'))
    return read.format === format && read.of === of ? read : undefined
  } catch {
    // There is none yet, or it was cut short.
    return undefined
  }
}

/** Nothing is lost when it cannot be written, so that is no fault. */
function remember(folder: string, path: string, remembered: Remembered): void {
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, '.gitignore'), '*\n')
    // Written beside it first, so that two checks at once never leave half of one.
    const beside = `${path}.${process.pid}`
    writeFileSync(beside, JSON.stringify(remembered))
    renameSync(beside, path)
  } catch {
    // The next check runs again.
  }
}
