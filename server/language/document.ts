import {
  Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type ParsedNode,
  parseAllDocuments,
  Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { emptyPlace, readAroundBreak, readCleanDocuments, trimmedEnd } from './clean-document.ts'
import { tooDeepAt } from './nesting.ts'
import type { Problem } from './problem.ts'
import type { Range } from './range.ts'
import type { SourceDocument, Value } from './source-document.ts'
import { SourceTreeBuilder } from './source-tree.ts'
import { syntaxProblem } from './syntax-problems.ts'

type WritableObject = { [key: string]: Value }

/** Nodes that aliases may add to one document; a policy needs a few dozen, an alias bomb millions. */
const aliasBudget = 20_000

/** The options with which Concord reads YAML everywhere: 1.2 core, own checks for duplicate keys and merges, no output of its own. */
export const yamlOptions = {
  version: '1.2',
  prettyErrors: false,
  uniqueKeys: false,
  logLevel: 'silent',
  resolveKnownTags: false,
} as const

/**
 * Reads every YAML document of a text. Never throws: broken text gives what was understood, and the problems.
 * The text comes without a byte order mark.
 */
export function readDocuments(text: string): readonly SourceDocument[] {
  const clean = readCleanDocuments(text)
  if (clean !== undefined) return clean
  const deep = tooDeepAt(text)
  if (deep !== undefined) return [unreadable({ start: deep, end: deep + 1 })]
  return readAroundBreak(text, (part) => readPart(part, text)) ?? readAnyDocuments(text)
}

/** Reads a text from which everything but a part was taken out; what is said of it is said of the whole. */
function readPart(part: string, whole: string): SourceDocument | undefined {
  const documents = parseAllDocuments(part, yamlOptions)
  const [document] = documents
  if (!Array.isArray(documents) || document === undefined || documents.length > 1) return undefined
  return new DocumentReader(document, whole).read()
}

/** The same by the parser that recovers from errors, and knows anchors and several documents: for every text. */
export function readAnyDocuments(text: string): readonly SourceDocument[] {
  const documents = parseAllDocuments(text, yamlOptions)
  if (!Array.isArray(documents)) return []
  return documents.map((document, at) => {
    const read = new DocumentReader(document, text).read()
    const start = at === 0 ? 0 : read.range.start
    return { ...read, range: { start, end: at === documents.length - 1 ? text.length : read.range.end } }
  })
}

function unreadable(range: Range): SourceDocument {
  const message =
    'Lists and mappings are nested too deeply here, so this file was not read. Policies need about ten levels.'
  const tree = new SourceTreeBuilder()
  tree.add(-1, '', undefined, range)
  return {
    value: null,
    tree: tree.build(),
    range,
    problems: [{ rule: 'language/unreadable', message, range, identity: 'nesting' }],
  }
}

class DocumentReader {
  readonly #document: Document.Parsed
  readonly #text: string
  readonly #tree = new SourceTreeBuilder()
  readonly #problems: Problem[] = []
  readonly #anchors = new Map<string, Node>()
  /** Where blocks end that were read where they are written. */
  readonly #ends = new Map<Node | null | undefined, number>()
  readonly #open = new Set<Node>()
  #aliasDepth = 0
  #aliasNodes = 0
  /** Where what was read last ends, aliases apart: a block ends with what is in it, not with the comments behind. */
  #end = 0

  constructor(document: Document.Parsed, text: string) {
    this.#document = document
    this.#text = text
    for (const error of document.errors) {
      const problem = syntaxProblem(error, text)
      const same = this.#problems.some(
        ({ identity, range }) => identity === problem.identity && range.start === problem.range.start,
      )
      if (!same) this.#problems.push(problem)
    }
  }

  read(): SourceDocument {
    const { contents, range } = this.#document
    const value = this.#value(contents, -1, '', undefined, { start: range[0], end: range[0] })
    return { value, tree: this.#tree.build(), range: { start: range[0], end: range[2] }, problems: this.#problems }
  }

  #value(
    node: Node | null,
    parent: number,
    step: string | number,
    key: Range | undefined,
    empty: Range,
    merged?: Range,
  ): Value {
    const target = isAlias(node) ? this.#resolve(node) : node
    const written = this.#trimmed(rangeOf(target) ?? rangeOf(node) ?? empty)
    const isEmpty = key !== undefined && !isAlias(node) && written.start === written.end
    // The parser counts a comment behind the last line of a block to the block; where it was read first, its end is known.
    const end = this.#ends.get(target) ?? written.end
    const own = isEmpty ? emptyPlace(this.#text, key) : { start: written.start, end }
    const index = this.#tree.add(parent, step, key, own)
    if (merged !== undefined) this.#tree.bring(index, merged, true)
    if (!isAlias(node)) {
      if (this.#aliasDepth > 0) this.#aliasNodes++
      else this.#end = isBlock(target) ? own.start : own.end
      const value = this.#content(target, index, empty)
      if (this.#aliasDepth === 0 && isBlock(target)) {
        this.#tree.end(index, this.#end)
        this.#ends.set(target, this.#end)
      } else if (this.#aliasDepth === 0) this.#end = own.end
      return value
    }
    const use = rangeOf(node) ?? empty
    if (this.#aliasDepth === 0) this.#end = use.end
    if (merged === undefined) this.#tree.bring(index, use, false)
    return this.#expanding(use, () => this.#content(target, index, empty)) ?? null
  }

  /** The parser counts the line break behind a block to the block. */
  #trimmed(range: Range): Range {
    return { start: range.start, end: trimmedEnd(this.#text, range) }
  }

  #content(node: Node | null | undefined, index: number, empty: Range): Value {
    if (node === null || node === undefined) return null
    if (node instanceof Alias) return null
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined
    if (anchor !== undefined) this.#anchors.set(anchor, node)
    if (isScalar(node)) return plain(node)
    if (this.#aliasNodes > aliasBudget) return null
    this.#open.add(node)
    const value = isMap(node)
      ? this.#map(node as YAMLMap<ParsedNode, ParsedNode | null>, index)
      : isSeq(node)
        ? this.#list(node, index, empty)
        : null
    this.#open.delete(node)
    return value
  }

  #list(list: YAMLSeq, index: number, empty: Range): Value {
    return list.items.map((item, position) =>
      this.#value(item as Node | null, index, position, undefined, rangeOf(list) ?? empty),
    )
  }

  #map(map: YAMLMap<ParsedNode, ParsedNode | null>, index: number): Value {
    const value: WritableObject = {}
    const merges: Pair<ParsedNode, ParsedNode | null>[] = []
    for (const pair of map.items) {
      const name = this.#key(pair.key)
      if (name === undefined) continue
      if (name === '<<' && isPlainKey(pair.key)) {
        merges.push(pair)
        this.#end = Math.max(this.#end, (rangeOf(pair.value) ?? rangeOf(pair.key) ?? { end: 0 }).end)
        continue
      }
      const range = rangeOf(pair.key) ?? { start: 0, end: 0 }
      if (Object.hasOwn(value, name)) {
        this.#report(
          range,
          `"${name}" is written twice here; the first one counts. Delete one of them.`,
          `twice:${name}`,
        )
        continue
      }
      put(value, name, this.#value(pair.value, index, name, range, { start: range.end, end: range.end }))
    }
    for (const pair of merges) this.#merge(pair, value, index)
    return value
  }

  /** YAML's merge key: own keys win over merged ones, earlier sources over later ones. */
  #merge(pair: Pair<ParsedNode, ParsedNode | null>, value: WritableObject, index: number): void {
    const sources = isSeq(pair.value) ? pair.value.items : [pair.value]
    for (const written of sources as (ParsedNode | null)[]) {
      const source = isAlias(written) ? this.#resolve(written) : written
      const use = rangeOf(written) ?? rangeOf(pair.key) ?? { start: 0, end: 0 }
      if (!isMap(source)) {
        if (source !== undefined)
          this.#report(use, '"<<" takes a mapping, or a list of mappings, to merge in.', 'merge')
        continue
      }
      this.#expanding(use, () => this.#mergeFrom(source as YAMLMap<ParsedNode, ParsedNode | null>, use, value, index))
    }
  }

  #mergeFrom(source: YAMLMap<ParsedNode, ParsedNode | null>, use: Range, value: WritableObject, index: number): null {
    this.#open.add(source)
    const inner: Pair<ParsedNode, ParsedNode | null>[] = []
    for (const pair of source.items) {
      const name = this.#key(pair.key)
      if (name === '<<' && isPlainKey(pair.key)) inner.push(pair)
      else if (name !== undefined && !Object.hasOwn(value, name)) {
        const range = rangeOf(pair.key) ?? use
        put(value, name, this.#value(pair.value, index, name, range, range, use))
      }
    }
    for (const pair of inner) this.#merge(pair, value, index)
    this.#open.delete(source)
    return null
  }

  #expanding<T>(use: Range, expand: () => T): T | undefined {
    if (this.#aliasNodes > aliasBudget) return undefined
    this.#aliasDepth++
    const result = expand()
    this.#aliasDepth--
    if (this.#aliasDepth === 0 && this.#aliasNodes > aliasBudget) {
      const message = `The aliases in this document expand to more than ${aliasBudget.toLocaleString('en')} values; the rest of them is left out.`
      this.#problems.push({ rule: 'language/unreadable', message, range: use, identity: 'aliases' })
    }
    return result
  }

  #resolve(alias: Alias): Node | undefined {
    const target = this.#anchors.get(alias.source)
    const use = rangeOf(alias) ?? { start: 0, end: 0 }
    if (target === undefined) {
      // The parser reports unknown anchors itself, except one that only stands later in the document.
      const known = this.#problems.some(({ range }) => range.start <= use.start && use.end <= range.end)
      if (!known)
        this.#report(
          use,
          `Nothing above is marked &${alias.source}, so *${alias.source} stands for nothing.`,
          `alias:${alias.source}`,
        )
      return undefined
    }
    if (this.#open.has(target)) {
      this.#report(use, `*${alias.source} stands inside the very value that it refers to.`, `alias:${alias.source}`)
      return undefined
    }
    return target
  }

  #key(key: ParsedNode | null): string | undefined {
    const node = isAlias(key) ? this.#resolve(key) : key
    if (node === undefined) return undefined
    if (isScalar(node)) {
      if (node.anchor !== undefined) this.#anchors.set(node.anchor, node)
      return node.value === null
        ? (node.source ?? '')
        : typeof node.value === 'string'
          ? node.value
          : (node.source ?? String(node.value))
    }
    const range = rangeOf(key) ?? { start: 0, end: 0 }
    this.#report(range, 'A key must be a plain word, not a list or a mapping.', 'key')
    return undefined
  }

  #report(range: Range, message: string, identity: string): void {
    this.#problems.push({ rule: 'language/syntax', message, range, identity })
  }
}

function isBlock(node: Node | null | undefined): boolean {
  return (isMap(node) || isSeq(node)) && node.flow !== true
}

function isPlainKey(key: ParsedNode | null): boolean {
  return isScalar(key) && (key.type === undefined || key.type === Scalar.PLAIN)
}

function rangeOf(node: Node | null | undefined): Range | undefined {
  const range = node?.range
  return range ? { start: range[0], end: range[1] } : undefined
}

/** A scalar's value; numbers that JSON has no word for, and values of unknown tags, come as their text. */
function plain(scalar: Scalar): Value {
  const { value } = scalar
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : (scalar.source ?? String(value))
  return scalar.source ?? String(value)
}

/** Sets a key as plain data even where its name means something to JavaScript. */
function put(object: WritableObject, key: string, value: Value): void {
  if (key === '__proto__')
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true })
  else object[key] = value
}
