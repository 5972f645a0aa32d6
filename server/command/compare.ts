import pico from 'picocolors'
import { comparisonJson } from '../reports/comparison-json.ts'
import { comparisonMarkdown } from '../reports/comparison-markdown.ts'
import type { Compared } from '../reports/comparison-report.ts'
import { comparisonText } from '../reports/comparison-text.ts'
import { type Paint, plain } from '../reports/paint.ts'
import { reaches } from '../reports/report.ts'
import type { Severity } from '../rules/rule.ts'
import { oneOf, parsed } from './check-options.ts'
import { comparedSince } from './comparing.ts'
import { pathsAndDay } from './paths-and-day.ts'
import { printLines, writeReport } from './printing.ts'
import { type Console, type ExitCode, exitCodes, UsageError } from './usage.ts'

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
  const { compared, errors } = comparedSince({ ...options, whole: false }, options.paths, options.today, console)
  const render = (paint: Paint): string => rendered(compared, options, paint, console)
  if (options.output !== undefined) writeReport(render(plain), options.output, console)
  else console.out(render(console.colours ? pico.createColors(true) : plain))
  printLines(errors, console)
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

function compareOptions(words: readonly string[], console: Console): CompareOptions {
  const { values, positionals } = parsed(words, known)
  const [revision, ...paths] = positionals
  if (revision === undefined)
    throw new UsageError(
      '"concord compare" needs a revision to compare with: a branch, a tag or a commit, such as "concord compare main".',
    )
  if (values.output === '') throw new UsageError('A path is empty; leave it out, or write "." for this folder.')
  return {
    ...pathsAndDay(paths, values.today, console),
    revision,
    direct: values.direct === true,
    format: oneOf('--format', values.format, compareFormats, 'text'),
    output: values.output,
    failOn: oneOf('--fail-on', values['fail-on'], ['error', 'warning', 'info'], 'error'),
    exitZero: values['exit-zero'] === true,
    quiet: values.quiet === true,
  }
}

function rendered(compared: Compared, { format, quiet }: CompareOptions, paint: Paint, { width }: Console): string {
  if (format === 'json') return `${JSON.stringify(comparisonJson(compared), null, 2)}\n`
  if (format === 'markdown') return comparisonMarkdown(compared)
  return comparisonText(compared, { paint, width, quiet })
}
