import type { Range } from '../language/range.ts'
import type { SourceTree } from '../language/source-tree.ts'
import { type CompanyFile, filesOf } from './company-files.ts'
import { samePath } from './cursor.ts'
import { exactRange } from './name-places.ts'
import { declaredAmong, distinct, type Mention, meant, mentionsIn, type Thing } from './names.ts'
import type { Place } from './place.ts'

/** The name at a cursor, and what it means in the company. */
export interface NameAt {
  /** The name's own text; of `agreement/item` the part that the cursor is in. */
  readonly range: Range
  readonly name: string
  /** What it means; several where things of different sorts share the name, or where nothing is declared and it may be of several. */
  readonly things: readonly Thing[]
  readonly isDeclared: boolean
  /** The company's files, as they were asked for the answer. */
  readonly files: readonly CompanyFile[]
}

/** The name of a thing that is written at a cursor; undefined where there is none, and on an alias, which only stands for a name. */
export function nameAt(place: Place): NameAt | undefined {
  const here = mentionsAt(place)
  const [first] = here
  if (first === undefined) return undefined
  const files = filesOf(place)
  const candidates = distinct(here.flatMap(({ mention }) => mention.things))
  const declared = declaredAmong(files, candidates)
  return {
    range: first.range,
    name: first.mention.things[0]?.name ?? first.mention.text,
    things: distinct(here.flatMap(({ mention }) => meant(mention, declared))),
    isDeclared: declared.length > 0,
    files,
  }
}

interface MentionAt {
  readonly mention: Mention
  readonly range: Range
}

function mentionsAt({ name, content, text, offset }: Place): readonly MentionAt[] {
  for (const document of content.documents) {
    const { tree } = document
    const { own, brought } = textNodesAt(tree, offset)
    // A text that an alias takes elsewhere means what it means where it stands; where it means nothing there, what it means elsewhere.
    for (const nodes of [own, brought]) {
      const paths = nodes.map((node) => tree.pathOf(node))
      if (paths.length === 0) continue
      const file = { name, content }
      const found = [...mentionsIn(file, document)].filter(({ path }) => paths.some((other) => samePath(path, other)))
      const value = written(tree, nodes[0] ?? 0)
      const inPart = found.flatMap((mention) => {
        const range = exactRange(mention, value, text)
        return isInPart(mention, range, offset) ? [{ mention, range: range ?? value }] : []
      })
      if (inPart.length > 0) return inPart
    }
  }
  return []
}

/** Without exact places, an `agreement/item` counts as the item. */
function isInPart({ part }: Mention, range: Range | undefined, offset: number): boolean {
  if (part === 'whole') return true
  if (range === undefined) return part === 'item'
  return part === 'agreement' ? offset <= range.end : offset >= range.start
}

/** The plain values whose text holds an offset: in their own place, and those that an alias takes from here. */
function textNodesAt(
  tree: SourceTree,
  offset: number,
): { readonly own: readonly number[]; readonly brought: readonly number[] } {
  const own: number[] = []
  const brought: number[] = []
  for (let node = 0; node < tree.size; node++) {
    const place = tree.value(node)
    const { start, end } = place.written ?? place.used
    if (offset < start || offset > end || tree.hasChildren(node)) continue
    if (place.written === undefined) own.push(node)
    else brought.push(node)
  }
  return { own, brought }
}

function written(tree: SourceTree, node: number): Range {
  const place = tree.value(node)
  return place.written ?? place.used
}
