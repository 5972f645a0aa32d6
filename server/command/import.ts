import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff'
import { nameOf } from '../hosts/policy-folders.ts'
import { reason } from '../hosts/reason.ts'
import { decode, encoded, readTextAt, type TextFile } from '../hosts/text-file.ts'
import { readAllocations } from '../importing/allocations.ts'
import { mergeCalendar } from '../importing/calendar-merge.ts'
import { nameOf as slug } from '../importing/cells.ts'
import { readCommitments } from '../importing/commitments.ts'
import { readCalendar } from '../importing/meetings.ts'
import { type Merge, merge } from '../importing/merging.ts'
import type { ImportedItem } from '../importing/rows.ts'
import { nearest } from '../language/did-you-mean.ts'
import { readDocuments } from '../language/document.ts'
import { applyEdits, editsFor } from '../language/edit.ts'
import { type Kind, readPolicyFile } from '../language/policy-file.ts'
import { visible } from '../reports/visible.ts'
import { type Importable, type ImportOptions, importOptions } from './import-options.ts'
import { shownFrom } from './shown-name.ts'
import { type Console, type ExitCode, exitCodes, UsageError } from './usage.ts'
import { loadWorkspaces } from './workspaces.ts'

/** `concord import`: brings a spreadsheet or a calendar into policies, whole or not at all. */
export function importInto(words: readonly string[], console: Console): ExitCode {
  const options = importOptions(words, console.today)
  const text = sourceText(options, console)
  const targets = targetsIn(options, console)
  const written = options.what === 'calendar' ? calendarInto(text, options, targets) : rowsInto(text, options, targets)
  if ('problems' in written) {
    for (const problem of written.problems.slice(0, 100)) console.error(`concord: ${visible(problem)}\n`)
    if (written.problems.length > 100) console.error(`concord: ${written.problems.length - 100} more like these.\n`)
    console.error('concord: Nothing was written.\n')
    return exitCodes.unusable
  }
  const name = shownFrom(console.cwd)
  const drafts = written.drafts.map((draft) => ({ ...draft, after: textWith(draft, name) }))
  const changed = drafts.filter(({ target, after }) => target.isNew || after !== target.file.text)
  if (options.diff) {
    for (const { target, after } of changed) {
      const before = target.isNew ? '' : encoded(target.file)
      const [old, now] = [target.isNew ? '/dev/null' : `a/${name(target.path)}`, `b/${name(target.path)}`]
      const patch = createTwoFilesPatch(old, now, before, encoded({ ...target.file, text: after }), '', '', {
        headerOptions: FILE_HEADERS_ONLY,
      })
      console.out(patch)
    }
  } else for (const { target, after } of changed) write(target, after, name)
  const say = options.diff ? console.error : console.out
  for (const { target, merged } of drafts) say(`${visible(summary(target, merged, name))}\n`)
  for (const remark of written.remarks) say(`${visible(remark)}\n`)
  return exitCodes.clean
}

const kindsOf: Readonly<Record<Importable, Kind>> = {
  commitments: 'PartnerAgreement',
  allocations: 'ResourceAllocation',
  calendar: 'GovernanceCalendar',
}

const kindWords: Readonly<Record<Importable, string>> = {
  commitments: 'partner agreement',
  allocations: 'resource allocation',
  calendar: 'governance calendar',
}

/** A policy that something can be imported into. */
interface Target {
  readonly name: string
  readonly path: string
  readonly file: TextFile
  /** Which document of the file. */
  readonly document: number
  readonly isNew: boolean
}

interface Draft {
  readonly target: Target
  readonly merged: Merge
}

type Written =
  | { readonly drafts: readonly Draft[]; readonly remarks: readonly string[] }
  | { readonly problems: readonly string[] }

