import type { Path } from '../language/path.ts'
import type { Range } from '../language/range.ts'
import { keyName } from './block-line.ts'
import type { Spot } from './spot.ts'

/** A bracket that is open. */
interface Level {
  readonly isMap: boolean
  readonly path: Path
  readonly keys: string[]
  /** The position of the item, or the key whose value is awaited. */
  index: number
  key: string | undefined
  /** What was written last, while nothing but a comma or a colon may follow. */
  last: Token | undefined
}

interface Token extends Range {
  readonly mark: boolean
}

/** What the text inside brackets says: a spot, `closed` when they end before the cursor, or nothing that may be written. */
export type FlowSpot = Spot | 'closed' | undefined

/**
 * Reads brackets from where they open, and says what may be written at an offset inside them. Of what follows the cursor only as
 * much is read as tells the other keys.
 */
export function flowSpot(text: string, open: Range, offset: number, base: Path): FlowSpot {
  const levels: Level[] = []
  for (const token of tokens(text, open)) {
    if (token.start >= offset || (token.end >= offset && !token.mark)) {
      // A quote that is not closed runs on; a cursor at either end of a word is at the word.
      return spotIn(levels.at(-1), text, token, offset, open.end)
    }
    const ended = take(levels, token, text, base)
    if (ended) return 'closed'
  }
  return spotIn(levels.at(-1), text, undefined, offset, open.end)
}

/** Brings the open brackets up to a token; true when the last one closes. */
function take(levels: Level[], token: Token, text: string, base: Path): boolean {
  const level = levels.at(-1)
  const sign = token.mark ? text.charAt(token.start) : ''
  if (sign === '{' || sign === '[') {
    levels.push({
      isMap: sign === '{',
      path: level === undefined ? base : pathIn(level),
      keys: [],
      index: 0,
      key: undefined,
      last: undefined,
    })
    if (level !== undefined) level.last = token
  } else if (sign === '}' || sign === ']') {
    levels.pop()
    return levels.length === 0
  } else if (level === undefined) return true
  else if (sign === ',') {
    level.index++
    level.key = undefined
    level.last = undefined
  } else if (sign === ':') {
    if (level.isMap && level.key === undefined && level.last !== undefined) {
      level.key = keyName(text, level.last)
      level.keys.push(level.key)
    }
    level.last = undefined
  } else if (!/^[&!]/.test(text.charAt(token.start))) level.last = token
  return false
}

function pathIn({ path, isMap, index, key }: Level): Path {
  return [...path, isMap ? (key ?? '') : index]
}

function spotIn(
  level: Level | undefined,
  text: string,
  token: Token | undefined,
  offset: number,
  end: number,
): FlowSpot {
  if (level === undefined || inComment(text, offset)) return undefined
  const word = token !== undefined && !token.mark && token.start <= offset ? token : undefined
  // Behind a word or a bracket only a comma can follow.
  if (level.last !== undefined) return undefined
  const replace = word === undefined ? { start: offset, end: offset } : { start: word.start, end: word.end }
  const isJson = text.charAt(word?.start ?? 0) === '"' || /^\{\s*"/.test(text.slice(0, 200).replace(/^\s+/, ''))
  const isKey = level.isMap && level.key === undefined
  return {
    at: isKey ? 'key' : 'value',
    path: isKey ? level.path : pathIn(level),
    replace,
    taken: new Set([...level.keys, ...(isKey ? keysAhead(text, replace.end, end) : [])]),
    hasColon: isKey && /^[ \t]*:/.test(text.slice(replace.end, replace.end + 20)),
    isClose: !isKey && text.charAt(replace.start - 1) === ':',
    beside: undefined,
    layout: { style: isJson ? 'json' : 'flow', offset: 0, isItem: !level.isMap },
  }
}

function inComment(text: string, offset: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
  return /(?:^|\s)#/.test(line.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, ''))
}

/** The keys that follow in the same braces. */
function keysAhead(text: string, from: number, end: number): readonly string[] {
  const keys: string[] = []
  let depth = 0
  let before: Token | undefined
  for (const token of tokens(text, { start: from, end })) {
    const sign = token.mark ? text.charAt(token.start) : ''
    if (sign === '{' || sign === '[') depth++
    else if ((sign === '}' || sign === ']') && depth-- === 0) break
    else if (sign === ':' && depth === 0 && before !== undefined) keys.push(keyName(text, before))
    before = token.mark ? undefined : token
  }
  return keys
}

/** Spaces; a bracket, comma or colon; a quoted text, perhaps without its end; a plain word, perhaps with spaces and colons inside. */
const tokenPattern =
  /\s+|([{}[\],]|:(?=[\s,{}[\]]|$|(?<=["']:)))|"(?:[^"\\]+|\\[\s\S]?)*"?|'(?:[^']+|'')*'?|(?:[^\s,{}[\]:#]+|:(?![\s,{}[\]]|$)|(?<!\s)#|[ \t]+(?![\s,{}[\]#:]|$))+/y

/** The marks and words inside brackets; comments are left out. A word ends with its line at the latest, unless it is quoted. */
function* tokens(text: string, { start, end }: Range): Generator<Token> {
  let at = start
  while (at < end) {
    if (text.charAt(at) === '#') {
      const next = text.indexOf('\n', at)
      at = next < 0 ? end : next
      continue
    }
    tokenPattern.lastIndex = at
    const match = tokenPattern.exec(text)
    const length = match?.[0].length ?? 1
    if (text.slice(at, at + length).trim() !== '')
      yield { start: at, end: Math.min(at + length, end), mark: match?.[1] !== undefined }
    at += length
  }
}
