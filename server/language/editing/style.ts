import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml'
import { quoteOf } from './site.ts'
import type { SourceText } from './source-text.ts'
import { itemStart } from './tokens.ts'

/** How far a nested block stands right of the key that holds it. */
interface Indent {
  readonly at: number
  readonly column: number
  readonly width: number
}

const usual = 2

/** The habits of a document that a new piece of it follows. */
export class Style {
  /** Whether texts of several lines may be written as "|" blocks. */
  readonly blockTexts: boolean
  readonly quote: 'single' | 'double'
  /** Whether mappings in one line have spaces inside their braces. */
  readonly padded: boolean
  readonly #maps: Indent[] = []
  readonly #lists: Indent[] = []

  constructor(root: ParsedNode | null, source: SourceText, blockTexts: boolean) {
    const quotes = { plain: 0, single: 0, double: 0 }
    let padding = 0
    const visit = (node: ParsedNode | null): void => {
      if (isScalar(node)) quotes[quoteOf(node)]++
      if (!isMap(node) && !isSeq(node)) return
      if (isMap(node) && node.srcToken?.type === 'flow-collection' && node.items.length > 0) {
        padding += source.text.charAt(node.srcToken.offset + 1) === ' ' ? 1 : -1
      }
      if (isSeq(node)) {
        for (const item of node.items) visit(item)
        return
      }
      for (const { key, value, srcToken } of node.items) {
        visit(key)
        visit(value)
        const block = isMap(value) || isSeq(value) ? value.srcToken : undefined
        if (
          srcToken === undefined ||
          node.srcToken?.type !== 'block-map' ||
          block === undefined ||
          block.type === 'flow-collection'
        )
          continue
        const [first] = block.items
        const at = itemStart(srcToken)
        const column = source.column(at)
        if (first !== undefined)
          (block.type === 'block-map' ? this.#maps : this.#lists).push({
            at,
            column,
            width: source.column(itemStart(first)) - column,
          })
      }
    }
    visit(root)
    this.blockTexts = blockTexts
    this.quote = quotes.single > quotes.double ? 'single' : 'double'
    this.padded = padding > 0
  }

  /** Columns by which a mapping is indented under a key near an offset and in a column. */
  mapIndent(at: number, column: number): number {
    return closest(this.#maps, at, column) ?? (closest(this.#lists, at, column) || usual)
  }

  /** The same for a list; 0 where dashes stand right under the key. */
  listIndent(at: number, column: number): number {
    return closest(this.#lists, at, column) ?? closest(this.#maps, at, column) ?? usual
  }
}

/** The width of the closest sample, of one in the same column if there is any. */
function closest(samples: readonly Indent[], at: number, column: number): number | undefined {
  let best: Indent | undefined
  const distance = (sample: Indent) =>
    Math.abs(sample.at - at) + (sample.column === column ? 0 : Number.MAX_SAFE_INTEGER / 2)
  for (const sample of samples) if (best === undefined || distance(sample) < distance(best)) best = sample
  return best?.width
}
