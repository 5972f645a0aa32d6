import { Lexer } from 'yaml'
import type { Range } from '../range.ts'

const scalarFollows = '\u001F'
const widthless = new Set(['\u0002', '\u0018', scalarFollows])

/** A YAML text with its comments and lines, as edits need them: where lines end, what stands alone, what is a comment. */
export class SourceText {
  readonly text: string
  /** The line end that most lines have; the first kind on a tie. */
  readonly lineBreak: '\n' | '\r\n'
  /** Every comment, from its "#" to the end of its line, in the order of writing. */
  readonly comments: readonly Range[]

  constructor(text: string) {
    this.text = text
    const breaks = text.split('\n').length - 1
    const returns = text.split('\r\n').length - 1
    this.lineBreak = returns > 0 && returns * 2 >= breaks ? '\r\n' : '\n'
    this.comments = commentsOf(text)
  }

  slice(range: Range): string {
    return this.text.slice(range.start, range.end)
  }

  /** Where the line of an offset begins. */
  lineStart(offset: number): number {
    return offset === 0 ? 0 : this.text.lastIndexOf('\n', offset - 1) + 1
  }

  /** Where the line of an offset ends, before its line break. */
  lineEnd(offset: number): number {
    const found = this.text.indexOf('\n', offset)
    if (found < 0) return this.text.length
    return found > offset && this.text.charAt(found - 1) === '\r' ? found - 1 : found
  }

  /** Where the line before the one of an offset ends; 0 before the first. */
  previousLineEnd(offset: number): number {
    const start = this.lineStart(offset)
    return Math.max(0, this.text.charAt(start - 2) === '\r' ? start - 2 : start - 1)
  }

  /** Where the line after the one that ends at `lineEnd` begins; undefined after the last. */
  nextLine(lineEnd: number): number | undefined {
    const found = this.text.indexOf('\n', lineEnd)
    return found < 0 ? undefined : found + 1
  }

  column(offset: number): number {
    return offset - this.lineStart(offset)
  }

  /** The spaces that the line of an offset begins with. */
  indent(offset: number): number {
    return /^ */.exec(this.text.slice(this.lineStart(offset), offset))?.[0].length ?? 0
  }

  sameLine(from: number, to: number): boolean {
    return !this.text.slice(from, to).includes('\n')
  }

  /** Whether only white space stands before the offset in its line. */
  leadsItsLine(offset: number): boolean {
    return isBlank(this.text.slice(this.lineStart(offset), offset))
  }

  isBlankLine(offset: number): boolean {
    return isBlank(this.text.slice(this.lineStart(offset), this.lineEnd(offset)))
  }

  /** The end of the last of the blank lines that follow the line that ends at `lineEnd`; the last line break of the text stays. */
  blanksEnd(lineEnd: number): number {
    let end = lineEnd
    for (
      let next = this.nextLine(end);
      next !== undefined && next < this.text.length && this.isBlankLine(next);
      next = this.nextLine(end)
    )
      end = this.lineEnd(next)
    return end
  }

  commentsIn(start: number, end: number): readonly Range[] {
    return this.comments.filter((comment) => comment.start >= start && comment.end <= end)
  }

  /** A comment that follows something in its line, with the white space before it. */
  withGap(comment: Range): string {
    let start = comment.start
    while (start > 0 && isBlank(this.text.charAt(start - 1)) && this.text.charAt(start - 1) !== '\n') start--
    return this.text.slice(start, comment.end)
  }

  /**
   * The end of the last line of comments that follow a line and stand in a column or right of it; the given end when none does.
   * Blank lines count only between such comments. Not for use inside [ ] and { }.
   */
  commentsEnd(lineEnd: number, column: number): number {
    let end = lineEnd
    for (let next = this.nextLine(lineEnd); next !== undefined; ) {
      const nextEnd = this.lineEnd(next)
      const line = this.text.slice(next, nextEnd)
      if (!isBlank(line)) {
        const indent = /^ *(?=#)/.exec(line)?.[0].length
        if (indent === undefined || indent < column) break
        end = nextEnd
      }
      next = this.nextLine(nextEnd)
    }
    return end
  }
}

export function isBlank(text: string): boolean {
  return !/\S/.test(text)
}

function commentsOf(text: string): readonly Range[] {
  const comments: Range[] = []
  let offset = 0
  let scalar = false
  for (const lexeme of new Lexer().lex(text)) {
    if (widthless.has(lexeme)) {
      scalar = lexeme === scalarFollows
      continue
    }
    if (!scalar && lexeme.startsWith('#')) {
      const length = lexeme.endsWith('\r') ? lexeme.length - 1 : lexeme.length
      comments.push({ start: offset, end: offset + length })
    }
    scalar = false
    offset += lexeme.length
  }
  return comments
}
