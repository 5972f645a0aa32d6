import type { CST } from 'yaml'

/** Where a token's own text ends, without the white space and comments that the parser keeps with it. */
export function contentEnd(token: CST.Token): number {
  switch (token.type) {
    case 'block-scalar':
      return blockScalarEnd(token)
    case 'flow-collection': {
      const close = token.end.find(({ type }) => type === 'flow-map-end' || type === 'flow-seq-end')
      return close === undefined ? token.offset + 1 : close.offset + close.source.length
    }
    case 'block-map':
    case 'block-seq': {
      for (const item of [...token.items].reverse()) {
        const end = itemEnd(item)
        if (end !== undefined) return end
      }
      return token.offset
    }
    case 'document':
      return token.value === undefined ? token.offset : contentEnd(token.value)
    default:
      return token.offset + token.source.length
  }
}

/** Where a key with its value, or a list's item, ends; undefined when it is only comments and white space. */
export function itemEnd(item: CST.CollectionItem): number | undefined {
  if (item.value !== undefined) return contentEnd(item.value)
  const mark = item.sep?.findLast(isMark)
  if (mark !== undefined) return mark.offset + mark.source.length
  if (item.key) return contentEnd(item.key)
  const first = item.start.findLast(isMark)
  return first && first.offset + first.source.length
}

/** Whether blank lines right after a token would belong to it, as they do to a block text that keeps them. */
export function takesBlankLines(token: CST.Token | undefined): boolean {
  if (token?.type === 'block-map' || token?.type === 'block-seq') return takesBlankLines(token.items.at(-1)?.value)
  return token?.type === 'block-scalar' && blockHeader(token).includes('+')
}

/** Where an item begins: its dash, anchor, tag, key or value, whichever comes first. */
export function itemStart(item: CST.CollectionItem): number {
  return (
    item.start.find(isMark)?.offset ?? item.key?.offset ?? item.sep?.find(isMark)?.offset ?? item.value?.offset ?? 0
  )
}

export function tokenNamed(
  tokens: readonly CST.SourceToken[],
  type: CST.SourceToken['type'],
): CST.SourceToken | undefined {
  return tokens.find((token) => token.type === type)
}

/** The anchor among the tokens before a value, with its "&". */
export function anchorOf(tokens: readonly CST.SourceToken[]): string | undefined {
  return tokenNamed(tokens, 'anchor')?.source
}

function isMark({ type }: CST.SourceToken): boolean {
  return type !== 'space' && type !== 'newline' && type !== 'comment' && type !== 'comma' && type !== 'doc-start'
}

/** Trailing blank lines belong to a block scalar only where its header says to keep them. */
function blockScalarEnd(token: CST.BlockScalar): number {
  const header = blockHeader(token)
  let start = token.offset
  for (const prop of token.props) if ('source' in prop) start += prop.source.length
  const trailing = header.includes('+') ? /\r?\n$/ : /(?:\r?\n)+$/
  const content = token.source.replace(trailing, '')
  const empty = token.source === '' || (content === '' && !header.includes('+'))
  return empty ? token.offset + header.length : start + content.length
}

function blockHeader(token: CST.BlockScalar): string {
  const [header] = token.props
  return header !== undefined && 'source' in header ? header.source : ''
}
