import { type MarkupContent, MarkupKind } from 'vscode-languageserver'
import { hover } from '../../features/hover.ts'
import { ruleLink } from '../rule-link.ts'
import type { Requests } from '../serving.ts'

export const hoverRequests: Requests = ({ connection, answering, places, client }) => {
  const link = ruleLink(client)
  connection.onHover(
    answering.inDocument('everything', (file, { position }) => {
      const found = hover({ ...file, offset: file.document.offsetAt(position) }, link)
      return found === undefined
        ? null
        : { range: places.range(file.name, found.range), contents: contents(found.markdown, client.markdown) }
    }),
  )
  return { hoverProvider: true }
}

function contents(markdown: string, canShow: boolean): MarkupContent {
  if (canShow) return { kind: MarkupKind.Markdown, value: markdown }
  // Without its marks Markdown is text that people read.
  const text = markdown.replace(/\*\*|`/g, '').replace(/\\(?=[\\*_[\]<>|~#&$+.)=-])/g, '')
  return { kind: MarkupKind.PlainText, value: text }
}
