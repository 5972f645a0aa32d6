/** A stretch of a text: UTF-16 offsets, the end excluded. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** A place as editors count it, from 0: line, and column in UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/**
 * The lines of a text: what turns an offset into a line and a column. They are looked for when somebody first asks, which is where
 * there is something to show.
 */
export class Lines {
  #text: string
  #found: readonly number[] | undefined

  constructor(text: string) {
    this.#text = text
  }

  get count(): number {
    return this.#starts.length
  }

  /** Where line number `line` (from 0) begins; past the last line, where that one begins. */
  startOf(line: number): number {
    return this.#starts[Math.min(Math.max(line, 0), this.#starts.length - 1)] ?? 0
  }

  position(offset: number): Position {
    const starts = this.#starts
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low, column: offset - (starts[low] ?? 0) }
  }

  /** The offsets at which lines begin. */
  get #starts(): readonly number[] {
    this.#found ??= lineStarts(this.#text)
    this.#text = ''
    return this.#found
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10) starts.push(at + 1)
    else if (code === 13 && text.charCodeAt(at + 1) !== 10) starts.push(at + 1)
  }
  return starts
}
