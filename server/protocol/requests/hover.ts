import { hover } from '../../features/hover.ts'
import { markup } from '../markup.ts'
import { ruleLink } from '../rule-link.ts'
import type { Requests } from '../serving.ts'

export const hoverRequests: Requests = ({ connection, answering, places, client }) => {
  connection.onHover(
    answering.inDocument('read', (file, { position }) => {
      const found = hover({ ...file, offset: file.document.offsetAt(position) }, ruleLink(client, file.company.rules))
      return found === undefined
        ? null
        : { range: places.range(file.name, found.range), contents: markup(found.markdown, client.markdown) }
    }),
  )
  return { hoverProvider: true }
}
