import type { CodeLens } from 'vscode-languageserver'
import { codeLenses, referencesOfLens } from '../../features/code-lens.ts'
import type { Requests } from '../serving.ts'
import { nameOfUri } from '../uris.ts'

/** Shows a list of places that it is given; only Concord's own client has it. */
const showReferences = 'concord.showReferences'

interface LensData {
  readonly uri: string
  readonly document: number
  readonly title: string
}

export const codeLensRequests: Requests = ({ connection, session, answering, places, client, settings }) => {
  connection.onCodeLens(
    answering.inDocument('read', (file, { textDocument: { uri } }) => {
      if (!settings.general.codeLens) return []
      return codeLenses(file).map(({ range, title, document, about }): CodeLens => {
        const place = { range: places.range(file.name, range) }
        const leads = about === 'references' && client.commands.has(showReferences)
        return leads
          ? { ...place, data: { uri, document, title } satisfies LensData }
          : { ...place, command: { title, command: '' } }
      })
    }),
  )
  connection.onCodeLensResolve(
    answering.handler('read', (lens) => {
      if (!isLensData(lens.data)) return lens
      const { uri, document, title } = lens.data
      const file = session.openFile(nameOfUri(uri))
      const locations =
        file === undefined ? [] : referencesOfLens(file, document).map((place) => places.location(place))
      const command =
        locations.length === 0
          ? { title, command: '' }
          : { title, command: showReferences, arguments: [uri, lens.range.start, locations] }
      return { range: lens.range, command }
    }),
  )
  return { codeLensProvider: { resolveProvider: true } }
}

function isLensData(data: unknown): data is LensData {
  return typeof data === 'object' && data !== null && 'uri' in data && 'document' in data && 'title' in data
}