function sourceText({ file }: ImportOptions, { cwd }: Console): string {
  try {
    const { text, encoding } = decode(readFileSync(resolve(cwd, file)))
    if (encoding !== 'unknown') return text
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${reason(error)}.`)
  }
  throw new UsageError(`${file} is not UTF-8 text. In Excel, save it as "CSV UTF-8".`)
}

function targetsIn(options: ImportOptions, console: Console): readonly Target[] {
  const { what, create, policy } = options
  if (create !== undefined) {
    const path = resolve(console.cwd, create)
    if (existsSync(path))
      throw new UsageError(`${create} is there already; leave --create out to import into a policy that exists.`)
    if (policy === undefined)
      throw new UsageError('--create goes with --into NAME, which is what the new policy is called.')
    const text = newPolicy(what, slug(policy), options.year)
    return [
      {
        name: slug(policy),
        path: nameOf(path),
        file: { text, marked: false, encoding: 'UTF-8' },
        document: 0,
        isNew: true,
      },
    ]
  }
  const { workspaces, errors } = loadWorkspaces(['.'], console.cwd, console.today)
  const [broken] = errors
  if (broken !== undefined) throw new UsageError(`${shownFrom(console.cwd)(broken.path)}: ${broken.message}`)
  return workspaces.flatMap(({ workspace }) =>
    workspace.entries
      .filter(({ kind }) => kind === kindsOf[what])
      .map(({ name, file, document: { index } }) => ({
        name,
        path: file,
        file: readTextAt(file),
        document: index,
        isNew: false,
      })),
  )
}

/** The policy of this name, or the only one. @throws UsageError that says what there is instead. */
function targetCalled(name: string | undefined, targets: readonly Target[], what: Importable): Target | string {
  const kind = kindWords[what]
  const [first, second] = targets
  if (name === undefined) {
    if (first === undefined) return `There is no ${kind} here to import into; --into NAME --create FILE makes one.`
    return second === undefined
      ? first
      : `There are several: say with --into which ${kind} this is for: ${targets.map((target) => target.name).join(', ')}.`
  }
  const found = targets.find((target) => target.name === name || target.name === slug(name))
  if (found !== undefined) return found
  const meant = nearest(
    name,
    targets.map((target) => target.name),
  )
  const help = meant === undefined ? ' --create FILE makes one.' : ` Did you mean "${meant}"?`
  return `There is no ${kind} "${name}" here.${help}`
}

function rowsInto(text: string, options: ImportOptions, targets: readonly Target[]): Written {
  const { what, file, policy } = options
  const read = what === 'commitments' ? readCommitments(text, options) : readAllocations(text, options)
  const rowProblems = [...read.problems]
  const groups = new Map<Target, ImportedItem[]>()
  const unknown = new Set<string>()
  for (const imported of read.items) {
    const target = targetCalled(policy ?? imported.policy, targets, what)
    if (typeof target === 'string') {
      if (!unknown.has(target)) rowProblems.push({ line: imported.line, message: target })
      unknown.add(target)
    } else groups.set(target, [...(groups.get(target) ?? []), imported])
  }
  const problems = rowProblems.sort((a, b) => a.line - b.line).map(({ line, message }) => `${file}:${line}: ${message}`)
  if (problems.length > 0) return { problems }
  const drafts = [...groups].map(([target, imported]) => ({
    target,
    merged: merge(
      documentOf(target),
      ['spec', what],
      imported.map(({ item }) => item),
    ),
  }))
  const { unread } = read
  return {
    drafts,
    remarks:
      unread.length === 0
        ? []
        : [`Columns that were not read: ${unread.join(', ')}. --column FIELD=HEADING says what one holds.`],
  }
}

function calendarInto(text: string, options: ImportOptions, targets: readonly Target[]): Written {
  const { file, policy, year } = options
  const read = readCalendar(text, year)
  if ('problem' in read) return { problems: [`${file}: ${read.problem}`] }
  const target = targetCalled(policy, targets, 'calendar')
  if (typeof target === 'string') return { problems: [target] }
  const { unread, missing, ...merged } = mergeCalendar(documentOf(target), read, options)
  const problems = missing.map((title) => `${file}: There is nothing called "${title}" in ${year}.`)
  if (read.meetings.length + read.spans.length === 0)
    problems.push(`${file}: There are no meetings in ${year}; --year takes another.`)
  if (problems.length > 0) return { problems }
  return {
    drafts: [{ target, merged }],
    remarks: unread.map(
      ({ title, dates }) =>
        `Not read: "${title}" (${dates === 1 ? '1 date' : `${dates} dates`}). --body NAME="${title}" says whose meetings they are.`,
    ),
  }
}

function documentOf({ file, document }: Target): ReturnType<typeof readDocuments>[number]['value'] {
  return readDocuments(file.text)[document]?.value ?? null
}

/** The text with what was imported. @throws UsageError where it cannot be written without touching more, or would be no valid policy. */
function textWith({ target, merged }: Draft, shown: (file: string) => string): string {
  const { file, document, path, isNew } = target
  const edits = editsFor(file.text, document, merged.operations)
  if (edits === undefined)
    throw new UsageError(
      `${shown(path)}: What was imported cannot be written here without touching more, because the file has errors or shares these lists between places. Nothing was written.`,
    )
  const after = applyEdits(file.text, edits)
  const before = isNew ? 0 : problemsIn(file.text).length
  const problems = problemsIn(after)
  const [first] = problems
  if (problems.length > before && first !== undefined)
    throw new UsageError(`${shown(path)}: What was imported would be no valid policy: ${first} Nothing was written.`)
  return after
}

/** What is wrong with the text, but for what is still to be filled in. */
function problemsIn(text: string): readonly string[] {
  return readPolicyFile(text).documents.flatMap(({ problems }) =>
    problems.filter(({ rule }) => rule !== 'language/placeholder').map(({ message }) => message),
  )
}

/** A file is there as before or whole, whatever happens meanwhile. */
function write({ path, file }: Target, text: string, shown: (file: string) => string): void {
  const unfinished = `${path}.${process.pid}.tmp`
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(unfinished, encoded({ ...file, text }))
    renameSync(unfinished, path)
  } catch (error) {
    throw new UsageError(`${shown(path)} cannot be written: ${reason(error)}.`)
  }
}

function summary(
  { path, name, isNew }: Target,
  { added, changed, same, left }: Merge,
  shown: (file: string) => string,
): string {
  const parts = [
    `${added.length} added${names(added)}`,
    `${changed.length} changed${names(changed)}`,
    `${same.length} the same`,
    ...(left.length > 0 ? [`${left.length} not in the file, left as they are${names(left)}`] : []),
  ]
  return `${shown(path)}: ${isNew ? `new policy ${name}; ` : ''}${parts.join('; ')}.`
}

function names(all: readonly string[]): string {
  if (all.length === 0) return ''
  return ` (${all.slice(0, 5).join(', ')}${all.length > 5 ? `, and ${all.length - 5} more` : ''})`
}

function newPolicy(what: Importable, name: string, year: number): string {
  const head = `apiVersion: leadership/v1\nkind: ${kindsOf[what]}\nmetadata:\n  name: ${name}\n  owner: "? the role that answers for this policy"\nspec:\n`
  if (what === 'commitments')
    return `${head}  partner:\n    name: "? the partner, such as corvus-optics"\n  type: "? such as co-development or reseller"\n  commitments: []\n`
  return what === 'allocations' ? `${head}  allocations: []\n` : `${head}  year: ${year}\n  bodies: []\n`
}
