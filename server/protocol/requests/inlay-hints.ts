import { inlayHints } from '../../features/inlay-hints.ts'
import type { Requests } from '../serving.ts'

export const inlayHintRequests: Requests = ({ connection, answering, settings }) => {
  connection.languages.inlayHint.on(
    answering.inDocument('read', (file, { range }) => {
      if (!settings.general.inlayHints) return []
      const { document } = file
      const within = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) }
      return inlayHints(file, within).map(({ offset, label, tooltip }) => ({
        position: document.positionAt(offset),
        // Otherwise a number behind a number reads as one.
        label: `→ ${label}`,
        tooltip,
        paddingLeft: true,
      }))
    }),
  )
  return { inlayHintProvider: true }
}
