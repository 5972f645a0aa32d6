import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff'
import pico from 'picocolors'
import { fixEdits } from '../checker/fix-edits.ts'
import { type InputError, nameOf } from '../hosts/policy-folders.ts'
import { encoded } from '../hosts/text-file.ts'
import { jsonReport } from '../reports/json.ts'
import { type Checked, reaches } from '../reports/report.ts'
import { sarifReport } from '../reports/sarif.ts'
import { plain, textReport } from '../reports/text.ts'
import { rules } from '../rules/generated/registry.ts'
import { scorecard } from '../scorecard/scorecard.ts'
import { type CheckOptions, checkOptions } from './check-options.ts'
import { applyFixes } from './fixing.ts'
import { shownFrom } from './shown-name.ts'
import { type Console, type ExitCode, exitCodes } from './usage.ts'
import { version } from './version.ts'
import {
  type CheckedWorkspace,
  isAsked,
  kindsIn,
  loadWorkspaces,
  reportedFindings,
  textOf,
  weighed,
} from './workspaces.ts'

/** `concord check`: reads, judges, perhaps fixes, reports. */
export function check(words: readonly string[], console: Console): ExitCode {
  const options = checkOptions(words)
  const given = new Map<string, Buffer>()
  if (options.stdinFilename !== undefined)
    given.set(nameOf(resolve(console.cwd, options.stdinFilename)), console.readInput())
  const paths = options.stdinFilename === undefined ? options.paths : [options.stdinFilename]
  const { workspaces, errors } = loadWorkspaces(paths, console.cwd, options.today ?? console.today, given)
  const empty = options.stdinFilename === undefined ? foldersWithoutPolicies(workspaces, console) : []
  if (options.fix) for (const checked of workspaces) applyFixes(checked, options.unsafeFixes)
  if (options.fix) writeChanges(workspaces, options, console)

  const name = shownFrom(console.cwd)
  const checked = reportOf(workspaces, options, console)
  const shown = options.quiet
    ? { ...checked, findings: checked.findings.filter(({ severity }) => reaches(severity, options.failOn)) }
    : checked
  const printsText = options.fix && (options.diff || options.stdinFilename !== undefined)
  const report = render(shown, options, console)
  if (options.output !== undefined) writeFileSync(resolve(console.cwd, options.output), report)
  else if (printsText) console.error(report)
  else console.out(report)

  for (const error of [...errors, ...empty]) console.error(`concord: ${errorText(error, name)}\n`)
  if (errors.length + empty.length > 0 || checked.findings.some(({ internal }) => internal)) return exitCodes.unusable
  const failing = !options.exitZero && checked.findings.some(({ severity }) => reaches(severity, options.failOn))
  return failing ? exitCodes.findings : exitCodes.clean
}

function render(checked: Checked, { format, output, quiet }: CheckOptions, { colours, width }: Console): string {
  if (format === 'json') return `${JSON.stringify(jsonReport(checked), null, 2)}\n`
  if (format === 'sarif') return `${JSON.stringify(sarifReport(checked), null, 2)}\n`
  return textReport(checked, { paint: colours && output === undefined ? pico.createColors(true) : plain, width, quiet })
}

function reportOf(workspaces: readonly CheckedWorkspace[], options: CheckOptions, console: Console): Checked {
  const files = workspaces.flatMap(({ workspace, folder }) =>
    workspace.files.filter(({ name }) => isAsked(name, folder)),
  )
  const owner = (file: string): CheckedWorkspace | undefined =>
    workspaces.find(({ workspace }) => workspace.file(file) !== undefined)
  const text = (file: string): string | undefined => {
    const checked = owner(file)
    return checked === undefined ? undefined : textOf(checked, file)?.text
  }
  return {
    findings: workspaces.flatMap(reportedFindings),
    rules,
    files: files.length,
    policies: files.reduce((sum, { entries }) => sum + entries.length, 0),
    scorecard: scorecard(workspaces.flatMap(weighed), new Set(workspaces.flatMap((checked) => [...kindsIn(checked)]))),
    today: options.today ?? console.today,
    toolVersion: version,
    nameOf: shownFrom(console.cwd),
    textOf: text,
    editsOf: (fix) => fixEdits(fix, text),
  }
}

/** Writes what fixes changed; with --diff, or for standard input, prints it instead. */
function writeChanges(
  workspaces: readonly CheckedWorkspace[],
  { diff, stdinFilename }: CheckOptions,
  console: Console,
): void {
  const name = shownFrom(console.cwd)
  const fromInput = stdinFilename === undefined ? undefined : nameOf(resolve(console.cwd, stdinFilename))
  for (const { texts, originals } of workspaces) {
    if (fromInput !== undefined && !diff) {
      const text = texts.get(fromInput)
      if (text !== undefined) console.out(encoded(text))
      continue
    }
    for (const [file, text] of [...texts].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const before = originals.get(file)
      if (before === undefined || before.text === text.text) continue
      if (diff)
        console.out(
          createTwoFilesPatch(`a/${name(file)}`, `b/${name(file)}`, encoded(before), encoded(text), '', '', {
            headerOptions: FILE_HEADERS_ONLY,
          }),
        )
      else writeFileSync(file, encoded(text))
    }
  }
}

function foldersWithoutPolicies(workspaces: readonly CheckedWorkspace[], { cwd }: Console): readonly InputError[] {
  return workspaces.flatMap(({ workspace, folder }) =>
    folder.asked.flatMap((path) => {
      const holdsSome = workspace.files.some(
        ({ name }) => name === path || name.startsWith(path.endsWith('/') ? path : `${path}/`),
      )
      const isFile = folder.files.includes(path)
      const here = path === nameOf(cwd) ? 'this folder' : 'it'
      return holdsSome || isFile
        ? []
        : [
            {
              path,
              message: `There are no policies in ${here}. A policy is a YAML document whose apiVersion starts with "leadership/".`,
            },
          ]
    }),
  )
}

function errorText({ path, line, column, message }: InputError, name: (file: string) => string): string {
  return `${name(path)}${line === undefined ? '' : `:${line}:${column ?? 1}`}: ${message}`
}
