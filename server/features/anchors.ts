import { Lexer } from 'yaml'
import type { Range } from '../language/range.ts'
import type { Place } from './place.ts'

/** An anchor of YAML (`&up`), and the aliases (`*up`) that stand for its value. */
export interface Anchor {
  readonly name: string
  /** With the `&`. */
  readonly range: Range
  /** Each with its `*`, in the order of the text. */
  readonly aliases: readonly Range[]
}

/** The anchors and aliases of a text, and the merge keys with the aliases that they merge. */
interface Anchors {
  readonly anchors: readonly Anchor[]
  readonly merges: readonly { readonly key: Range; readonly aliases: readonly Range[] }[]
}

/** The anchor that stands, or whose alias stands, at a cursor. */
export interface AnchorAt {
  readonly anchor: Anchor
  /** What the cursor is on: the anchor or one of its aliases. */
  readonly range: Range
}

/** Only a word that looks like an anchor or an alias has the text read for them. */
export function anchorAt({ text, offset }: Place): AnchorAt | undefined {
  if (!/^[&*]/.test(wordAt(text, offset))) return undefined
  for (const anchor of readAnchors(text).anchors) {
    const range = [anchor.range, ...anchor.aliases].find((range) => holds(range, offset))
    if (range !== undefined) return { anchor, range }
  }
  return undefined
}

/** The merge key (`<<`) at a cursor, with the anchors whose values it merges. */
export function mergeAt({
  text,
  offset,
}: Place): { readonly key: Range; readonly anchors: readonly Anchor[] } | undefined {
  if (!wordAt(text, offset).startsWith('<<')) return undefined
  const { anchors, merges } = readAnchors(text)
  const merge = merges.find(({ key }) => holds(key, offset))
  if (merge === undefined) return undefined
  return {
    key: merge.key,
    anchors: merge.aliases.flatMap((alias) => anchors.filter(({ aliases }) => aliases.includes(alias))),
  }
}

export function isAnchorIn(text: string, name: string): boolean {
  return readAnchors(text).anchors.some((anchor) => anchor.name === name)
}

/** The name of an anchor or alias without its mark. */
export function nameRange({ start, end }: Range): Range {
  return { start: start + 1, end }
}

function holds({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset <= end
}

function wordAt(text: string, offset: number): string {
  let start = offset
  while (start > 0 && !isBreak(text.charAt(start - 1))) start--
  return text.slice(start, offset + 2)
}

function isBreak(character: string): boolean {
  return /[\s,[\]{}]/.test(character)
}

/** Reads the words of the text only, which also works where the text is broken. */
function readAnchors(text: string): Anchors {
  const anchors: { name: string; range: Range; aliases: Range[] }[] = []
  const merges: { key: Range; aliases: Range[] }[] = []
  let known = new Map<string, { aliases: Range[] }>()
  let merging: Range[] | undefined
  for (const { word, range } of wordsOf(text)) {
    if (word === '---' || word === '...') known = new Map()
    if (word === '<<') {
      merging = []
      merges.push({ key: range, aliases: merging })
    } else if (word.startsWith('*')) {
      known.get(word.slice(1))?.aliases.push(range)
      merging?.push(range)
    } else if (!/^(?:#.*|[\s:,[-]*)$/.test(word)) merging = undefined
    if (word.startsWith('&')) {
      const anchor = { name: word.slice(1), range, aliases: [] }
      anchors.push(anchor)
      known.set(anchor.name, anchor)
    }
  }
  return { anchors, merges }
}

/** The text's words as YAML tells them apart. A plain or block text that looks like a mark is none: its word comes with a `"`. */
function* wordsOf(text: string): Generator<{ readonly word: string; readonly range: Range }> {
  let start = 0
  let isText = false
  for (const token of new Lexer().lex(text)) {
    if (!isText && (token === documentMark || token === flowErrorMark || token === textMark)) {
      isText = token === textMark
      continue
    }
    const range = { start, end: start + token.length }
    yield { word: isText && token !== '<<' ? `"${token}` : token, range }
    start = range.end
    isText = false
  }
}

/** What the lexer puts between the words of a text: the next begins a document; brackets ended unexpectedly; the next is plain text. */
const documentMark = '\u0002'
const flowErrorMark = '\u0018'
const textMark = '\u001f'
