import { isCalendarDate } from './calendar-date.ts'
import type { Range } from './range.ts'
import { isPlaceholder } from './schema-problems.ts'
import type { SourceTree } from './source-tree.ts'

/** A comment that suppresses the findings of one rule: `# concord-ignore performance/forced-distribution until=2027-03-31 reason="replaced in Q1"`. */
export interface Suppression {
  /** From the # to the comment's end. */
  readonly range: Range
  /** The comment with what would be left over if only it were removed: its line, or the spaces in front of it. */
  readonly removal: Range
  /** Empty while it is not said. */
  readonly rule: string
  /** The last day on which it holds, as an ISO date. */
  readonly until: string
  readonly reason: string
  /** The entries that it stands above or beside, each whole: findings that begin in here are meant. */
  readonly covers: Range
  /** What is wrong with how it is written; such a one suppresses nothing. */
  readonly fault: string | undefined
}

/** Whether a rule's findings are never hidden: text that could not be read, and what is wrong with suppressions. */
export function cannotBeSuppressed(rule: string): boolean {
  return /^language\/(?:syntax$|unreadable$|suppression-)/.test(rule)
}

const comment = /(?<=^|[ \t])#[ \t]*concord-ignore(\S*)([^\r\n]*)/gm
const example = 'concord-ignore performance/forced-distribution until=2027-03-31 reason="replaced in the first quarter"'

/**
 * The suppressions in a text, each with what it covers of the documents. A comment behind something covers the entries that begin in
 * its line; one in a line of its own those that begin in the next line that says something. An entry is a key with its value or an
 * item of a list, and the first line of a policy stands for the whole policy.
 */
export function suppressionsIn(text: string, trees: readonly SourceTree[]): readonly (readonly Suppression[])[] {
  const found: Suppression[][] = trees.map(() => [])
  if (!text.includes('concord-ignore')) return found
  const documents = trees.map((tree) => new Entries(tree))
  for (const match of text.matchAll(comment)) {
    const range = { start: match.index, end: match.index + match[0].trimEnd().length }
    if (documents.some((entries) => entries.isInsideValue(range.start))) continue
    const parts = { ...partsOf(match[1] ?? '', (match[2] ?? '').trim()), range, removal: removalOf(text, range) }
    const line = lineMeant(text, range)
    const covered = documents.map((entries) => entries.beginningIn(line))
    const index = covered.findIndex((each) => each !== undefined)
    const covers = covered[index]
    if (covers !== undefined) found[index]?.push({ ...parts, covers })
    else {
      const fault = parts.fault ?? 'There is nothing below it that it could be about.'
      found[nearestAbove(trees, range.start)]?.push({ ...parts, covers: range, fault })
    }
  }
  return found
}

type Parts = Pick<Suppression, 'rule' | 'until' | 'reason' | 'fault'>

function partsOf(suffix: string, written: string): Parts {
  const none: Parts = { rule: '', until: '', reason: '', fault: undefined }
  if (suffix !== '') return { ...none, fault: `It begins with "concord-ignore" and a space: "${example}".` }
  const [, rule = '', rest = written] = /^([^\s=]+)(?=\s|$)([^\n]*)$/.exec(written) ?? []
  const given = new Map<string, string>()
  let left = rest.trim()
  while (left !== '') {
    const part = /^([a-z]+)=("(?:[^"\\]|\\.)*"|[^\s"]\S*)(?=\s|$)/.exec(left)
    const [all, name = '', value = ''] = part ?? []
    if (all === undefined)
      return { ...none, rule, fault: `What "${left}" means is not clear. For example: "${example}".` }
    if (name !== 'until' && name !== 'reason')
      return { ...none, rule, fault: `It has no "${name}", only "until" and "reason".` }
    if (given.has(name)) return { ...none, rule, fault: `"${name}" is there twice.` }
    if (name === 'reason' && !value.startsWith('"'))
      return { ...none, rule, fault: 'The reason stands in double quotes: reason="replaced in the first quarter".' }
    given.set(name, value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, '$1').trim() : value)
    left = left.slice(all.length).trim()
  }
  const parts = { rule, until: given.get('until') ?? '', reason: given.get('reason') ?? '' }
  return { ...parts, fault: faultOf(parts) }
}

