import { type FoldingRange, FoldingRangeKind, type Range, type SelectionRange } from 'vscode-languageserver'
import { folding } from '../../features/folding.ts'
import { links } from '../../features/links.ts'
import { selectionRanges } from '../../features/selection-ranges.ts'
import type { Requests } from '../serving.ts'

/** What can be seen in a document alone: folds, growing selections, links. */
export const structureRequests: Requests = ({ connection, answering, places }) => {
  connection.onFoldingRanges(
    answering.inDocument('text', (file) => {
      const folds = folding(file)?.map(
        ({ firstLine, lastLine, sort }): FoldingRange => ({
          startLine: firstLine,
          endLine: lastLine,
          ...(sort === 'comment' ? { kind: FoldingRangeKind.Comment } : {}),
        }),
      )
      return folds ?? null
    }),
  )
  connection.onSelectionRanges(
    answering.inDocument('text', (file, { positions }) => {
      const offsets = positions.map((position) => file.document.offsetAt(position))
      return selectionRanges(file, offsets).map((ranges) =>
        nested(ranges.map((range) => places.range(file.name, range))),
      )
    }),
  )
  connection.onDocumentLinks(
    answering.inDocument('text', (file) =>
      links(file).map(({ range, target }) => ({ range: places.range(file.name, range), target })),
    ),
  )
  return { foldingRangeProvider: true, selectionRangeProvider: true, documentLinkProvider: {} }
}

/** Ranges, the smallest first, as the protocol has them: each with the one around it. */
function nested(ranges: readonly Range[]): SelectionRange {
  const [smallest, ...larger] = ranges
  const range = smallest ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }
  return larger.length === 0 ? { range } : { range, parent: nested(larger) }
}
