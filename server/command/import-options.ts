import { isCalendarDate } from '../language/calendar-date.ts'
import { oneOf, parsed } from './check-options.ts'
import { UsageError } from './usage.ts'

export const importables = ['commitments', 'allocations', 'calendar'] as const
export type Importable = (typeof importables)[number]

export interface ImportOptions {
  readonly what: Importable
  readonly file: string
  /** The policy to import into; undefined for the only one of its kind, or the one that a row names. */
  readonly policy: string | undefined
  /** A file to be written with a new policy. */
  readonly create: string | undefined
  readonly diff: boolean
  readonly dates: 'day-first' | 'month-first' | undefined
  readonly decimal: '.' | ',' | undefined
  readonly columns: ReadonlyMap<string, string>
  readonly bodies: ReadonlyMap<string, string>
  readonly blackouts: boolean
  readonly year: number
}

const known = {
  into: { type: 'string' },
  create: { type: 'string' },
  diff: { type: 'boolean' },
  dates: { type: 'string' },
  decimal: { type: 'string' },
  column: { type: 'string', multiple: true },
  body: { type: 'string', multiple: true },
  blackouts: { type: 'boolean' },
  year: { type: 'string' },
} as const

/** The options of `concord import`. @throws UsageError for anything that it does not take. */
export function importOptions(words: readonly string[], today: string): ImportOptions {
  const { values, positionals } = parsed(words, known)
  const [what, file, more] = positionals
  if (what === undefined || file === undefined || file === '')
    throw new UsageError(
      '"concord import" takes what to import and a file: commitments FILE.csv, allocations FILE.csv, or calendar FILE.ics.',
    )
  if (more !== undefined) throw new UsageError(`"concord import" takes one file at a time; "${more}" is left over.`)
  const importable = oneOf('"concord import"', what, importables, 'commitments')
  const foreign = (importable === 'calendar' ? ['dates', 'decimal', 'column'] : ['body', 'blackouts', 'year']).find(
    (option) => Object.hasOwn(values, option),
  )
  if (foreign !== undefined) throw new UsageError(`--${foreign} does not go with "concord import ${importable}".`)
  if (values.year !== undefined && !isCalendarDate(`${values.year}-01-01`))
    throw new UsageError(`--year takes a year such as 2027, not "${values.year}".`)
  const decimal =
    values.decimal === undefined ? undefined : oneOf('--decimal', values.decimal, ['point', 'comma'], 'point')
  return {
    what: importable,
    file,
    policy: values.into,
    create: values.create,
    diff: values.diff === true,
    dates:
      values.dates === undefined
        ? undefined
        : oneOf('--dates', values.dates, ['day-first', 'month-first'], 'day-first'),
    decimal: decimal === undefined ? undefined : decimal === 'comma' ? ',' : '.',
    columns: pairs('--column', values.column ?? [], 'FIELD=HEADING'),
    bodies: pairs('--body', values.body ?? [], 'BODY=TITLE'),
    blackouts: values.blackouts === true,
    year: Number(values.year ?? today.slice(0, 4)),
  }
}

function pairs(option: string, given: readonly string[], form: string): ReadonlyMap<string, string> {
  return new Map(
    given.map((pair) => {
      const [, key, value] = /^([^=]+)=(.+)$/s.exec(pair) ?? []
      if (key === undefined || value === undefined) throw new UsageError(`${option} takes ${form}, not "${pair}".`)
      return [key.trim(), value.trim()]
    }),
  )
}
