import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff'
import pico from 'picocolors'
import { fixEdits } from '../checker/fix-edits.ts'
import type { Files } from '../hosts/files.ts'
import { filesOnDisk } from '../hosts/files-on-disk.ts'
import { type InputError, nameOf } from '../hosts/policy-folders.ts'
import { reason } from '../hosts/reason.ts'
import { encoded, type TextFile } from '../hosts/text-file.ts'
import { Lines } from '../language/range.ts'
import { type Format, formats } from '../reports/formats.ts'
import { type Paint, plain } from '../reports/paint.ts'
import { type Checked, reaches } from '../reports/report.ts'
import { visible } from '../reports/visible.ts'
import { type Scorecard, scorecard } from '../scorecard/scorecard.ts'
import { remembering } from './cache.ts'
import { loadChanged } from './changed.ts'
import { type CheckOptions, checkOptions } from './check-options.ts'
import { fixWorkspace } from './fixing.ts'
import { foldersWithoutPolicies, printErrors, writeReport } from './printing.ts'
import { shownFrom } from './shown-name.ts'
import { type Console, type ExitCode, exitCodes, UsageError } from './usage.ts'
import { version } from './version.ts'
import {
  type CheckedWorkspace,
  findingsSetAside,
  goneFromBaseline,
  holdsConfig,
  isAsked,
  judged,
  loadWorkspaces,
  reportedFindings,
  textOf,
} from './workspaces.ts'

/** `concord check`: reads, judges, perhaps fixes, reports; with `--watch` again and again. */
export function check(words: readonly string[], console: Console): ExitCode | Promise<ExitCode> {
  const options = checkOptions(words)
  if (options.watch) return checkWhenChanged(options, console)
  return options.cache ? checkUnlessKnown(options, console) : checkOnce(options, console).code
}

/** What watches files is loaded only where that is asked for. */
async function checkWhenChanged(options: CheckOptions, console: Console): Promise<ExitCode> {
  const { watchAndCheck } = await import('./watch.ts')
  const again = (): readonly string[] => {
    if (console.colours) console.out('\u001b[2J\u001b[3J\u001b[H')
    return checkOnce(options, console).folders
  }
  return watchAndCheck(again, console, console.interrupted ?? new AbortController().signal)
}

function checkUnlessKnown(options: CheckOptions, console: Console): ExitCode {
  const reports = options.reports.flatMap(({ file }) => file ?? [])
  const day = options.today ?? console.today
  return remembering([options], day, reports, console, (recorded, files) => checkOnce(options, recorded, files).code)
}

interface Outcome {
  readonly code: ExitCode
  /** Whatever was read lies below one of them, or is one of them. */
  readonly folders: readonly string[]
}

function checkOnce(options: CheckOptions, console: Console, files: Files = filesOnDisk): Outcome {
  const input = inputOf(options, console)
  const given = new Map(input === undefined ? [] : [[input.name, input.bytes]])
  const paths = input === undefined ? options.paths : [input.name]
  const today = options.today ?? console.today
  const loaded =
    options.changed === undefined
      ? loadWorkspaces(paths, console.cwd, today, { given, files })
      : loadChanged(options.changed, paths, console.cwd, today, given)
  const { workspaces } = loaded
  const errors = [...loaded.errors, ...foldersWithoutPolicies(loaded, console)]
  if (options.fix) {
    for (const checked of workspaces) fixWorkspace(checked, options.unsafeFixes)
    if (options.diff) printChanges(workspaces, console)
    else if (input !== undefined) console.out(fixedInput(input, workspaces))
    else errors.push(...writeChanges(workspaces))
  }

  const checked = reportOf(workspaces, errors, options, console)
  const shown = options.quiet
    ? { ...checked, findings: checked.findings.filter(({ severity }) => reaches(severity, options.failOn)) }
    : checked
  const printsText = options.fix && (options.diff || input !== undefined)
  // Where there is nothing to report on, what is wrong is all there is to say.
  const isEmpty = checked.policies === 0 && checked.findings.length === 0 && errors.length > 0
  for (const { format, file } of options.reports) {
    if (file !== undefined) writeReport(render(format, shown, options, plain, console), file, console)
    else if (isEmpty && format === 'text') continue
    else if (printsText) console.error(render(format, shown, options, plain, console))
    else console.out(render(format, shown, options, console.colours ? pico.createColors(true) : plain, console))
  }

  printErrors(errors, console)
  if (loaded.narrowed !== undefined && !options.quiet) console.error(`concord: ${visible(loaded.narrowed)}\n`)
  const folders = workspaces.flatMap(({ folder: { root, asked } }) => (root === undefined ? [...asked] : [root]))
  const watched = folders.length > 0 ? folders : [console.cwd]
  if (errors.length > 0 || checked.findings.some(({ internal }) => internal))
    return { code: exitCodes.unusable, folders: watched }
  const failing = !options.exitZero && checked.findings.some(({ severity }) => reaches(severity, options.failOn))
  return { code: failing ? exitCodes.findings : exitCodes.clean, folders: watched }
}

