const tab = 9
const lineFeed = 10
const carriageReturn = 13
const space = 32
const doubleQuote = 34
const hash = 35
const singleQuote = 39
const plus = 43
const hyphen = 45
const colon = 58
const greater = 62
const question = 63
const backslash = 92

/** Thrown where a text is not plain enough; caught by whoever began to read. Nothing else is ever thrown. */
export const unusual = Symbol('unusual')

/** A scalar with its place. `isPlain` says that it is written without quotes. */
export interface Scalar {
  readonly source: string
  readonly start: number
  readonly end: number
  readonly isPlain: boolean
  /** Where the colon stands that makes it a key; -1 where none follows. */
  readonly colon: number
}

/** A text with the place where reading goes on: its lines, comments and scalars. Gives up on whatever is not plain. */
export class CleanText {
  readonly text: string
  /** Where reading goes on. */
  at = 0
  /** Where the line begins in which `at` stands. */
  lineStart = 0

  constructor(text: string) {
    this.text = text
  }

  get column(): number {
    return this.at - this.lineStart
  }

  /** The character where reading goes on; NaN at the end. */
  get code(): number {
    return this.text.charCodeAt(this.at)
  }

  giveUp(): never {
    throw unusual
  }

  /** From the beginning of a line to the first thing that is no comment; false at the end of the text. */
  toContent(): boolean {
    const { text } = this
    for (;;) {
      this.lineStart = this.at
      while (this.code === space) this.at++
      const code = this.code
      if (code === lineFeed) this.at++
      else if (code === carriageReturn) this.at += 2
      else if (code === hash) {
        const end = text.indexOf('\n', this.at)
        this.at = end < 0 ? text.length : end + 1
      } else return this.at < text.length
    }
  }

  /** Behind a value: only a comment may follow in its line. Goes to the beginning of the next line. */
  endLine(): void {
    const from = this.at
    this.skipSpaces()
    if (this.code === hash && this.at > from) {
      const end = this.text.indexOf('\n', this.at)
      this.at = end < 0 ? this.text.length : end
    }
    const code = this.code
    if (code === lineFeed) this.at++
    else if (code === carriageReturn) this.at += 2
    else if (this.at < this.text.length) this.giveUp()
  }

  skipSpaces(): void {
    while (this.code === space) this.at++
  }

  /** Whether a hyphen stands here that begins an item of a list. */
  get isItem(): boolean {
    return this.code === hyphen && isBlank(this.text.charCodeAt(this.at + 1))
  }

  /** Whether a line stands here that separates documents. */
  get isSeparator(): boolean {
    return this.column === 0 && this.text.startsWith('---', this.at) && isBlank(this.text.charCodeAt(this.at + 3))
  }

  /** The name behind the mark of an anchor or an alias. */
  anchorName(): string {
    const start = this.at + 1
    let at = start
    for (; !isBlank(this.text.charCodeAt(at)) && !isFlowMark(this.text.charCodeAt(at)); at++);
    if (at === start) this.giveUp()
    this.at = at
    return this.text.slice(start, at)
  }

  /** A scalar in one line, and whether it is a key. In a flow collection, plain ones also end at its marks. */
  scalar(inFlow: boolean): Scalar {
    const code = this.code
    if (code !== doubleQuote && code !== singleQuote) return this.#plain(inFlow)
    const start = this.at
    const source = code === doubleQuote ? this.#doubleQuoted() : this.#singleQuoted()
    const end = this.at
    this.skipSpaces()
    const isKey = this.code === colon && (inFlow || isBlank(this.text.charCodeAt(this.at + 1)))
    const scalar = { source, start, end, isPlain: false, colon: isKey ? this.at : -1 }
    this.at = end
    return scalar
  }

  #plain(inFlow: boolean): Scalar {
    const { text } = this
    const start = this.at
    if (!this.#beginsPlain(inFlow)) this.giveUp()
    let end = start
    for (let at = start; ; at++) {
      const code = text.charCodeAt(at)
      if (code === space) continue
      if (code === colon) {
        const next = text.charCodeAt(at + 1)
        if (isBlank(next) || (inFlow && isFlowMark(next))) {
          this.at = end
          return { source: text.slice(start, end), start, end, isPlain: true, colon: at }
        }
      } else if (isBlank(code) || (inFlow && isFlowMark(code))) break
      else if (code === hash && text.charCodeAt(at - 1) === space) break
      end = at + 1
    }
    this.at = end
    return { source: text.slice(start, end), start, end, isPlain: true, colon: -1 }
  }

