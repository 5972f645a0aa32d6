import { type InputError, nameOf } from '../hosts/policy-folders.ts'
import { reason } from '../hosts/reason.ts'
import { visible } from '../reports/visible.ts'
import { shownFrom } from './shown-name.ts'
import { type Console, UsageError } from './usage.ts'
import { isAsked, type Loaded } from './workspaces.ts'

/** @throws UsageError where the file cannot be written. */
export function writeReport(report: string, output: string, { write }: Console): void {
  try {
    write(output, report)
  } catch (error) {
    throw new UsageError(`The report cannot be written to ${output}: ${reason(error)}.`)
  }
}

/** The folders that were asked about and hold no policies: nothing to report on is no good report. */
export function foldersWithoutPolicies({ workspaces, askedFolders }: Loaded, { cwd }: Console): readonly InputError[] {
  return askedFolders.flatMap(({ path, ignored }) => {
    if (ignored) return [{ path, message: 'This folder is left out by "ignore" in a configuration.' }]
    const asked = { asked: new Set([path]) }
    if (workspaces.some(({ workspace }) => workspace.files.some(({ name }) => isAsked(name, asked)))) return []
    const here = path === nameOf(cwd) ? 'this folder' : 'it'
    const what =
      'A policy is a YAML document whose apiVersion starts with "leadership/"; "concord init" writes a first set of them.'
    return [{ path, message: `There are no policies in ${here}. ${what}` }]
  })
}

/** What could not be used, a line each. */
export function printErrors(errors: readonly InputError[], console: Console): void {
  const name = shownFrom(console.cwd)
  printLines(
    errors.map((error) => errorText(error, name)),
    console,
  )
}

/** Says what went wrong, each in a line of its own. */
export function printLines(lines: readonly string[], { error }: Pick<Console, 'error'>): void {
  for (const line of lines) error(`concord: ${visible(line)}\n`)
}

export function errorText({ path, line, column, message }: InputError, name: (file: string) => string): string {
  return `${name(path)}${line === undefined ? '' : `:${line}:${column ?? 1}`}: ${message}`
}
