import type { Path } from '../language/path.ts'
import type { Range } from '../language/range.ts'
import { keyName, lineStart } from './block-line.ts'
import type { Layout, Spot } from './spot.ts'

/** A bracket that is open. */
interface Level {
  readonly isMap: boolean
  readonly path: Path
  readonly keys: string[]
  /** How the keys here, or else those around, are written. */
  style: Layout['style'] | undefined
  /** The position of the item. */
  index: number
  /** The key whose value is awaited. */
  key: string | undefined
  /** What was written last, while nothing but a comma or a colon may follow. */
  last: Token | undefined
}

interface Token extends Range {
  readonly mark: boolean
}

/**
 * Reads brackets from where they open, and says what may be written at an offset inside them; undefined where nothing may, and
 * where they are closed already. Of what follows the cursor only as much is read as tells the other keys.
 */
export function flowSpot(text: string, open: Range, offset: number, base: Path): Spot | undefined {
  const levels: Level[] = []
  for (const token of tokens(text, open)) {
    // A cursor at either end of a word is at the word.
    if (token.start >= offset || (token.end >= offset && !token.mark))
      return spotIn(levels.at(-1), text, token, offset, open.end)
    const isClosed = take(levels, token, text, base)
    if (isClosed) return undefined
  }
  return spotIn(levels.at(-1), text, undefined, offset, open.end)
}

/** Brings the open brackets up to a token; true when the last one closes. */
function take(levels: Level[], token: Token, text: string, base: Path): boolean {
  const level = levels.at(-1)
  const sign = signOf(text, token)
  if (sign === '{' || sign === '[') {
    levels.push({
      isMap: sign === '{',
      path: level === undefined ? base : pathIn(level),
      keys: [],
      // A document that is all brackets is JSON until a key says otherwise.
      style: level === undefined ? (base.length > 0 ? 'flow' : undefined) : level.style,
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
    if (level.isMap && level.key === undefined) {
      level.key = level.last === undefined ? '' : keyName(text, level.last)
      level.keys.push(level.key)
      if (level.last !== undefined) level.style = styleOf(text, level.last)
    }
    level.last = undefined
  } else if (!/^[&!]/.test(text.charAt(token.start))) level.last = token
  return false
}

function signOf(text: string, { mark, start }: Token): string {
  return mark ? text.charAt(start) : ''
}

function styleOf(text: string, { start }: Range): Layout['style'] {
  return text.charAt(start) === '"' ? 'json' : 'flow'
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
): Spot | undefined {
  // Behind a word or a bracket only a comma can follow.
  if (level === undefined || level.last !== undefined || inComment(text, offset)) return undefined
  const replace =
    token === undefined || token.mark || token.start > offset
      ? { start: offset, end: offset }
      : wordIn(text, token, end)
  if (replace.end < offset || /^[&!*]/.test(text.slice(replace.start, replace.end))) return undefined
  const isKey = level.isMap && level.key === undefined
  const ahead = readAhead(text, replace.end, end)
  const hasColon = isKey && ahead.next === ':'
  return {
    at: isKey ? 'key' : 'value',
    path: isKey ? level.path : pathIn(level),
    replace,
    taken: new Set([...level.keys, ...(isKey ? ahead.keys : [])]),
    hasColon,
    isClose: !isKey && text.charAt(replace.start - 1) === ':',
    needsComma: !hasColon && !['', ',', '}', ']'].includes(ahead.next),
    beside: undefined,
    layout: { style: level.style ?? ahead.style ?? 'json', offset: 0 },
  }
}

/** A word as far as it was meant: a quote that is not closed takes in what follows, which was written before it. */
function wordIn(text: string, { start, end }: Token, last: number): Range {
  const word = text.slice(start, end)
  const isQuoted = /^["']/.test(word)
  if (
    !isQuoted ||
    (!/[\r\n]/.test(word) && /^[ \t]*(?:[\r\n,:}\]#]|$)/.test(text.slice(end, Math.min(end + 100, last))))
  )
    return { start, end }
  return { start, end: start + (/^.[\w/-]*/.exec(word)?.[0].length ?? 0) }
}

function inComment(text: string, offset: number): boolean {
  const line = text.slice(lineStart(text, offset), offset)
  return /(?:^|\s)#/.test(line.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, ''))
}

/** What follows in the same brackets: the next mark or, as `word`, anything else; the keys, and how they are written. */
function readAhead(
  text: string,
  from: number,
  end: number,
): { readonly next: string; readonly keys: readonly string[]; readonly style: Layout['style'] | undefined } {
  const keys: string[] = []
  let next: string | undefined
  let style: Layout['style'] | undefined
  let depth = 0
  let before: Token | undefined
  for (const token of tokens(text, { start: from, end })) {
    const sign = signOf(text, token)
    next ??= sign === '' || sign === '{' || sign === '[' ? 'word' : sign
    if (sign === '{' || sign === '[') depth++
    else if ((sign === '}' || sign === ']') && depth-- === 0) break
    else if (sign === ':' && depth === 0 && before !== undefined) {
      keys.push(keyName(text, before))
      style ??= styleOf(text, before)
    }
    before = token.mark ? undefined : token
  }
  return { next: next ?? '', keys, style }
}

/** A quoted text, perhaps without its end; a plain word, perhaps with spaces and colons inside. */
const wordPattern =
  /"(?:[^"\\]+|\\[\s\S]?)*"?|'(?:[^']+|'')*'?|(?:[^\s,{}[\]:#]+|:(?![\s,{}[\]]|$)|(?<!\s)#|[ \t]+(?![\s,{}[\]#:]|$))+/y

/** The marks and words inside brackets; comments are left out. A word ends with its line at the latest, unless it is quoted. */
function* tokens(text: string, { start, end }: Range): Generator<Token> {
  let at = start
  while (at < end) {
    const sign = text.charAt(at)
    if (sign <= ' ') at++
    else if (sign === '#') at = text.indexOf('\n', at) < 0 ? end : text.indexOf('\n', at)
    else if ('{}[],'.includes(sign) || (sign === ':' && isColon(text, at))) yield { start: at, end: ++at, mark: true }
    else {
      wordPattern.lastIndex = at
      const from = at
      at = Math.min(wordPattern.test(text) ? wordPattern.lastIndex : at + 1, end)
      yield { start: from, end: at, mark: false }
    }
  }
}

/** A colon in front of a space or a mark, or right behind a quoted key. */
function isColon(text: string, at: number): boolean {
  const next = text.charAt(at + 1)
  return next <= ' ' || ',{}[]'.includes(next) || /["':]/.test(text.charAt(at - 1))
}
