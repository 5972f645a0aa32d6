import { grouped } from '../language/grouped.ts'
import type { Path } from '../language/path.ts'
import type { Range } from '../language/range.ts'
import type { SourceTree } from '../language/source-tree.ts'
import type { Mention } from './names.ts'

/** Where a mention stands in its file. */
export interface MentionPlace {
  readonly mention: Mention
  /** The node of the document's tree. */
  readonly node: number
  /** What to show: the name's own text, or the alias that brings it in. */
  readonly shown: Range
  /** The name's own text, letter by letter; undefined where it is written with escapes or over several lines. */
  readonly exact: Range | undefined
  /** The whole value that the name is written in; elsewhere in the document for an alias. */
  readonly value: Range
}

/** The places of mentions, in their order; each file's text is asked for once a document. */
export function placesOf(
  mentions: readonly Mention[],
  textOf: (file: string) => string | undefined,
): readonly MentionPlace[] {
  return [...grouped(mentions, ({ document }) => document)].flatMap(([{ tree }, inDocument]) => {
    const text = textOf(inDocument[0].file.name) ?? ''
    const nodes = nodesAt(
      tree,
      inDocument.map(({ path }) => path),
    )
    return inDocument.flatMap((mention) => {
      const node = nodes.get(mention.path)
      return node === undefined ? [] : [placeOf(mention, tree, node, text)]
    })
  })
}

function placeOf(mention: Mention, tree: SourceTree, node: number, text: string): MentionPlace {
  const { used, written } = tree.value(node)
  const value = written ?? used
  const exact = exactRange(mention, value, text)
  return { mention, node, shown: written === undefined ? (exact ?? used) : used, exact, value }
}

/** The stretch of a value's text that is the name, without quotes and without the other part. */
export function exactRange(
  { text, part }: Pick<Mention, 'text' | 'part'>,
  value: Range,
  source: string,
): Range | undefined {
  const start = startOfText(source.slice(value.start, value.end), text)
  if (start === undefined) return undefined
  const slash = text.indexOf('/')
  const from = value.start + start
  if (part === 'agreement') return { start: from, end: from + slash }
  return { start: part === 'item' ? from + slash + 1 : from, end: from + text.length }
}

function startOfText(written: string, text: string): number | undefined {
  if (written === text) return 0
  if (/^["']/.test(written) && written.slice(1, -1) === text) return 1
  const at = /^[|>]/.test(written) ? written.indexOf(text) : -1
  return at < 0 || written.slice(at + text.length).trim() !== '' ? undefined : at
}

/** The nodes at paths, found in one walk: looking up each by itself would go through a long list once for each. */
export function nodesAt(tree: SourceTree, paths: readonly Path[]): ReadonlyMap<Path, number> {
  const found = new Map<Path, number>()
  const walk = (node: number, depth: number, below: readonly Path[]): void => {
    const deeper: Path[] = []
    for (const path of below) {
      if (path.length === depth) found.set(path, node)
      else deeper.push(path)
    }
    if (deeper.length === 0) return
    const byStep = grouped(deeper, (path) => path[depth])
    for (const child of tree.children(node)) {
      const next = byStep.get(child.key)
      if (next !== undefined) walk(child.node, depth + 1, next)
    }
  }
  walk(0, 0, paths)
  return found
}
