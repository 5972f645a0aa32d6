import type { Range } from '../language/range.ts'
import {
  type BlockLine,
  behindProperties,
  indentOf,
  isEmpty,
  keyName,
  lineEnd,
  lineStart,
  readLine,
} from './block-line.ts'

/** A key or an item on the way from a cursor out to the document. */
export interface Ancestor {
  /** Empty for a bracket that opens in a line of its own. */
  step: string | number
  /** What stands behind the key in its line. */
  readonly value: Range | undefined
}

/** What the lines above and below say about an entry in a column. */
export interface Surroundings {
  /** Innermost first. */
  readonly ancestors: readonly Ancestor[]
  readonly taken: ReadonlySet<string>
  readonly beside: 'keys' | 'items' | undefined
  /** The key above whose list has its marks in this very column, so that another item may follow as well as another key. */
  readonly listAbove: string | undefined
}

const conflictMark = /^(?:<{7}|={7}|>{7}|\|{7})/

/**
 * Climbs from an entry to the keys and items that it stands in, then looks below for the keys beside it.
 * Undefined where its column fits nothing.
 */
export function surroundings(text: string, document: Range, own: BlockLine, column: number): Surroundings | undefined {
  const climb = new Climb(text, column)
  climb.marks(own.dashes)
  let deeper: number | undefined
  for (let next = own.start; next > document.start && !climb.isAtTop; ) {
    const start = lineStart(text, next - 1)
    const line = lineNear(text, Math.max(start, document.start), climb.column)
    next = Math.max(start, document.start)
    if (typeof line === 'number') deeper = line
    if (typeof line !== 'object') continue
    const known = climb.ancestors.length
    if (!climb.line(line)) return undefined
    // The entries of one value stand in one column.
    const isFound = known === 0 && climb.ancestors.length > 0
    if (isFound && climb.beside === undefined && deeper !== undefined && isEmpty(own)) return undefined
  }
  return lookBelow(text, document, own, column, climb)
}

/** A line that is no deeper than a column; the indentation of one that is; nothing where nothing stands. */
function lineNear(text: string, start: number, column: number): BlockLine | number | undefined {
  const indent = indentOf(text, start)
  const first = text.charAt(start + indent)
  if (first === '' || first === '\n' || first === '\r' || first === '#') return undefined
  if (indent > column) return indent
  const line = readLine(text, start, lineEnd(text, start))
  return conflictMark.test(text.slice(start, start + 7)) ? undefined : line
}

function lookBelow(
  text: string,
  document: Range,
  own: BlockLine,
  column: number,
  { ancestors, taken, beside: above, parentColumn, listAbove }: Climb,
): Surroundings | undefined {
  let beside = above
  let isFirst = true
  for (let at = text.indexOf('\n', own.end) + 1; at > 0 && at < document.end; at = text.indexOf('\n', at) + 1) {
    const line = lineNear(text, at, column)
    if (line === undefined) continue
    const indent = typeof line === 'number' ? line : line.indent
    const fits = indent === column || indent <= parentColumn || beside !== undefined
    if (isFirst && !fits && isEmpty(own)) return undefined
    isFirst = false
    if (typeof line === 'number') continue
    if (indent < column) break
    if (line.dashes.length > 0) beside ??= 'items'
    else if (line.key !== undefined) {
      beside = 'keys'
      taken.add(keyName(text, line.key))
    }
  }
  return { ancestors, taken, beside, listAbove }
}

/** The way up: which column the next key or item outwards must stand left of. */
class Climb {
  readonly ancestors: Ancestor[] = []
  /** The keys above in the entry's own mapping. */
  readonly taken = new Set<string>()
  beside: 'keys' | 'items' | undefined
  listAbove: string | undefined
  /** The column of the innermost key or list mark that the entry stands in. */
  parentColumn = -1
  column: number
  #isItem = false
  /** Whether list marks stand in the entry's own column, and no key has been seen there yet. */
  #marksAbove = false
  readonly #text: string

  constructor(text: string, column: number) {
    this.#text = text
    this.column = column
  }

  /** Nothing further up can matter: the entry's own level is read, and its way out is known. */
  get isAtTop(): boolean {
    return this.column === 0 && !this.#isItem && this.ancestors.length > 0
  }

  /** The list marks of a line, from its end. */
  marks(dashes: readonly number[]): void {
    for (const column of dashes.toReversed()) {
      const current = this.ancestors.at(-1)
      if (column < this.column) this.#enter({ step: 0, value: undefined }, column, true)
      else if (column > this.column) continue
      else if (!this.#isItem) {
        if (current === undefined && this.beside !== 'keys') {
          this.beside = 'items'
          this.#marksAbove = true
        }
      } else if (typeof current?.step === 'number') current.step++
    }
  }

  /** A line above, no deeper than the column; false where what was found so far cannot stand in it. */
  line({ start, content, key, value, dashes }: BlockLine): boolean {
    const column = content.start - start
    const first = key?.start ?? behindProperties(this.#text, content)
    if (first < content.end && column <= this.column) {
      if (key !== undefined) this.#key(keyName(this.#text, key), value, column)
      else if (column < this.column || (dashes.length > 0 && this.ancestors.length === 0)) {
        // What follows a plain text or a text in quotes belongs to it.
        if (!/[{[]/.test(this.#text.charAt(first))) return false
        this.#enter({ step: '', value: content }, column, false)
      }
    }
    this.marks(dashes)
    return true
  }

  #key(name: string, value: Range | undefined, column: number): void {
    // A list may stand in the column of its own key.
    if (column < this.column || this.#isItem) this.#enter({ step: name, value }, column, false)
    else if (this.ancestors.length === 0) {
      if (this.#marksAbove) this.listAbove = name
      this.#marksAbove = false
      this.beside = 'keys'
      this.taken.add(name)
    }
  }

  #enter(ancestor: Ancestor, column: number, isItem: boolean): void {
    if (this.ancestors.length === 0) this.parentColumn = column
    this.ancestors.push(ancestor)
    this.column = column
    this.#isItem = isItem
  }
}
