/** Choices taken from a list of numbers, so that a failing sample shrinks to a simple one. */
export class Choices {
  readonly #numbers: readonly number[]
  #at = 0

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers
  }

  /** A number from 0 to `below` - 1; 0 once the list is used up. */
  below(below: number): number {
    return (this.#numbers[this.#at++] ?? 0) % below
  }

  /** True once in so many times. */
  once(times: number): boolean {
    return this.below(times) === times - 1
  }

  from<T>(options: readonly [T, ...T[]]): T {
    return options[this.below(options.length)] ?? options[0]
  }
}

export interface Sample {
  readonly text: string
  /** How many comments there are: "# c0", "# c1" and so on. */
  readonly comments: number
  readonly aliases: boolean
}

/** A YAML document in mixed styles: block and flow, quoted, plain and block texts, indented and bare lists, comments everywhere. */
export function sampleDocument(choices: Choices, options: { readonly aliases: boolean }): Sample {
  return new SampleWriter(choices, options.aliases).write()
}

const words = ['kpi', 'fte', 'a b', 'it is', 'x:y', 'yes', '12', 'é', 'no # comment', 'https://x.y/z?a=1#b'] as const
const keys = ['mode', 'levels', 'owner', 'share', 'term', 'note'] as const

class SampleWriter {
  readonly #choices: Choices
  readonly #aliases: boolean
  readonly #step: number
  readonly #listStep: number
  readonly #anchors: string[] = []
  #anchorCount = 0
  #comments = 0
  #aliased = false

  constructor(choices: Choices, aliases: boolean) {
    this.#choices = choices
    this.#aliases = aliases
    this.#step = choices.from([2, 4, 3])
    this.#listStep = choices.from([this.#step, 0])
  }

