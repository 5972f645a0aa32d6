import { pathText } from '../../server/language/path.ts'
import type { SourceDocument } from '../../server/language/source-document.ts'
import type { Place } from '../../server/language/source-tree.ts'

/** Everything that a reader says of a document: its value, and every place in it. */
export function everything({ value, tree, range, problems }: SourceDocument, text: string): unknown {
  const cut = ({ used, written }: Place) =>
    [used, written].map((range) =>
      range === undefined ? '' : `${range.start}-${range.end} ${text.slice(range.start, range.end)}`,
    )
  const nodes = Array.from({ length: tree.size }, (_, node) => [
    pathText(tree.pathOf(node)),
    cut(tree.key(node)),
    cut(tree.value(node)),
  ])
  return { value, range, problems, nodes }
}
