import {
  COLLECTION_STYLE_FLOW,
  EVENT_DOCUMENT,
  EVENT_MAPPING,
  EVENT_POP,
  EVENT_SCALAR,
  EVENT_SEQUENCE,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE_DOUBLE_QUOTED,
  SCALAR_STYLE_PLAIN,
  SCALAR_STYLE_SINGLE_QUOTED,
  type ScalarEvent,
} from 'js-yaml'
import { plainValue } from './plain-values.ts'
import type { Range } from './range.ts'
import type { SourceDocument, Value } from './source-document.ts'
import { SourceTreeBuilder } from './source-tree.ts'

/**
 * Reads a text that is one valid document without anything unusual: no anchors, tags, merge keys, explicit or repeated keys.
 * Undefined for every other text, which the parser that recovers from errors has to read; it takes four times as long, and what
 * both read is the same (a test compares them).
 */
export function readCleanDocument(text: string): SourceDocument | undefined {
  if (disputed.test(text)) return undefined
  let events: readonly Event[]
  try {
    events = parseEvents(text, { maxDepth: 100 })
  } catch {
    // Whatever it is, the other parser says it with all places.
    return undefined
  }
  return new CleanReader(text, events).read()
}

/** On what the two parsers differ: a carriage return that ends no line, and tabs that indent. */
const disputed = /\r(?!\n)|^ *\t/m

/** Something that only the other parser reads. */
const unusual = Symbol('unusual')

class CleanReader {
  readonly #text: string
  readonly #events: readonly Event[]
  readonly #tree = new SourceTreeBuilder()
  #at = 0
  /** Where the last value read ends. */
  #end = 0

  constructor(text: string, events: readonly Event[]) {
    this.#text = text
    this.#events = events
  }

  read(): SourceDocument | undefined {
    const [first, root] = this.#events
    const isOne =
      first?.type === EVENT_DOCUMENT &&
      first.directives.length === 0 &&
      this.#events.filter(({ type }) => type === EVENT_DOCUMENT).length === 1
    if (!isOne || root === undefined || first.explicitStart || first.explicitEnd) return undefined
    this.#at = 1
    const value = this.#value(-1, '', undefined)
    return value === unusual
      ? undefined
      : { value, tree: this.#tree.build(), range: { start: 0, end: this.#text.length }, problems: [] }
  }

  #value(parent: number, step: string | number, key: Range | undefined): Value | typeof unusual {
    const event = this.#events[this.#at++]
    if (event === undefined || !('tagStart' in event) || event.tagStart >= 0 || event.anchorStart >= 0) return unusual
    if (event.type === EVENT_SCALAR) return this.#scalar(event, parent, step, key)
    const node = this.#tree.add(parent, step, key, { start: event.start, end: event.start })
    this.#end = event.start
    const value =
      event.type === EVENT_MAPPING ? this.#mapping(node) : event.type === EVENT_SEQUENCE ? this.#list(node) : unusual
    this.#at++
    // A pair that stands in a list without braces ends with its value.
    if (event.style === COLLECTION_STYLE_FLOW && '[{'.includes(this.#text.charAt(event.start)))
      this.#end = this.#closing()
    this.#tree.end(node, this.#end)
    return value
  }

  #scalar(event: ScalarEvent, parent: number, step: string | number, key: Range | undefined): Value | typeof unusual {
    const range = this.#rangeOf(event, key)
    if (range === undefined) return unusual
    this.#tree.add(parent, step, key, range)
    this.#end = range.end
    const source = this.#source(event)
    return event.style === SCALAR_STYLE_PLAIN ? plainValue(source) : source
  }

  #mapping(node: number): Value | typeof unusual {
    const value: { [key: string]: Value } = {}
    while (this.#events[this.#at]?.type !== EVENT_POP) {
      const event = this.#events[this.#at++]
      if (event?.type !== EVENT_SCALAR || event.tagStart >= 0 || event.anchorStart >= 0) return unusual
      const range = this.#rangeOf(event, undefined)
      const name = this.#source(event)
      if (
        range === undefined ||
        name === '<<' ||
        name === '__proto__' ||
        Object.hasOwn(value, name) ||
        this.#isExplicit(range)
      )
        return unusual
      this.#end = range.end
      const item = this.#value(node, name, range)
      if (item === unusual) return unusual
      value[name] = item
    }
    return value
  }

  #list(node: number): Value | typeof unusual {
    const items: Value[] = []
    while (this.#events[this.#at]?.type !== EVENT_POP) {
      const item = this.#value(node, items.length, undefined)
      if (item === unusual) return unusual
      items.push(item)
    }
    return items
  }

  /** An empty value stands right behind its colon; one without a key has no place of its own. */
  #rangeOf(event: ScalarEvent, key: Range | undefined): Range | undefined {
    const { valueStart, valueEnd, style } = event
    if (valueStart < 0) return key === undefined ? undefined : emptyPlace(this.#text, key)
    if (style === SCALAR_STYLE_PLAIN) return { start: valueStart, end: valueEnd }
    if (style === SCALAR_STYLE_SINGLE_QUOTED || style === SCALAR_STYLE_DOUBLE_QUOTED)
      return { start: valueStart - 1, end: valueEnd + 1 }
    return key === undefined ? undefined : this.#block(key, valueStart, valueEnd)
  }

  /** A block text starts at its mark, which follows the key, and ends with its last character. */
  #block(key: Range, valueStart: number, valueEnd: number): Range | undefined {
    const between = this.#text.slice(key.end, valueStart)
    const mark = between.match(/^["']?\s*:\s*(?=[|>])/)
    if (mark === null) return undefined
    const start = key.end + mark[0].length
    return { start, end: trimmedEnd(this.#text, { start, end: valueEnd }) }
  }

  #source(event: ScalarEvent): string {
    if (event.valueStart < 0) return ''
    return event.fast ? this.#text.slice(event.valueStart, event.valueEnd) : getScalarValue(this.#text, event)
  }

  #isExplicit({ start }: Range): boolean {
    return /\?\s+$/.test(this.#text.slice(Math.max(0, start - 3), start))
  }

  /** Behind the bracket that closes what ends with the last value read. */
  #closing(): number {
    let at = this.#end
    if (this.#text[at] === '[' || this.#text[at] === '{') at++
    for (;;) {
      const character = this.#text[at]
      if (character === undefined || character === ']' || character === '}') return at + 1
      if (character === '#' && /\s/.test(this.#text[at - 1] ?? ' ')) at = lineEnd(this.#text, at)
      else at++
    }
  }
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

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}
