import { blank, isApart, partIn } from './broken-part.ts'
import { CleanText, isLineEnd, type Scalar, unusual } from './clean-text.ts'
import { fitted } from './fitted.ts'
import { plainValue } from './plain-values.ts'
import type { Problem } from './problem.ts'
import type { Range } from './range.ts'
import type { SourceDocument, Value } from './source-document.ts'
import { SourceTreeBuilder } from './source-tree.ts'

/**
 * Reads a text that is valid and written plainly, which nearly all are: blocks and lists, flow collections, texts in quotes and of
 * several lines. Undefined for every other text, which the parser that recovers from errors has to read; it takes many times as long,
 * and what both read is the same (a test compares them).
 */
export function readCleanDocuments(text: string): readonly SourceDocument[] | undefined {
  if (text.includes('\t') || text.includes('\uFEFF') || /\r(?!\n)/.test(text)) return undefined
  try {
    return new CleanReader(text).read()
  } catch (error) {
    if (error === unusual) return undefined
    throw error
  }
}

/**
 * Reads a text of which one member of the document, or of a mapping directly under it, is broken or unusual, as a text is while it is
 * edited. `readPart` reads that member as the parser does that recovers from errors, from a text in which all else is blank; the rest
 * is read as above. Undefined where it cannot be told that the parser would say the same of the whole text, or does not get to the
 * member behind it unharmed.
 */
export function readAroundBreak(
  text: string,
  readPart: (part: string) => SourceDocument | undefined,
): readonly SourceDocument[] | undefined {
  if (text.includes('\t') || text.includes('\uFEFF') || /\r(?!\n)|^(?:---|\.\.\.|%)/m.test(text)) return undefined
  try {
    return new CleanReader(text, readPart).read()
  } catch (error) {
    if (error === unusual) return undefined
    throw error
  }
}

/** Levels of nesting; policies have about ten. */
const deepest = 60

/** Longer keys are an error in YAML. */
const longestKey = 1000

/** What a value belongs to: a node, and the key or position under it. */
interface Slot {
  readonly parent: number
  readonly step: string | number
  readonly key: Range | undefined
}

const bracket = 91
const brace = 123
const closingBracket = 93
const closingBrace = 125
const comma = 44
const hash = 35
const space = 32
const ampersand = 38
const asterisk = 42
const bar = 124
const greater = 62

/** What begins neither a list nor a mapping over several lines. */
const inLineOnly: ReadonlySet<number> = new Set([bracket, brace, ampersand, asterisk, bar, greater])

/** What an anchor marks: a node, the first node behind it, and its value. */
interface Anchored {
  readonly node: number
  readonly behind: number
  readonly value: Value
}

/** An alias behind a merge key. */
interface Merge {
  readonly from: Anchored
  readonly use: Range
}

/** So many nodes may come by aliases; the other parser counts, and says so. */
const mostBrought = 1000

type ReadPart = (part: string) => SourceDocument | undefined

/** A mapping that is being read. */
interface Open {
  readonly node: number
  readonly column: number
  readonly value: { [key: string]: Value }
  /** Its own key, where it is a member of the document itself. */
  readonly under: Scalar | undefined
}

class CleanReader {
  readonly #text: CleanText
  #tree = new SourceTreeBuilder()
  /** Where the last value read ends. */
  #end = 0
  /** Whether anything follows the last value read; then reading stands at it. */
  #more = false
  #depth = 0
  /** The key of the document's member that is being read. */
  #member: Scalar | undefined
  #anchors = new Map<string, Anchored>()
  #brought = 0
  /** For the one member that may be read by the other parser. */
  #readPart: ReadPart | undefined
  #problems: readonly Problem[] = []

  constructor(text: string, readPart?: ReadPart) {
    this.#text = new CleanText(text)
    this.#readPart = readPart
  }