  #beginsPlain(inFlow: boolean): boolean {
    const code = this.code
    if (code === hyphen || code === question || code === colon) {
      const next = this.text.charCodeAt(this.at + 1)
      return !isBlank(next) && !(inFlow && isFlowMark(next))
    }
    return !isBlank(code) && !startsOther.has(code)
  }

  /** The next lines of a plain text that goes on, each further in than `indent`. Stops at what follows. */
  plainLines(first: Scalar, indent: number): { readonly source: string; readonly end: number; readonly more: boolean } {
    let { source, end } = first
    for (;;) {
      this.skipSpaces()
      const hasComment = this.code === hash
      this.at = end
      this.endLine()
      const next = this.at
      const more = this.toContent()
      if (!more || this.column <= indent) return { source, end, more }
      // A comment or an empty line in between is for the other parser, and so is what looks like anything else.
      if (hasComment || this.lineStart !== next || this.isItem) this.giveUp()
      const line = this.#plain(false)
      if (line.colon >= 0) this.giveUp()
      source += ` ${line.source}`
      end = line.end
    }
  }

  #singleQuoted(): string {
    const start = this.at + 1
    for (let at = start; ; at++) {
      const code = this.text.charCodeAt(at)
      if (code === singleQuote) {
        if (this.text.charCodeAt(at + 1) === singleQuote) at++
        else {
          this.at = at + 1
          return this.text.slice(start, at).replaceAll("''", "'")
        }
      } else if (isLineEnd(code)) this.giveUp()
    }
  }

  #doubleQuoted(): string {
    const start = this.at + 1
    let escapes = false
    for (let at = start; ; at++) {
      const code = this.text.charCodeAt(at)
      if (code === doubleQuote) {
        this.at = at + 1
        const written = this.text.slice(start, at)
        return escapes ? this.#unescaped(written) : written
      }
      if (code === backslash) {
        escapes = true
        at++
        if (isLineEnd(this.text.charCodeAt(at))) this.giveUp()
      } else if (isLineEnd(code)) this.giveUp()
    }
  }

  #unescaped(written: string): string {
    return written.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, unit: string | undefined, letter: string) =>
      unit === undefined ? (escaped[letter] ?? this.giveUp()) : String.fromCharCode(Number.parseInt(unit, 16)),
    )
  }

  /**
   * A text of several lines behind its mark `|` or `>`, with the plain forms of both: all lines of a folded one are as far in as
   * the first. Stops at the beginning of the line behind it.
   */
  blockText(indent: number): { readonly source: string; readonly end: number } {
    const { text } = this
    const folded = this.code === greater
    this.at++
    const strips = this.code === hyphen
    if (strips) this.at++
    if (this.code === plus || !isLineEnd(this.code)) this.giveUp()
    this.endLine()
    const lines: string[] = []
    let inner = -1
    let end = this.at
    for (;;) {
      const lineStart = this.at
      this.skipSpaces()
      const spaces = this.at - lineStart
      if (isLineEnd(this.code)) {
        if (inner < 0 || spaces > inner) this.giveUp()
        if (this.at === text.length) break
        lines.push('')
      } else {
        if (inner < 0) {
          if (spaces <= indent) this.giveUp()
          inner = spaces
        }
        if (spaces < inner) {
          this.at = lineStart
          break
        }
        const feed = text.indexOf('\n', this.at)
        const lineEnd = feed < 0 ? text.length : text.charCodeAt(feed - 1) === carriageReturn ? feed - 1 : feed
        if (feed < 0 && !strips) this.giveUp()
        if (folded && (spaces > inner || text.charCodeAt(lineEnd - 1) === space)) this.giveUp()
        lines.push(text.slice(lineStart + inner, lineEnd))
        end = lineEnd
        this.at = lineEnd
      }
      this.endLine()
    }
    while (lines.at(-1) === '') lines.pop()
    const source = folded ? foldedText(lines) : lines.join('\n')
    return { source: strips ? source : `${source}\n`, end }
  }

  /** Between the marks of a flow collection: its lines stand further in than `indent`. */
  skipInFlow(indent: number): void {
    for (;;) {
      const code = this.code
      if (code === space) this.at++
      else if (code === lineFeed || code === carriageReturn || (code === hash && this.#isBehindSpace())) {
        const feed = this.text.indexOf('\n', this.at)
        if (feed < 0) this.giveUp()
        this.at = feed + 1
        this.lineStart = this.at
        this.skipSpaces()
        if (this.column <= indent && !isLineEnd(this.code) && this.code !== hash) this.giveUp()
      } else return
    }
  }

  /** Between brackets, the other parser takes no comment at the beginning of a line. */
  #isBehindSpace(): boolean {
    return this.text.charCodeAt(this.at - 1) === space
  }
}

/** Lines are joined by spaces; so many empty ones between them are so many line breaks. */
function foldedText(lines: readonly string[]): string {
  let source = ''
  let breaks = 0
  for (const [at, line] of lines.entries()) {
    if (line === '') breaks++
    else {
      source += at === 0 ? line : `${breaks === 0 ? ' ' : '\n'.repeat(breaks)}${line}`
      breaks = 0
    }
  }
  return source
}

/** The letters behind a backslash that stand for one character. */
const escaped: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

/** The marks with which something else begins than a plain scalar. */
const startsOther: ReadonlySet<number> = new Set([...',[]{}#&*!|>\'"%@`'].map((mark) => mark.charCodeAt(0)))

/** A space, the end of a line or of the text. */
function isBlank(code: number): boolean {
  return code === space || code === tab || isLineEnd(code)
}

/** The end of a line or of the text. */
export function isLineEnd(code: number): boolean {
  return code === lineFeed || code === carriageReturn || Number.isNaN(code)
}

/** `,`, `[`, `]`, `{` or `}`. */
function isFlowMark(code: number): boolean {
  return code === 44 || code === 91 || code === 93 || code === 123 || code === 125
}
