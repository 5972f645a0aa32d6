import type { Table } from './table.ts'

/** The headings under which people keep a field; compared without capitals, signs and what stands in brackets. */
export type Headings<Field extends string> = Readonly<Record<Field, readonly string[]>>

export interface Columns<Field extends string> {
  /** The heading of each field that the table has. */
  readonly of: ReadonlyMap<Field, string>
  /** Headings that mean nothing here; said, so that nobody thinks they were read. */
  readonly unread: readonly string[]
  readonly problems: readonly string[]
}

/** Which column holds which field. `given` says it for headings that could not be guessed, by field. */
export function columnsOf<Field extends string>(
  { headings }: Pick<Table, 'headings'>,
  known: Headings<Field>,
  given: ReadonlyMap<string, string>,
): Columns<Field> {
  const fields = Object.keys(known).filter((field): field is Field => Object.hasOwn(known, field))
  const problems: string[] = []
  const of = new Map<Field, string>()
  for (const [name, heading] of given) {
    const field = fields.find((candidate) => candidate === name)
    const found =
      headings.find((candidate) => candidate === heading) ??
      headings.find((candidate) => plain(candidate) === plain(heading))
    if (field === undefined) problems.push(`There is no field "${name}" to import; there are ${fields.join(', ')}.`)
    else if (found === undefined) problems.push(`There is no column "${heading}"; there are ${headings.join(', ')}.`)
    else of.set(field, found)
  }
  const taken = new Set(of.values())
  const unread: string[] = []
  for (const heading of headings.filter((candidate) => !taken.has(candidate))) {
    const field = fields.find(
      (candidate) => plain(candidate) === plain(heading) || known[candidate].includes(plain(heading)),
    )
    if (field === undefined || given.has(field)) unread.push(heading)
    else if (of.has(field))
      problems.push(
        `Both "${of.get(field)}" and "${heading}" look like the ${field}; say which with --column ${field}=HEADING.`,
      )
    else of.set(field, heading)
  }
  return { of, unread, problems }
}

/** `Days / month (booked)` becomes `days month`. */
function plain(heading: string): string {
  return heading
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
