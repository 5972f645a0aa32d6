import type { Value } from '../language/source-document.ts'
import { decimalOf, type Writing } from './cells.ts'
import { columnsOf, type Headings } from './columns.ts'
import { RowReader } from './row-reader.ts'
import { type RowProblem, readTable } from './table.ts'

/** An item for a list of a policy. */
export interface ImportedItem {
  readonly line: number
  /** The policy that it belongs to, where its row says so. */
  readonly policy: string | undefined
  readonly item: { readonly [key: string]: Value }
}

export interface Imported {
  readonly items: readonly ImportedItem[]
  /** With one of these, nothing may be written. */
  readonly problems: readonly RowProblem[]
  /** Columns that were not read. */
  readonly unread: readonly string[]
}

/** What the user says of the file, where it cannot be told. */
export interface ReadingOptions {
  readonly dates: Writing['dates']
  readonly decimal: Writing['decimal'] | undefined
  /** Headings by field. */
  readonly columns: ReadonlyMap<string, string>
}

/** Reads every row of a spreadsheet. All that is wrong is said, not only the first of it. */
export function readRows<Field extends string>(
  text: string,
  headings: Headings<Field>,
  numeric: readonly Field[],
  options: ReadingOptions,
  read: (row: RowReader<Field>) => ImportedItem | undefined,
): Imported {
  const table = readTable(text)
  if ('problems' in table) return { items: [], problems: table.problems, unread: [] }
  const columns = columnsOf(table, headings, options.columns)
  if (columns.problems.length > 0)
    return { items: [], problems: columns.problems.map((message) => ({ line: 1, message })), unread: [] }
  const numbers = numeric.flatMap((field) => {
    const heading = columns.of.get(field)
    return heading === undefined ? [] : table.rows.map(({ cells }) => cells.get(heading) ?? '')
  })
  const writing: Writing = { dates: options.dates, decimal: options.decimal ?? decimalOf(numbers, table.separator) }
  const items: ImportedItem[] = []
  const problems: RowProblem[] = []
  const lines = new Map<string, number>()
  for (const row of table.rows) {
    if ([...row.cells.values()].every((cell) => cell === '')) continue
    const reader = new RowReader(row, columns, writing)
    const item = read(reader)
    if (item !== undefined && typeof item.item['name'] === 'string') {
      const key = `${item.policy ?? ''}/${item.item['name']}`
      const first = lines.get(key)
      if (first === undefined) lines.set(key, row.line)
      else reader.fault(undefined, `The name ${item.item['name']} stands in line ${first} already`)
    }
    problems.push(...reader.problems)
    if (item !== undefined) items.push(item)
  }
  if (table.rows.length === 0) problems.push({ line: 1, message: 'There are no rows below the headings.' })
  return { items, problems, unread: columns.unread }
}