  write(): Sample {
    const choices = this.#choices
    const lines: string[] = []
    if (choices.once(4)) lines.push(...this.#ownComments(0))
    const marked = choices.once(4)
    if (marked) lines.push(`---${this.#trailing()}`)
    if (choices.once(8)) lines.push(...this.#flowLines('', this.#flow(2, choices.once(2)), ''))
    else lines.push(...this.#map(0, 3))
    if (choices.once(3)) lines.push(...this.#ownComments(0))
    if (choices.once(6)) lines.push('...')
    const lineBreak = choices.from(['\n', '\r\n'])
    const text = lines.join('\n') + (choices.once(3) ? '' : '\n')
    return { text: text.replaceAll('\n', lineBreak), comments: this.#comments, aliases: this.#aliased }
  }

  #map(column: number, depth: number): string[] {
    const names = keys.filter(() => this.#choices.below(3) > 0).slice(0, 4)
    const pad = ' '.repeat(column)
    return (names.length > 0 ? names : ['note']).flatMap((name) => {
      const before = this.#choices.once(5) ? this.#ownComments(column) : []
      return [...before, ...this.#after(`${pad}${this.#key(name)}:`, column, depth, false)]
    })
  }

  #list(column: number, depth: number): string[] {
    const count = 1 + this.#choices.below(3)
    return Array.from({ length: count }).flatMap(() => {
      const before = this.#choices.once(6) ? this.#ownComments(column) : []
      return [...before, ...this.#after(`${' '.repeat(column)}-`, column, depth, true)]
    })
  }

  /** A value after "key:" or "-". */
  #after(head: string, column: number, depth: number, item: boolean): string[] {
    if (this.#anchors.length > 0 && this.#choices.once(4)) return [`${head} ${this.#alias()}${this.#trailing()}`]
    const name = this.#aliases && this.#choices.once(4) ? `m${this.#anchorCount++}` : undefined
    const lines = this.#value(head, name === undefined ? '' : ` &${name}`, column, depth, item)
    if (name !== undefined) this.#anchors.push(name)
    return lines
  }

  #value(head: string, anchor: string, column: number, depth: number, item: boolean): string[] {
    const choices = this.#choices
    const kind = choices.below(depth > 0 ? 9 : 6)
    switch (kind) {
      case 0:
      case 1:
        return [`${head}${anchor} ${this.#scalar()}${this.#trailing()}`]
      case 2:
        return [`${head}${anchor}${this.#trailing()}`, ...(choices.once(3) ? this.#ownComments(column + 1) : [])]
      case 3:
        return this.#flowLines(`${head}${anchor} `, this.#flow(2, choices.once(3)), this.#trailing(), column + 1)
      case 4:
        return this.#text(head + anchor, column)
      case 5:
        return [`${head}${anchor} first word`, `${' '.repeat(column + 2)}and another${this.#trailing()}`]
      default:
        break
    }
    const compact = item && anchor === '' && choices.below(2) === 0
    const list = choices.once(2)
    const inner = compact ? column + 2 : column + (item ? 2 : list ? this.#listStep : this.#step)
    const lines = list ? this.#list(inner, depth - 1) : this.#map(inner, depth - 1)
    if (compact && !lines[0]?.trimStart().startsWith('#'))
      return [`${head} ${lines[0]?.trimStart()}`, ...lines.slice(1)]
    const after = choices.once(6) ? this.#ownComments(inner) : []
    return [
      `${head}${anchor}${this.#trailing()}`,
      ...(choices.once(6) ? this.#ownComments(inner) : []),
      ...lines,
      ...after,
    ]
  }

  #text(head: string, column: number): string[] {
    const choices = this.#choices
    const pad = ' '.repeat(column + 2)
    const header = choices.from(['|', '>', '|-', '>-', '|+'])
    const blank = choices.once(3) ? [''] : []
    return [
      `${head} ${header}${this.#trailing()}`,
      `${pad}first # line`,
      ...blank,
      `${pad}second`,
      ...(choices.once(3) ? ['', ''] : []),
    ]
  }

  #flow(depth: number, json: boolean): string[] {
    const choices = this.#choices
    const list = choices.once(2)
    const count = choices.below(4)
    const [open, close] = list ? ['[', ']'] : ['{', '}']
    const entries = Array.from({ length: count }).map((_, position) => {
      const nested = depth > 0 && choices.once(3)
      const value = nested
        ? this.#flow(depth - 1, json).join(' ')
        : json
          ? choices.from(['1', '"x"', 'null', 'true'])
          : choices.from(['1', 'word', 'a b', "'q'", '"r"'])
      if (list) return value
      const name = keys[position] ?? 'other'
      return json
        ? `"${name}":${choices.once(2) ? '' : ' '}${value}`
        : choices.once(8) && !nested
          ? name
          : `${name}: ${value}`
    })
    if (count === 0 || entries.some((entry) => entry.includes('#')) || choices.below(3) > 0 || depth < 2) {
      const pad = !list && choices.once(2) ? ' ' : ''
      return [
        `${open}${pad}${entries.join(choices.once(4) ? ',' : ', ')}${count > 0 && !json && choices.once(5) ? ',' : ''}${pad}${close}`,
      ]
    }
    const lines = entries.map(
      (entry, position) =>
        `  ${entry}${position < count - 1 || (!json && choices.once(2)) ? ',' : ''}${json ? '' : this.#trailing()}`,
    )
    return [open, ...lines, ...(json || choices.below(4) > 0 ? [] : this.#ownComments(2)), close]
  }

  #flowLines(head: string, lines: readonly string[], tail: string, column = 0): string[] {
    return lines.map(
      (line, position) =>
        (position === 0 ? head + line : ' '.repeat(column) + line) + (position === lines.length - 1 ? tail : ''),
    )
  }

  #scalar(): string {
    const word = this.#choices.from(words)
    return this.#choices.from(['5', 'plain', `"${word}"`, `'${word}'`, 'null', 'true', '1.50', '~'])
  }

  #key(name: string): string {
    return this.#choices.once(8) ? `"${name}"` : this.#choices.once(9) ? `'${name}'` : name
  }

  #alias(): string {
    this.#aliased = true
    return `*${this.#anchors[this.#choices.below(this.#anchors.length)]}`
  }

  #trailing(): string {
    return this.#choices.once(4) ? `${this.#choices.from([' ', '  '])}# c${this.#comments++}.` : ''
  }

  #ownComments(column: number): string[] {
    const blank = this.#choices.once(4) ? [''] : []
    return [
      ...blank,
      `${' '.repeat(column)}# c${this.#comments++}.`,
      ...(this.#choices.once(3) ? [`${' '.repeat(column)}# c${this.#comments++}.`] : []),
      ...blank,
    ]
  }
}
