import { type FoldingRange, FoldingRangeKind, type Range, type SelectionRange } from 'vscode-languageserver'
import { fileLinks } from '../../features/config-leads.ts'
import { folding } from '../../features/folding.ts'
import { links } from '../../features/links.ts'
import { selectionRanges } from '../../features/selection-ranges.ts'
import type { Requests } from '../serving.ts'

/** What can be seen in a document: folds, growing selections, links. */
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
    answering.inDocument('read', (file) => [
      ...links(file).map(({ range, target }) => ({ range: places.range(file.name, range), target })),
      // What leads to several files at once is for the definition to show.
      ...fileLinks(file).flatMap(({ range, files: [only, ...others] }) =>
        only === undefined || others.length > 0
          ? []
          : [{ range: places.range(file.name, range), target: places.uri(only) }],
      ),
    ]),
  )
  return { foldingRangeProvider: true, selectionRangeProvider: true, documentLinkProvider: {} }
}

/** Ranges, the smallest first, as the protocol has them: each with the one around it. */
function nested(ranges: readonly Range[]): SelectionRange {
  const [smallest, ...larger] = ranges
  const range = smallest ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }
  return larger.length === 0 ? { range } : { range, parent: nested(larger) }
}
