import { columns } from './columns.ts'

/** A text in lines of at most `width` columns, each with the indent; words longer than a line stay whole. */
export function wrapped(text: string, width: number, indent: string): string {
  const room = Math.max(20, width - columns(indent))
  const rows: string[] = []
  let row = ''
  for (const word of text.split(/\s+/)) {
    const joined = row === '' ? word : `${row} ${word}`
    if (row === '' || columns(joined) <= room) row = joined
    else {
      rows.push(row)
      row = word
    }
  }
  return [...rows, row].map((line) => indent + line).join('\n')
}