  read(): readonly SourceDocument[] {
    const text = this.#text
    const documents: { readonly value: Value; readonly tree: SourceTreeBuilder; readonly start: number }[] = []
    let start = 0
    if (!text.toContent()) text.giveUp()
    if (text.isSeparator) this.#passSeparator()
    for (;;) {
      this.#tree = new SourceTreeBuilder()
      this.#anchors = new Map()
      documents.push({ value: this.#root(), tree: this.#tree, start })
      if (!this.#more) break
      if (!text.isSeparator) text.giveUp()
      start = text.at
      this.#passSeparator()
    }
    return documents.map(({ value, tree, start }, at) => ({
      value,
      tree: tree.build(),
      range: { start, end: documents[at + 1]?.start ?? text.text.length },
      problems: this.#problems,
    }))
  }

  #root(): Value {
    const text = this.#text
    const slot = { parent: -1, step: '', key: undefined }
    // JSON. Inside brackets without indentation, comments and what separates documents are a matter of opinion.
    if (text.code === brace) return /#|---|\.\.\./.test(text.text) ? text.giveUp() : this.#inLine(slot, -1)
    const { column } = text
    const key = text.scalar(false)
    return key.colon < 0 ? text.giveUp() : this.#mapping(slot, key, column)
  }

  #passSeparator(): void {
    const text = this.#text
    text.at += 3
    text.endLine()
    if (!text.toContent() || text.isSeparator) text.giveUp()
  }

  /**
   * What stands at the beginning of a line, or behind the hyphen of an item, further in than `indent`; what it belongs to, a key or a
   * hyphen, ends at `from`.
   */
  #block(slot: Slot, indent: number, from: number): Value {
    const text = this.#text
    if (text.isItem) return this.#list(slot, text.column)
    const code = text.code
    if (inLineOnly.has(code)) return this.#inLine(slot, indent)
    const { column } = text
    const scalar = text.scalar(false)
    if (scalar.colon >= 0) return this.#mapping(slot, scalar, column)
    // Behind a comment, the other parser may take what follows such a scalar for more of it.
    if (text.text.slice(from, scalar.start).includes('#')) text.giveUp()
    return this.#scalar(slot, scalar, indent)
  }

