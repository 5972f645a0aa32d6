import type { Range } from '../language/range.ts'

/** One line of YAML outside brackets, taken apart without a parser, so that half-typed and broken text can be read as well. */
export interface BlockLine {
  /** Offsets; the line break is not part of it. */
  readonly start: number
  readonly end: number
  /** The column of the first character; of the end where there is none. */
  readonly indent: number
  /** The columns of the list marks that the line begins with. */
  readonly dashes: readonly number[]
  /** What follows the list marks, without a comment and spaces at the end; empty at the end of the line where nothing does. */
  readonly content: Range
  /** The key that the content begins with, as it is written (with quotes), if a colon follows it; empty in front of a bare colon. */
  readonly key: Range | undefined
  /** What follows the key's colon; empty where nothing does. */
  readonly value: Range | undefined
  /** Where a comment begins. */
  readonly comment: number | undefined
}

const keyPattern = /("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'#&*!|>%@`[\]{},:].*?|)[ \t]*:(?=[ \t]|$)/y
const quotedPattern = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/y
const propertiesPattern = /(?:[&!]\S*(?:[ \t]+|(?=[\r\n])|$))*/y

/** The line that an offset stands in. */
export function lineAt(text: string, offset: number): BlockLine {
  const start = lineStart(text, offset)
  return readLine(text, start, lineEnd(text, start))
}

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
}

export function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  if (end < 0) return text.length
  return end > from && text.charCodeAt(end - 1) === 13 ? end - 1 : end
}

export function indentOf(text: string, start: number): number {
  let at = start
  while (text.charCodeAt(at) === 32) at++
  return at - start
}

/** Whether nothing but a comment stands in a line. */
export function isEmpty({ dashes, content }: BlockLine): boolean {
  return dashes.length === 0 && content.start === content.end
}

export function readLine(text: string, start: number, end: number): BlockLine {
  const line = text.slice(start, end)
  const indent = skipBlanks(line, 0, ' ')
  const dashes: number[] = []
  let at = indent
  while (line[at] === '-' && (at + 1 === line.length || /[ \t]/.test(line[at + 1] ?? ''))) {
    dashes.push(at)
    at = skipBlanks(line, at + 1)
  }
  const key = keyAt(line, behindProperties(line, { start: at, end: line.length }))
  const value = key === undefined ? at : skipBlanks(line, line.indexOf(':', key.end) + 1)
  const comment = commentIn(line, value)
  const contentEnd = Math.max(at, line.slice(0, comment).trimEnd().length)
  const placed = (from: number): Range => ({ start: start + Math.min(from, contentEnd), end: start + contentEnd })
  return {
    start,
    end,
    indent,
    dashes,
    content: placed(at),
    key: key === undefined ? undefined : { start: start + key.start, end: start + key.end },
    value: key === undefined ? undefined : placed(value),
    comment: comment === undefined ? undefined : start + comment,
  }
}

/** The name that a key says, without its quotes. */
export function keyName(text: string, { start, end }: Range): string {
  const written = text.slice(start, end)
  const quote = written.charAt(0)
  if (quote === "'") return written.slice(1, -1).replaceAll("''", "'")
  return quote === '"' ? written.slice(1, -1).replace(/\\(.)/g, '$1') : written
}

/** Where something begins behind its anchor and tag. */
export function behindProperties(text: string, { start, end }: Range): number {
  propertiesPattern.lastIndex = start
  return Math.min(start + (propertiesPattern.exec(text)?.[0].length ?? 0), end)
}

function keyAt(line: string, at: number): Range | undefined {
  keyPattern.lastIndex = at
  const word = keyPattern.exec(line)?.[1]
  if (word === undefined || /^[^"'].*\s#/.test(word)) return undefined
  return { start: at, end: at + word.length }
}

function skipBlanks(line: string, from: number, blanks = ' \t'): number {
  let at = from
  while (at < line.length && blanks.includes(line.charAt(at))) at++
  return at
}

/** A comment begins with a # behind a space or at the beginning, outside a quoted value. */
function commentIn(line: string, from: number): number | undefined {
  quotedPattern.lastIndex = from
  const behindQuotes = from + (quotedPattern.exec(line)?.[0].length ?? 0)
  for (let at = line.indexOf('#', behindQuotes); at >= 0; at = line.indexOf('#', at + 1)) {
    if (at === from || /[ \t]/.test(line.charAt(at - 1))) return at
  }
  return undefined
}
