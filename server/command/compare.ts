import pico from 'picocolors'
import { isCalendarDate } from '../language/calendar-date.ts'
import { comparisonJson } from '../reports/comparison-json.ts'
import { comparisonMarkdown } from '../reports/comparison-markdown.ts'
import type { Compared } from '../reports/comparison-report.ts'
import { comparisonText } from '../reports/comparison-text.ts'
import { type Paint, plain } from '../reports/paint.ts'
import { reaches } from '../reports/report.ts'
import { visible } from '../reports/visible.ts'
import type { Severity } from '../rules/rule.ts'
import { comparison, type Side } from '../scorecard/comparison.ts'
import { scorecard } from '../scorecard/scorecard.ts'
import { reportOf } from './check.ts'
import { oneOf, parsed } from './check-options.ts'
import { errorText, writeReport } from './printing.ts'
import { loadRevision, type Revision, repositoryOf, revisionOf, sinceOf } from './revision.ts'
import { shownFrom } from './shown-name.ts'
import { type Console, type ExitCode, exitCodes, UsageError } from './usage.ts'
import { type CheckedWorkspace, isAsked, judged, type Loaded, loadWorkspaces } from './workspaces.ts'

const compareFormats = ['text', 'json', 'markdown'] as const

interface CompareOptions {
  readonly revision: string
  readonly paths: readonly string[]
  readonly direct: boolean
  readonly format: (typeof compareFormats)[number]
  readonly output: string | undefined
  readonly failOn: Severity
  readonly exitZero: boolean
  readonly today: string
  readonly quiet: boolean
}

/** `concord compare REV`: what is new, gone and unchanged since a revision in git. Only what is new can fail. */
export function compare(words: readonly string[], console: Console): ExitCode {
  const options = compareOptions(words, console)
  const { compared, errors } = comparedSince(options, console)
  const render = (paint: Paint): string => rendered(compared, options, paint, console)
  if (options.output !== undefined) writeReport(render(plain), options.output, console)
  else console.out(render(console.colours ? pico.createColors(true) : plain))
  for (const error of errors) console.error(`concord: ${visible(error)}\n`)
  const { appeared } = compared.comparison
  const failed = [...compared.now.findings, ...compared.before.findings].some(({ internal }) => internal)
  if (errors.length > 0 || failed) return exitCodes.unusable
  const failing = !options.exitZero && appeared.some(({ severity }) => reaches(severity, options.failOn))
  return failing ? exitCodes.findings : exitCodes.clean
}

const known = {
  direct: { type: 'boolean' },
  format: { type: 'string' },
  output: { type: 'string', short: 'o' },
  'fail-on': { type: 'string' },
  'exit-zero': { type: 'boolean' },
  today: { type: 'string' },
  quiet: { type: 'boolean', short: 'q' },
} as const

function compareOptions(words: readonly string[], { today }: Console): CompareOptions {
  const { values, positionals } = parsed(words, known)
  const [revision, ...paths] = positionals
  if (revision === undefined)
    throw new UsageError(
      '"concord compare" needs a revision to compare with: a branch, a tag or a commit, such as "concord compare main".',
    )
  if (paths.includes('') || values.output === '')
    throw new UsageError('A path is empty; leave it out, or write "." for this folder.')
  if (values.today !== undefined && !isCalendarDate(values.today))
    throw new UsageError(`--today takes a date that exists, as year-month-day, not "${values.today}".`)
  return {
    revision,
    paths: paths.length > 0 ? paths : ['.'],
    direct: values.direct === true,
    format: oneOf('--format', values.format, compareFormats, 'text'),
    output: values.output,
    failOn: oneOf('--fail-on', values['fail-on'], ['error', 'warning', 'info'], 'error'),
    exitZero: values['exit-zero'] === true,
    today: values.today ?? today,
    quiet: values.quiet === true,
  }
}

interface ComparedState {
  readonly compared: Compared
  /** What could not be read, in lines. */
  readonly errors: readonly string[]
}

/** The present policies of some paths beside those of a revision. @throws UsageError and GitFault for what cannot be compared. */
function comparedSince(
  { revision: name, paths, direct, today }: Pick<CompareOptions, 'revision' | 'paths' | 'direct' | 'today'>,
  console: Console,
): ComparedState {
  const { cwd } = console
  const repository = repositoryOf(paths, cwd)
  const revision = revisionOf(repository, name, direct)
  const now = loadWorkspaces(paths, cwd, today)
  const before = loadRevision(revision, repository, paths, cwd, today, now)
  const shown = shownFrom(cwd)
  // A path that has gone since, or came later, is there on one side.
  const isMissing = ({ path, message }: { readonly path: string; readonly message: string }): boolean =>
    message === 'There is no such file or folder.' && revision.files.standing(path) !== undefined
  const errors = [
    ...now.errors.filter((error) => !isMissing(error)).map((error) => errorText(error, shown)),
    ...before.errors.map((error) => `at ${name}: ${errorText(error, shown)}`),
  ]
  const compared: Compared = {
    since: sinceOf(revision, now),
    comparison: comparison(withoutThenSetAside(before, revision), sideOf(now)),
    now: reportOf(now.workspaces, [], { today }, console),
    before: reportOf(before.workspaces, [], { today }, console),
  }
  return { compared, errors }
}

function sideOf({ workspaces }: Loaded): Side {
  return {
    findings: workspaces.flatMap(({ checker }) => checker.findings()),
    setAside: workspaces.flatMap(({ checker }) => checker.setAside()),
    policies: workspaces.flatMap(({ workspace }) =>
      workspace.entries.flatMap(({ file, policy }) => (policy === undefined ? [] : [{ file, policy }])),
    ),
    scorecard: scorecard(judged(workspaces)),
    isAsked: (file) => workspaces.some(({ folder }) => isAsked(file, folder)),
  }
}

/**
 * A finding that was set aside on the day of the revision was not shown then. If that has ended since, and it is shown now, it is new,
 * although both states are judged as of the same day.
 */
function withoutThenSetAside(before: Loaded, { commit: { day } }: Revision): Side {
  const side = sideOf(before)
  const hidden = new Set(
    before.workspaces.flatMap((checked) => setAsideOn(day, checked).map(({ finding }) => finding.fingerprint)),
  )
  return { ...side, findings: side.findings.filter(({ fingerprint }) => !hidden.has(fingerprint)) }
}

function setAsideOn(
  day: string,
  { workspace, checker, folder }: CheckedWorkspace,
): ReturnType<CheckedWorkspace['checker']['setAside']> {
  const { today } = workspace
  const mayHaveEnded =
    folder.configs.some(({ config }) => 'waivers' in config) ||
    workspace.files.some(({ content }) =>
      content.documents.some(({ suppressions }) => suppressions.some(({ until }) => until >= day && until < today)),
    )
  if (!mayHaveEnded || day >= today) return []
  workspace.today = day
  const setAside = checker.setAside()
  workspace.today = today
  return setAside
}

function rendered(compared: Compared, { format, quiet }: CompareOptions, paint: Paint, { width }: Console): string {
  if (format === 'json') return `${JSON.stringify(comparisonJson(compared), null, 2)}\n`
  if (format === 'markdown') return comparisonMarkdown(compared)
  return comparisonText(compared, { paint, width, quiet })
}
