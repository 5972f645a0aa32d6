import { parseArgs } from 'node:util'
import { isCalendarDate } from '../language/calendar-date.ts'
import { nearest } from '../language/did-you-mean.ts'
import type { Severity } from '../rules/rule.ts'
import { type AskedReport, askedReports } from './asked-reports.ts'
import { UsageError } from './usage.ts'

export interface CheckOptions {
  readonly paths: readonly string[]
  readonly reports: readonly AskedReport[]
  readonly failOn: Severity
  readonly exitZero: boolean
  readonly fix: boolean
  readonly unsafeFixes: boolean
  readonly diff: boolean
  readonly stdinFilename: string | undefined
  /** The revision since which policies must have changed for their findings to be reported. */
  readonly changed: string | undefined
  readonly today: string | undefined
  readonly quiet: boolean
  /** Whether the result is remembered, and given again while nothing has changed. */
  readonly cache: boolean
  /** Whether it is checked again whenever something changes. */
  readonly watch: boolean
}

const known = {
  format: { type: 'string', multiple: true },
  output: { type: 'string', short: 'o' },
  'fail-on': { type: 'string' },
  'exit-zero': { type: 'boolean' },
  fix: { type: 'boolean' },
  'unsafe-fixes': { type: 'boolean' },
  diff: { type: 'boolean' },
  'stdin-filename': { type: 'string' },
  changed: { type: 'string' },
  today: { type: 'string' },
  quiet: { type: 'boolean', short: 'q' },
  cache: { type: 'boolean' },
  watch: { type: 'boolean' },
} as const

/** The options of `concord check`. @throws UsageError for anything that it does not take. */
export function checkOptions(words: readonly string[]): CheckOptions {
  const { values, positionals } = parsed(words, known)
  const fix = values.fix === true
  if (values['unsafe-fixes'] === true && !fix) throw new UsageError('--unsafe-fixes goes with --fix.')
  if (values.diff === true && !fix) throw new UsageError('--diff goes with --fix.')
  const unwatchable = (['stdin-filename', 'diff', 'changed'] as const).find((option) => values[option] !== undefined)
  if (values.watch === true && unwatchable !== undefined)
    throw new UsageError(`--watch does not go with --${unwatchable}.`)
  const unrememberable = (['fix', 'stdin-filename', 'changed', 'watch'] as const).find(
    (option) => values[option] !== undefined,
  )
  if (values.cache === true && unrememberable !== undefined)
    throw new UsageError(`--cache does not go with --${unrememberable}.`)
  if (values['stdin-filename'] !== undefined && positionals.length > 0)
    throw new UsageError('--stdin-filename checks standard input; leave out the paths.')
  if (positionals.includes('') || values['stdin-filename'] === '' || values.output === '')
    throw new UsageError('A path is empty; leave it out, or write "." for this folder.')
  if (values.today !== undefined && !isCalendarDate(values.today))
    throw new UsageError(`--today takes a date that exists, as year-month-day, not "${values.today}".`)
  return {
    paths: positionals.length > 0 ? positionals : ['.'],
    reports: askedReports(values.format ?? [], values.output),
    failOn: oneOf('--fail-on', values['fail-on'], ['error', 'warning', 'info'], 'error'),
    exitZero: values['exit-zero'] === true,
    fix,
    unsafeFixes: values['unsafe-fixes'] === true,
    diff: values.diff === true,
    stdinFilename: values['stdin-filename'],
    changed: values.changed,
    today: values.today,
    quiet: values.quiet === true,
    cache: values.cache === true,
    watch: values.watch === true,
  }
}

type OptionShapes = Readonly<
  Record<string, { readonly type: 'string' | 'boolean'; readonly short?: string; readonly multiple?: boolean }>
>

/** Splits words into options and paths. @throws UsageError for unknown options, with the one that was probably meant. */
export function parsed<Shapes extends OptionShapes>(words: readonly string[], shapes: Shapes) {
  try {
    return parseArgs({ args: [...words], options: shapes, allowPositionals: true, strict: true })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const unknown = error.message.match(/Unknown option '(-{1,2})([^']+)'/)
    if (unknown === null) throw new UsageError(error.message.split(/\.\s/)[0] ?? error.message)
    const meant = nearest(unknown[2] ?? '', Object.keys(shapes))
    throw new UsageError(
      `There is no option ${unknown[1]}${unknown[2]}.${meant === undefined ? ' "concord help" lists them.' : ` Did you mean --${meant}?`}`,
    )
  }
}

export function oneOf<const Choice extends string>(
  option: string,
  given: string | undefined,
  choices: readonly Choice[],
  otherwise: Choice,
): Choice {
  if (given === undefined) return otherwise
  const choice = choices.find((candidate) => candidate === given)
  if (choice === undefined) throw new UsageError(`${option} takes ${choices.join(', ')}; "${given}" is none of them.`)
  return choice
}