  /** What begins in the line of its key. */
  #inLine(slot: Slot, indent: number): Value {
    const text = this.#text
    const code = text.code
    if (code === ampersand) return this.#anchored(slot, indent)
    if (code === asterisk) {
      const value = this.#alias(slot)
      this.#goOn()
      return value
    }
    if (code === bracket || code === brace) {
      const value = this.#flow(slot, indent)
      this.#goOn()
      return value
    }
    if (code === bar || code === greater) {
      const start = text.at
      const { source, end } = text.blockText(indent)
      this.#add(slot, start, trimmedEnd(text.text, { start, end }))
      this.#more = text.toContent()
      return source
    }
    if (text.isItem) text.giveUp()
    const scalar = text.scalar(false)
    return scalar.colon < 0 ? this.#scalar(slot, scalar, indent) : text.giveUp()
  }

  /** A value that is marked to be used again, in its line or on the lines below. */
  #anchored(slot: Slot, indent: number): Value {
    const text = this.#text
    const name = text.anchorName()
    if (this.#anchors.has(name)) text.giveUp()
    const node = this.#tree.size
    const behindName = text.at
    let value: Value
    if (this.#isLastInLine()) {
      this.#goOn()
      if (!this.#more || text.column <= indent) text.giveUp()
      value = this.#block(slot, indent, behindName)
    } else {
      text.skipSpaces()
      if (text.code === ampersand || text.code === asterisk) text.giveUp()
      value = this.#inLine(slot, indent)
    }
    this.#anchors.set(name, { node, behind: this.#tree.size, value })
    return value
  }

  #alias(slot: Slot): Value {
    const { from, use } = this.#aliased()
    this.#tree.bring(this.#repeat(from, slot), use, false)
    this.#end = use.end
    return copied(from.value)
  }

  #aliased(): Merge {
    const text = this.#text
    const start = text.at
    const from = this.#anchors.get(text.anchorName()) ?? text.giveUp()
    return { from, use: { start, end: text.at } }
  }

  #repeat({ node, behind }: Pick<Anchored, 'node' | 'behind'>, { parent, step, key }: Slot): number {
    this.#brought += behind - node
    if (this.#brought > mostBrought) this.#text.giveUp()
    return this.#tree.repeat(node, behind, parent, step, key)
  }

  #scalar(slot: Slot, scalar: Scalar, indent: number): Value {
    if (!scalar.isPlain) {
      this.#add(slot, scalar.start, scalar.end)
      this.#goOn()
      return scalar.source
    }
    const { source, end, more } = this.#text.plainLines(scalar, indent)
    this.#add(slot, scalar.start, end)
    this.#more = more
    return plainValue(source)
  }

  #goOn(): void {
    this.#text.endLine()
    this.#more = this.#text.toContent()
  }

  #add({ parent, step, key }: Slot, start: number, end: number): number {
    this.#end = end
    return this.#tree.add(parent, step, key, { start, end })
  }

  #mapping(slot: Slot, first: Scalar, column: number): Value {
    const text = this.#text
    if (++this.#depth > deepest) text.giveUp()
    const node = this.#add(slot, first.start, first.start)
    const value: { [key: string]: Value } = {}
    const merges: Merge[] = []
    const own = { node, column, value, under: slot.parent < 0 ? undefined : this.#member }
    for (let key = first; ; key = text.scalar(false)) {
      if (slot.parent < 0) this.#member = key
      const { size } = this.#tree
      const depth = this.#depth
      try {
        this.#checkKey(key, value)
        text.at = key.colon + 1
        if (key.source === '<<') merges.push(this.#merge(key))
        else value[key.source] = this.#valueOf({ parent: node, step: key.source, key }, column)
      } catch (error) {
        // What no key begins depends on what stands before it.
        const isMember = slot.parent <= 0 && key.colon >= 0 && key.source !== '<<'
        if (error !== unusual || !isMember || this.#readPart === undefined) throw error
        this.#tree.cut(size)
        this.#depth = depth
        this.#break(own, key)
      }
      if (!this.#more || text.column < column || text.isSeparator) break
      if (text.column > column || text.isItem) text.giveUp()
    }
    for (const merge of merges) this.#mergeInto(value, node, merge)
    this.#tree.end(node, this.#end)
    this.#depth--
    return value
  }

  /** Reads a member that is broken with the other parser, and goes on behind it. There can be only one. */
  #break({ node, column, value, under }: Open, first: Scalar): void {
    const { text } = this.#text
    const readPart = this.#readPart ?? this.#text.giveUp()
    this.#readPart = undefined
    const next = this.#toMember(first, column)
    const key = (of: Scalar): string => `${text.slice(of.start, of.colon)}:`
    const start = first.start - column
    if (!isApart(text, start, next?.start ?? text.length)) this.#text.giveUp()
    const before = under === undefined ? blank(start) : blank(under.start) + key(under) + blank(start - under.colon - 1)
    const read = readPart(before + text.slice(start, next?.start) + (next === undefined ? '' : key(next)))
    const found =
      read === undefined ? undefined : partIn(read, under, next, next !== undefined && this.#text.column === column)
    if (read === undefined || found === undefined) this.#text.giveUp()
    for (const [name, member] of found.members) {
      if (Object.hasOwn(value, name) || name === '__proto__') this.#text.giveUp()
      value[name] = found.value(name)
      this.#tree.graft(read.tree, member, node)
      this.#end = read.tree.value(member).used.end
    }
    this.#problems = read.problems
  }

  /** From a key to the next one of the same mapping or of one around it; undefined where none follows. */
  #toMember(key: Scalar, column: number): Scalar | undefined {
    const text = this.#text
    text.at = key.start
    for (;;) {
      const feed = text.text.indexOf('\n', text.at)
      text.at = feed < 0 ? text.text.length : feed + 1
      this.#more = text.toContent()
      if (!this.#more) return undefined
      if (text.column > column) continue
      const next = text.scalar(false)
      text.at = next.start
      return next.colon < 0 || (text.column < column && text.column > 0) ? text.giveUp() : next
    }
  }

  /** The one mapping that a merge key names, which brings nothing in itself. */
  #merge({ isPlain }: Scalar): Merge {
    const text = this.#text
    text.skipSpaces()
    if (!isPlain || text.code !== asterisk) text.giveUp()
    const merge = this.#aliased()
    const { node, behind, value } = merge.from
    if (typeof value !== 'object' || value === null || Array.isArray(value) || this.#tree.isBrought(node, behind))
      text.giveUp()
    this.#end = merge.use.end
    this.#goOn()
    return merge
  }

  /** What a mapping says itself wins over what is merged in, and so does what was merged in before. */
  #mergeInto(value: { [key: string]: Value }, parent: number, { from, use }: Merge): void {
    const children = [...this.#tree.inside(from.node, from.behind)]
    for (const [nth, { node, key, at }] of children.entries()) {
      if (Object.hasOwn(value, key)) continue
      const behind = children[nth + 1]?.node ?? from.behind
      this.#tree.bring(this.#repeat({ node, behind }, { parent, step: key, key: at }), use, true)
      value[key] = copied(valueAt(from.value, key))
    }
  }

  #checkKey({ source, colon, start, end }: Scalar, value: object): void {
    const isPlain = colon >= 0 && end - start <= longestKey && source !== '' && source !== '__proto__'
    if (!isPlain || Object.hasOwn(value, source)) this.#text.giveUp()
  }

  #valueOf(slot: Slot, indent: number): Value {
    const text = this.#text
    const behindColon = text.at
    if (!this.#isLastInLine()) {
      text.skipSpaces()
      return this.#inLine(slot, indent)
    }
    this.#goOn()
    if (this.#more && text.column > indent) return this.#block(slot, indent, behindColon)
    if (this.#more && text.column === indent && text.isItem) return this.#list(slot, indent)
    this.#add(slot, behindColon, behindColon)
    return null
  }

  /** Whether at most a comment follows in the line. */
  #isLastInLine(): boolean {
    const { text, at } = this.#text
    for (let next = at; ; next++) {
      const code = text.charCodeAt(next)
      if (code !== space) return isLineEnd(code) || code === hash
    }
  }

  #list(slot: Slot, column: number): Value {
    const text = this.#text
    if (++this.#depth > deepest) text.giveUp()
    const node = this.#add(slot, text.at, text.at)
    const items: Value[] = []
    do {
      if (text.column > column) text.giveUp()
      text.at++
      const behindHyphen = text.at
      if (this.#isLastInLine()) {
        this.#goOn()
        if (!this.#more || text.column <= column) text.giveUp()
      } else text.skipSpaces()
      items.push(this.#block({ parent: node, step: items.length, key: undefined }, column, behindHyphen))
    } while (this.#more && text.column >= column && text.isItem)
    if (this.#more && text.column > column) text.giveUp()
    this.#tree.end(node, this.#end)
    this.#depth--
    return fitted(items)
  }

  #flow(slot: Slot, indent: number): Value {
    const text = this.#text
    if (++this.#depth > deepest) text.giveUp()
    const node = this.#add(slot, text.at, text.at)
    const value = text.code === bracket ? this.#flowList(node, indent) : this.#flowMapping(node, indent)
    text.at++
    this.#end = text.at
    this.#tree.end(node, text.at)
    this.#depth--
    return value
  }

  #flowList(node: number, indent: number): Value {
    const items: Value[] = []
    while (this.#toNext(closingBracket, items.length > 0, indent))
      items.push(this.#flowValue({ parent: node, step: items.length, key: undefined }, indent))
    return fitted(items)
  }

  #flowMapping(node: number, indent: number): Value {
    const text = this.#text
    const value: { [key: string]: Value } = {}
    for (let isFirst = true; this.#toNext(closingBrace, !isFirst, indent); isFirst = false) {
      const key = text.scalar(true)
      this.#checkKey(key, value)
      if (key.source === '<<') text.giveUp()
      text.at = key.colon + 1
      text.skipInFlow(indent)
      value[key.source] = this.#flowValue({ parent: node, step: key.source, key }, indent)
    }
    return value
  }

  /** From the mark that opens a flow collection, or from an item, to the next item; false at the mark that closes it. */
  #toNext(closing: number, isBehindItem: boolean, indent: number): boolean {
    const text = this.#text
    if (!isBehindItem) text.at++
    text.skipInFlow(indent)
    if (text.code === closing) return false
    if (!isBehindItem) return true
    if (text.code !== comma) text.giveUp()
    text.at++
    text.skipInFlow(indent)
    return text.code !== closing
  }

  #flowValue(slot: Slot, indent: number): Value {
    const text = this.#text
    if (text.code === bracket || text.code === brace) return this.#flow(slot, indent)
    if (text.code === asterisk) return this.#alias(slot)
    const scalar = text.scalar(true)
    if (scalar.colon >= 0) text.giveUp()
    this.#add(slot, scalar.start, scalar.end)
    return scalar.isPlain ? plainValue(scalar.source) : scalar.source
  }
}

function valueAt(value: Value, key: string): Value {
  return Object.entries(value ?? {}).find(([name]) => name === key)?.[1] ?? null
}

/** What an alias stands for is a value of its own wherever it is used, so that one place can be told from another. */
function copied(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value
  return Array.isArray(value)
    ? value.map(copied)
    : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copied(item)]))
}

/** Where a text ends without the blanks and line breaks behind it. */
export function trimmedEnd(text: string, { start, end }: Range): number {
  let at = end
  while (at > start && ' \t\r\n'.includes(text.charAt(at - 1))) at--
  return at
}

/** The place of a value that is not there: right behind the colon of its key. */
export function emptyPlace(text: string, key: Range): Range {
  const between = text.slice(key.end, key.end + 100).match(/^\s*:/)
  const at = key.end + (between === null ? 0 : between[0].length)
  return { start: at, end: at }
}
