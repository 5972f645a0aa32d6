import pico from 'picocolors'
import type { InputError } from '../hosts/policy-folders.ts'
import type { Compared } from '../reports/comparison-report.ts'
import { type Paint, plain } from '../reports/paint.ts'
import { scorecardJson } from '../reports/scorecard-json.ts'
import { scorecardMarkdown } from '../reports/scorecard-markdown.ts'
import type { ScorecardReport } from '../reports/scorecard-report.ts'
import { scorecardTextReport } from '../reports/scorecard-text.ts'
import { judgedIn, judgedTogether } from '../scorecard/judged.ts'
import { linkedScorecard } from '../scorecard/lost-points.ts'
import { highest, type Minimums, shortfalls } from '../scorecard/minimums.ts'
import { partnerScores } from '../scorecard/partner-scores.ts'
import { policyScores } from '../scorecard/policy-scores.ts'
import { besideCommand } from './beside.ts'
import { comparedSince } from './comparing.ts'
import { historyOf } from './history.ts'
import { errorText, foldersWithoutPolicies, printLines, writeReport } from './printing.ts'
import { scoreHistory } from './score-history.ts'
import { type ScorecardOptions, scorecardOptions } from './scorecard-options.ts'
import { shownFrom } from './shown-name.ts'
import { type Console, type ExitCode, exitCodes } from './usage.ts'
import { version } from './version.ts'
import { type CheckedWorkspace, type Loaded, loadWorkspaces } from './workspaces.ts'

/** `concord scorecard`: the scores of the workspaces that the paths belong to, what holds them back, and how they have changed. */
export function scorecardCommand(words: readonly string[], console: Console): ExitCode {
  const options = scorecardOptions(words, console)
  if (options.report === 'history') return scoreHistory(options, console)
  const { loaded, compared, errors } = judgedNow(options, console)
  const found = [...errors, ...foldersWithoutPolicies(loaded, console).map((error) => lineOf(error, console))]
  const report = reportOf(loaded.workspaces, compared, options, console)
  if (report.counts.policies > 0) {
    const paint = console.colours && options.output === undefined ? pico.createColors(true) : plain
    const text = rendered(report, options, paint, console)
    if (options.output === undefined) console.out(text)
    else writeReport(text, options.output, console)
  }
  for (const { internal, place, text } of report.card.unscored)
    if (internal) found.push(lineOf({ path: place.file, message: `${text.what} ${text.why}` }, console))
  printLines(found, console)
  if (found.length > 0) return exitCodes.unusable
  return report.shortfalls.length > 0 ? exitCodes.findings : exitCodes.clean
}

interface JudgedNow {
  readonly loaded: Loaded
  readonly compared: Compared | undefined
  /** What could not be read, in lines. */
  readonly errors: readonly string[]
}

/** What is compared is that of the whole workspaces, as the scores are. */
function judgedNow({ paths, since, today }: ScorecardOptions, console: Console): JudgedNow {
  if (since === undefined) {
    const loaded = loadWorkspaces(paths, console.cwd, today)
    return { loaded, compared: undefined, errors: loaded.errors.map((error) => lineOf(error, console)) }
  }
  const { compared, now, errors } = comparedSince({ ...since, whole: true }, paths, today, console)
  return { loaded: now, compared, errors }
}

function lineOf(error: InputError, { cwd }: Console): string {
  return errorText(error, shownFrom(cwd))
}

function rendered(report: ScorecardReport, { format }: ScorecardOptions, paint: Paint, { width }: Console): string {
  switch (format) {
    case 'text':
      return scorecardTextReport(report, paint, width)
    case 'json':
      return `${JSON.stringify(scorecardJson(report), null, 2)}\n`
    case 'markdown':
      return scorecardMarkdown(report)
    case 'html':
      return scorecardPage()(report)
  }
}

type Page = (report: ScorecardReport) => string

/** The page draws charts with libraries that no other format needs. */
function scorecardPage(): Page {
  // The file is built from server/reports/page/page.ts, which exports just this.
  const { scorecardPage } = besideCommand('scorecard-page.cjs') as { readonly scorecardPage: Page }
  return scorecardPage
}

function reportOf(
  workspaces: readonly CheckedWorkspace[],
  since: Compared | undefined,
  { paths, failUnder, today, history }: ScorecardOptions,
  console: Console,
): ScorecardReport {
  const parts = workspaces.map(({ checker, workspace }) => ({ judged: judgedIn(checker, workspace), workspace }))
  const all = judgedTogether(parts.map(({ judged }) => judged))
  const card = linkedScorecard(all)
  return {
    card,
    policies: policyScores(all),
    partners: parts.flatMap(({ judged, workspace }) => partnerScores(judged, workspace)),
    shortfalls: shortfalls(card, minimums(workspaces, failUnder)),
    since,
    history: history === undefined ? undefined : historyOf(paths, console.cwd, today, history).points,
    rules: [...new Set(workspaces.flatMap(({ rules }) => rules))],
    counts: {
      files: workspaces.reduce((sum, { workspace }) => sum + workspace.files.length, 0),
      policies: workspaces.reduce((sum, { workspace }) => sum + workspace.entries.length, 0),
    },
    today,
    toolVersion: version,
    nameOf: shownFrom(console.cwd),
  }
}

/** What the configurations ask for; of several workspaces, which count as one company here, the most. */
function minimums(workspaces: readonly CheckedWorkspace[], failUnder: number | undefined): Minimums {
  const configured = highest(workspaces.map(({ folder }) => folder.chain.leastScores))
  return failUnder === undefined ? configured : { ...configured, overall: failUnder }
}
