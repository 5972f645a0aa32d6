import { oneOf, parsed } from './check-options.ts'
import { pathsAndDay } from './paths-and-day.ts'
import { type Console, UsageError } from './usage.ts'

const formats = ['text', 'json', 'markdown', 'html'] as const
const historyFormats = ['text', 'json', 'html'] as const

interface Common {
  readonly paths: readonly string[]
  readonly output: string | undefined
  readonly today: string
}

/** The scores as they are now; with what has changed since a revision, and on a page with how they moved over commits. */
export interface ScorecardOptions extends Common {
  readonly report: 'scores'
  readonly format: (typeof formats)[number]
  /** The least overall score, 0–100; undefined leaves it to the configuration. */
  readonly failUnder: number | undefined
  readonly since: { readonly revision: string; readonly direct: boolean } | undefined
  /** How many commits to look back, on a page. */
  readonly history: number | undefined
}

/** Only how the scores moved over the last commits. */
export interface HistoryOptions extends Common {
  readonly report: 'history'
  readonly format: 'text' | 'json'
  readonly history: number
}

const known = {
  format: { type: 'string' },
  output: { type: 'string', short: 'o' },
  'fail-under': { type: 'string' },
  since: { type: 'string' },
  direct: { type: 'boolean' },
  history: { type: 'string' },
  today: { type: 'string' },
} as const

/** The options of `concord scorecard`. @throws UsageError for anything that it does not take. */
export function scorecardOptions(words: readonly string[], console: Console): ScorecardOptions | HistoryOptions {
  const { values, positionals } = parsed(words, known)
  if (values.output === '') throw new UsageError('A path is empty; leave it out, or write "." for this folder.')
  const common = { ...pathsAndDay(positionals, values.today, console), output: values.output }
  const history = commits(values.history)
  const since = values.since === undefined ? undefined : { revision: values.since, direct: values.direct === true }
  if (values.direct === true && since === undefined)
    throw new UsageError(
      '--direct is about --since: it compares with that revision itself. Name one, such as --since main.',
    )
  const failUnder = leastScore(values['fail-under'])
  const scores = { ...common, report: 'scores', failUnder, since, history } as const
  if (history === undefined) return { ...scores, format: oneOf('--format', values.format, formats, 'text') }
  const format = oneOf('--format with --history', values.format, historyFormats, 'text')
  if (format === 'html') return { ...scores, format }
  if (since !== undefined)
    throw new UsageError(
      '--since and --history are two reports. Ask for one of them, or for a page with both: --format html.',
    )
  if (failUnder !== undefined)
    throw new UsageError(
      '--fail-under is about the scores as they are now. Leave out --history, or ask for a page with both: --format html.',
    )
  return { ...common, report: 'history', format, history }
}

function commits(word: string | undefined): number | undefined {
  if (word === undefined) return undefined
  const most = /^\d+$/.test(word) ? Number(word) : 0
  if (most >= 1) return most
  throw new UsageError(`--history takes how many commits to look back, such as 10, not "${word}".`)
}

function leastScore(word: string | undefined): number | undefined {
  if (word === undefined) return undefined
  const score = /^\d+(?:\.\d+)?$/.test(word) ? Number(word) : Number.NaN
  if (score >= 0 && score <= 100) return score
  throw new UsageError(`--fail-under takes a score from 0 to 100, not "${word}".`)
}
