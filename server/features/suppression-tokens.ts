import type { Range } from '../language/range.ts'
import type { SemanticToken, TokenType } from './semantic-token.ts'

/** `# concord-ignore performance/forced-distribution until=2027-03-31 reason="replaced in Q1"` */
const suppression = /(?<=^|[ \t])#[ \t]*(concord-ignore)(?=[ \t]|$)([^\r\n]*)/gm

const parts: readonly (readonly [TokenType, RegExp])[] = [
  ['string', /"(?:[^"\\\r\n]|\\.)*"?/y],
  ['parameter', /[\w-]+(?==)/y],
  ['number', /\d{4}-\d{2}-\d{2}(?![\w/-])/y],
  ['class', /[\w-]+\/[\w-]+/y],
]

/** The parts of the comments that suppress a finding. `texts` are the keys and plain values in the order of the text: in them a # begins no comment. */
export function suppressionTokens(text: string, within: Range, texts: readonly Range[]): readonly SemanticToken[] {
  const tokens: SemanticToken[] = []
  const add = (start: number, length: number, type: TokenType): void => {
    tokens.push({ range: { start, end: start + length }, type, isDeclaration: false })
  }
  for (const { index, 0: comment, 1: word = '', 2: rest = '' } of text.matchAll(suppression)) {
    const isVisible = index <= within.end && index + comment.length >= within.start
    if (!isVisible || isInside(texts, index)) continue
    const end = index + comment.length
    add(end - rest.length - word.length, word.length, 'macro')
    for (let at = end - rest.length; at < end; ) {
      const found = partAt(text, at, end)
      if (found !== undefined) add(at, found.length, found.type)
      at += found?.length ?? 1
    }
  }
  return tokens
}

function isInside(texts: readonly Range[], offset: number): boolean {
  let low = 0
  let high = texts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((texts[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return (texts[low]?.start ?? offset + 1) <= offset
}

function partAt(
  text: string,
  at: number,
  end: number,
): { readonly type: TokenType; readonly length: number } | undefined {
  for (const [type, part] of parts) {
    part.lastIndex = at
    const [found] = part.exec(text) ?? []
    if (found !== undefined && at + found.length <= end) return { type, length: found.length }
  }
  return undefined
}
