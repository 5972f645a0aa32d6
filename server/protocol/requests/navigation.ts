import { DocumentHighlightKind, type Location, type LocationLink } from 'vscode-languageserver'
import { configDefinition } from '../../features/config-leads.ts'
import { definition } from '../../features/definition.ts'
import { highlights } from '../../features/highlights.ts'
import { references } from '../../features/references.ts'
import type { Requests } from '../serving.ts'

/** From a name to where it is declared and used. */
export const navigationRequests: Requests = ({ connection, answering, places, client }) => {
  connection.onDefinition(
    answering.inDocument('read', (file, { position }): LocationLink[] | Location[] | null => {
      const place = { ...file, offset: file.document.offsetAt(position) }
      const found = configDefinition(place) ?? definition(place)
      if (found === undefined) return null
      if (!client.definitionLinks) return found.targets.map((target) => places.location(target))
      const originSelectionRange = places.range(file.name, found.origin)
      return found.targets.map(({ file, range, whole }) => ({
        originSelectionRange,
        targetUri: places.uri(file),
        targetRange: places.range(file, whole),
        targetSelectionRange: places.range(file, range),
      }))
    }),
  )
  connection.onReferences(
    answering.inDocument('read', (file, { position, context }) =>
      references({ ...file, offset: file.document.offsetAt(position) }, context.includeDeclaration).map((place) =>
        places.location(place),
      ),
    ),
  )
  connection.onDocumentHighlight(
    answering.inDocument('known', (file, { position }) =>
      highlights({ ...file, offset: file.document.offsetAt(position) }).map(({ range, kind }) => ({
        range: places.range(file.name, range),
        kind: kind === 'write' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      })),
    ),
  )
  return { definitionProvider: true, referencesProvider: true, documentHighlightProvider: true }
}
