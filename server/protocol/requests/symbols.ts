import {
  type DocumentSymbol as LspSymbol,
  type SymbolInformation,
  SymbolKind,
  type WorkspaceSymbol,
} from 'vscode-languageserver'
import { type DocumentSymbol, documentSymbols } from '../../features/document-symbols.ts'
import { workspaceSymbols } from '../../features/workspace-symbols.ts'
import type { Places } from '../places.ts'
import type { Requests } from '../serving.ts'

/** More than these nobody looks through. */
const mostSymbols = 256

const kinds: Readonly<Record<DocumentSymbol['kind'], SymbolKind>> = {
  policy: SymbolKind.Class,
  section: SymbolKind.Namespace,
  item: SymbolKind.Object,
}

export const symbolRequests: Requests = ({ connection, session, answering, places, client }) => {
  connection.onDocumentSymbol(
    answering.inDocument('text', (file): LspSymbol[] | SymbolInformation[] => {
      const symbols = documentSymbols(file)
      return client.symbolTree
        ? symbols.map((symbol) => tree(file.name, symbol, places))
        : flat(file.name, symbols, places)
    }),
  )
  connection.onWorkspaceSymbol(
    answering.handler('read', ({ query }) => {
      const found = [...session.companies].flatMap((company) =>
        workspaceSymbols(company, query, mostSymbols).filter(({ file }) => company.shows(file)),
      )
      return found.slice(0, mostSymbols).map((symbol): WorkspaceSymbol => {
        const { name, title, sort, container } = symbol
        return {
          name: title === '' ? name : `${name} · ${title}`,
          kind: container === '' ? SymbolKind.Class : SymbolKind.Field,
          containerName: container === '' ? sort : `${sort} in ${container}`,
          location: places.location(symbol),
        }
      })
    }),
  )
  return { documentSymbolProvider: true, workspaceSymbolProvider: true }
}

function tree(name: string, symbol: DocumentSymbol, places: Places): LspSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: kinds[symbol.kind],
    range: places.range(name, symbol.range),
    selectionRange: places.range(name, symbol.selection),
    children: symbol.children.map((child) => tree(name, child, places)),
  }
}

/** For clients that show no tree. */
function flat(name: string, symbols: readonly DocumentSymbol[], places: Places, container = ''): SymbolInformation[] {
  return symbols.flatMap((symbol) => [
    {
      name: symbol.name,
      kind: kinds[symbol.kind],
      containerName: container,
      location: places.location({ file: name, range: symbol.range }),
    },
    ...flat(name, symbol.children, places, symbol.name),
  ])
}