function faultOf({ rule, until, reason }: Pick<Suppression, 'rule' | 'until' | 'reason'>): string | undefined {
  if (rule === '') return `It does not say which rule it is about. For example: "${example}".`
  if (until === '')
    return 'It does not say until when: add until=, with the last day on which it holds, such as until=2027-03-31.'
  if (!isCalendarDate(until)) return `"${until}" is no day that exists, written as year-month-day, such as 2027-03-31.`
  if (reason === '') return 'It does not say why: add reason="…".'
  if (isPlaceholder(reason)) return 'Its reason is still to be filled in.'
  return undefined
}

/** The line that a comment is about, without its line break. */
function lineMeant(text: string, { start }: Range): Range {
  let from = text.lastIndexOf('\n', start - 1) + 1
  let to = endOfLine(text, from)
  // A comment in a line of its own is about the next line that says something; a list mark alone says nothing yet.
  while (/^[ \t\r-]*(?:#[^\n]*)?$/.test(text.slice(from, to)) && to < text.length) {
    from = to + 1
    to = endOfLine(text, from)
  }
  return { start: from, end: to }
}

function removalOf(text: string, { start, end }: Range): Range {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const blanks = /[ \t]*$/.exec(text.slice(from, start))?.[0].length ?? 0
  if (start - blanks > from) return { start: start - blanks, end }
  return { start: from, end: Math.min(endOfLine(text, end) + 1, text.length) }
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

/** Where the entries of a document begin and end, in the order of the text. */
class Entries {
  /** Plain values and keys, in which a # begins no comment. */
  readonly #plain: readonly Range[]
  /** From the key, or an item's beginning, to the end of the value. */
  readonly #whole: readonly Range[]
  readonly #values: readonly Range[]

  constructor(tree: SourceTree) {
    const plain: Range[] = []
    const whole: Range[] = []
    const values: Range[] = []
    for (let node = 0; node < tree.size; node++) {
      const [key, value] = [tree.key(node), tree.value(node)]
      plain.push(key.written ?? key.used)
      if (!tree.hasChildren(node)) plain.push(value.written ?? value.used)
      else if (key.used.start === value.used.start) plain.pop()
      whole.push({ start: key.used.start, end: Math.max(key.used.end, value.used.end) })
      values.push(value.used)
    }
    this.#plain = plain.sort(byStart)
    this.#whole = whole.sort(byStart)
    this.#values = values.sort(byStart)
  }

  isInsideValue(offset: number): boolean {
    const next = this.#plain[firstFrom(this.#plain, offset + 1) - 1]
    return next !== undefined && next.start <= offset && offset < next.end
  }

  /** From the first to the last character of everything that begins in a line. */
  beginningIn(line: Range): Range | undefined {
    // A value in a line below its key has that line to itself.
    const end = endOfThoseIn(line, this.#whole) ?? endOfThoseIn(line, this.#values)
    // What is missing at the end of a line begins where the line ends.
    return end === undefined ? undefined : { start: line.start, end: Math.max(line.end, end) + 1 }
  }
}

function endOfThoseIn(line: Range, ranges: readonly Range[]): number | undefined {
  let end: number | undefined
  for (let at = firstFrom(ranges, line.start); (ranges[at]?.start ?? line.end) < line.end; at++)
    end = Math.max(end ?? 0, ranges[at]?.end ?? 0)
  return end
}

/** The index of the first range that begins at an offset or behind it. */
function firstFrom(ranges: readonly Range[], offset: number): number {
  let [low, high] = [0, ranges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

function byStart(a: Range, b: Range): number {
  return a.start - b.start || a.end - b.end
}

/** The last document that begins above an offset; the first one where none does. */
function nearestAbove(trees: readonly SourceTree[], offset: number): number {
  return Math.max(
    trees.findLastIndex((tree) => tree.value(0).used.start <= offset),
    0,
  )
}