/** Standard input, as the file that it stands for. */
interface Input {
  readonly name: string
  readonly bytes: Buffer
}

function inputOf({ stdinFilename }: CheckOptions, console: Console): Input | undefined {
  if (stdinFilename === undefined) return undefined
  try {
    return { name: nameOf(resolve(console.cwd, stdinFilename)), bytes: console.readInput() }
  } catch (error) {
    throw new UsageError(`Standard input cannot be read: ${reason(error)}.`)
  }
}

function render(
  format: Format,
  checked: Checked,
  { quiet, failOn }: CheckOptions,
  paint: Paint,
  { width }: Console,
): string {
  return formats[format](checked, { paint, width, quiet, failOn })
}

/** What reports are made of: the findings in the files that were asked about, and how the whole workspaces do. */
export function reportOf(
  workspaces: readonly CheckedWorkspace[],
  unusable: readonly InputError[],
  options: Pick<CheckOptions, 'today'>,
  console: Console,
): Checked {
  const files = workspaces.flatMap(({ workspace, folder }) =>
    workspace.files.filter(({ name }) => isAsked(name, folder)),
  )
  const setAside = workspaces.flatMap(findingsSetAside)
  const known = setAside.filter(({ by }) => by === 'baseline')
  const owner = (file: string): CheckedWorkspace | undefined =>
    workspaces.find(({ workspace, folder }) => workspace.file(file) !== undefined || holdsConfig(folder, file))
  // Findings come file by file, so that the last file's text is nearly always the next one that is wanted.
  let last: { readonly file: string; readonly text: string | undefined } | undefined
  let card: Scorecard | undefined
  const text = (file: string): string | undefined => {
    const checked = owner(file)
    if (checked === undefined) return undefined
    if (last?.file !== file) last = { file, text: textOf(checked, file)?.text }
    return last.text
  }
  return {
    // Each workspace has its own in order already.
    findings: workspaces.flatMap(reportedFindings).sort((a, b) => byCodeUnit(a.place.file, b.place.file)),
    setAside: setAside.toSorted((a, b) => byCodeUnit(a.finding.place.file, b.finding.place.file)),
    rules: [...new Set(workspaces.flatMap(({ rules }) => rules))],
    baseline: workspaces.some(({ folder }) => folder.baseline?.entries !== undefined)
      ? { known: known.length, gone: workspaces.flatMap(goneFromBaseline) }
      : undefined,
    unusable,
    fileNames: files.map(({ name }) => name).sort(byCodeUnit),
    files: files.length,
    policies: files.reduce((sum, { entries }) => sum + entries.length, 0),
    scorecard: () => {
      card ??= scorecard(judged(workspaces))
      return card
    },
    today: options.today ?? console.today,
    toolVersion: version,
    nameOf: shownFrom(console.cwd),
    textOf: text,
    treeOf: (file, document) => owner(file)?.workspace.treeOf(file, document),
    linesOf: (file) => owner(file)?.workspace.file(file)?.content.lines ?? new Lines(text(file) ?? ''),
    editsOf: (fix) => fixEdits(fix, text),
  }
}

/** What fixes changed, in the order of files. */
function changes(workspaces: readonly CheckedWorkspace[]): readonly Change[] {
  const made = workspaces.flatMap(({ texts, originals }) =>
    [...texts].flatMap(([file, after]) => {
      const before = originals.get(file)
      return before === undefined || before.text === after.text ? [] : [{ file, before, after }]
    }),
  )
  return made.sort((a, b) => byCodeUnit(a.file, b.file))
}

interface Change {
  readonly file: string
  readonly before: TextFile
  readonly after: TextFile
}

/** As a patch that `git apply` and `patch -p1` take. */
function printChanges(workspaces: readonly CheckedWorkspace[], console: Console): void {
  const name = shownFrom(console.cwd)
  for (const { file, before, after } of changes(workspaces)) {
    const [old, fixed] = [`a/${name(file)}`, `b/${name(file)}`]
    const headerOptions = FILE_HEADERS_ONLY
    console.out(createTwoFilesPatch(old, fixed, encoded(before), encoded(after), '', '', { headerOptions }))
  }
}

/** Standard input with its fixes; as it came, byte for byte, where there are none. */
function fixedInput({ name, bytes }: Input, workspaces: readonly CheckedWorkspace[]): string | Uint8Array {
  const change = changes(workspaces).find(({ file }) => file === name)
  return change === undefined ? bytes : encoded(change.after)
}

function writeChanges(workspaces: readonly CheckedWorkspace[]): readonly InputError[] {
  return changes(workspaces).flatMap(({ file, after }) => {
    try {
      writeFileSync(file, encoded(after))
      return []
    } catch (error) {
      return [{ path: file, message: `The fixed policies cannot be written: ${reason(error)}.` }]
    }
  })
}

/** The same on every machine and in every language. */
function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
