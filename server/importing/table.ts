import { CsvError, parse } from 'csv-parse/sync'

/** A row of a spreadsheet: its cells by the column's heading, without spaces around them. */
export interface Row {
  /** Where the row begins in the file, counted from 1. */
  readonly line: number
  readonly cells: ReadonlyMap<string, string>
}

export interface Table {
  readonly headings: readonly string[]
  readonly rows: readonly Row[]
  /** What stands between two cells. */
  readonly separator: string
}

/** Something in a file that cannot be imported. */
export interface RowProblem {
  /** Counted from 1. */
  readonly line: number
  readonly message: string
}

const separators = [',', ';', '\t', '|']

/** Excel says with such a first line what stands between cells. */
const separatorLine = /^sep=(.)\r?\n/i

/**
 * Reads a spreadsheet that was saved as CSV (RFC 4180), whatever stands between its cells: comma, semicolon, tab or bar. The first row
 * that is not empty holds the headings; empty rows are left out.
 */
export function readTable(text: string): Table | { readonly problems: readonly RowProblem[] } {
  const said = separatorLine.exec(text)
  // The line stays, empty, so that lines count as in the file.
  const body = said === null ? text : text.slice(said[0].length - 1)
  const separator = said?.[1] ?? separatorOf(body)
  let records: readonly Line[]
  try {
    records = linesOf(body, separator)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { problems: [{ line: lineOf(error), message: `This is no table: ${inWords(error)}` }] }
  }
  const [head, ...rest] = records.filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (head === undefined)
    return { problems: [{ line: 1, message: 'The file holds no table; its first row names the columns.' }] }
  const headings = head.cells
  const named = headings.filter((heading) => heading !== '')
  const twice = named.find((heading, index) => named.indexOf(heading) < index)
  if (twice !== undefined)
    return {
      problems: [{ line: head.line, message: `Two columns are called "${twice}"; give one of them another name.` }],
    }
  const problems = rest
    .filter(({ cells }) => cells.slice(headings.length).some((cell) => cell !== ''))
    .map(({ line, cells }) => ({
      line,
      message: `The row has ${cells.length} cells, but there are ${headings.length} columns; a cell with "${separator}" in it stands in quotes.`,
    }))
  if (problems.length > 0) return { problems }
  const rows = rest.map(({ line, cells }) => ({
    line,
    cells: new Map(
      headings.flatMap((heading, index) => (heading === '' ? [] : [[heading, cells[index] ?? ''] as const])),
    ),
  }))
  return { headings: named, rows, separator }
}

interface Line {
  readonly line: number
  readonly cells: readonly string[]
}

function linesOf(text: string, separator: string): readonly Line[] {
  // With `raw`, each record comes with the text that it was read from; the type of the library does not say so.
  const records = parse(text, {
    delimiter: separator,
    raw: true,
    trim: true,
    relax_column_count: true,
  }) as unknown as readonly { readonly record: readonly string[]; readonly raw: string }[]
  let line = 1
  return records.map(({ record, raw }) => {
    const begins = line
    line += raw.match(/\r\n|\n|\r/g)?.length ?? 0
    return { line: begins, cells: record }
  })
}

/** The one that the first line has most of, outside of quotes. */
function separatorOf(text: string): string {
  const firstLine = /^[^\r\n]*\S[^\r\n]*/m.exec(text)?.[0] ?? ''
  const bare = firstLine.replace(/"[^"]*"/g, '')
  const counts = separators.map((separator) => ({ separator, count: bare.split(separator).length - 1 }))
  return counts.sort((a, b) => b.count - a.count)[0]?.separator ?? ','
}

function lineOf(error: CsvError): number {
  const { lines } = error as CsvError & { readonly lines?: unknown }
  return typeof lines === 'number' ? lines : 1
}

function inWords({ code, message }: CsvError): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'quotes are opened and never closed.'
  if (code === 'INVALID_OPENING_QUOTE') return 'quotes begin in the middle of a cell.'
  if (code === 'CSV_INVALID_CLOSING_QUOTE')
    return 'something follows closing quotes; quotes inside of a cell are doubled.'
  return `${message}.`
}
