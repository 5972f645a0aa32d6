import type { Range } from '../language/range.ts'
import type { SourceTree } from '../language/source-tree.ts'
import { anchorAt, mergeAt } from './anchors.ts'
import { textIn } from './company-files.ts'
import { nameAt } from './name-at.ts'
import { type MentionPlace, nodesAt, placesOf } from './name-places.ts'
import { declarationsOf, type Mention } from './names.ts'
import type { FileRange, Place } from './place.ts'

/** Where the thing at a cursor is declared. */
export interface Definition {
  /** What leads there: the name, or its part, at the cursor. */
  readonly origin: Range
  readonly targets: readonly Target[]
}

/** A declaration: its name's place, and the whole of what is declared. */
export interface Target extends FileRange {
  readonly whole: Range
}

/** From a name to where it is declared, from an alias to its anchor, from a merge key to the anchors that it merges. */
export function definition(place: Place): Definition | undefined {
  const target = (range: Range): Target => ({ file: place.name, range, whole: range })
  const alias = anchorAt(place)
  if (alias !== undefined) return { origin: alias.range, targets: [target(alias.anchor.range)] }
  const merge = mergeAt(place)
  if (merge !== undefined)
    return merge.anchors.length === 0
      ? undefined
      : { origin: merge.key, targets: merge.anchors.map(({ range }) => target(range)) }
  const name = nameAt(place)
  if (name === undefined || !name.isDeclared) return undefined
  const places = placesOf(declarationsOf(name.files, name.things), (file) => textIn(place, file))
  return { origin: name.range, targets: places.map(targetOf) }
}

function targetOf({ mention, shown }: MentionPlace): Target {
  return { file: mention.file.name, range: shown, whole: around(mention, shown) }
}

/** The item, the group of fields or the policy that bears a name. */
function around({ document: { tree }, path }: Mention, name: Range): Range {
  const owner = path[0] === 'metadata' ? [] : path.slice(0, -1)
  const node = nodesAt(tree, [owner]).get(owner)
  return node === undefined ? name : hull(wholeOf(tree, node), name)
}

function wholeOf(tree: SourceTree, node: number): Range {
  return hull(tree.key(node).used, tree.value(node).used)
}

function hull(one: Range, other: Range): Range {
  return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) }
}
