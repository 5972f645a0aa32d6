import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver'
import type { Range } from '../language/range.ts'
import type { Serving } from './serving.ts'

interface Replacement {
  readonly range: Range
  readonly text: string
}

/** Edits by file as the client applies them: all or none, and only to the versions of documents that they were made for. */
export function workspaceEdit(
  { places, session, client }: Pick<Serving, 'places' | 'session' | 'client'>,
  edits: ReadonlyMap<string, readonly Replacement[]>,
): WorkspaceEdit {
  const byFile = [...edits].map(([name, replacements]) => ({
    uri: places.uri(name),
    version: session.documents.get(name)?.version ?? null,
    edits: replacements.map(({ range, text }): TextEdit => ({ range: places.range(name, range), newText: text })),
  }))
  if (!client.documentChanges) return { changes: Object.fromEntries(byFile.map(({ uri, edits }) => [uri, edits])) }
  const documentChanges = byFile.map(
    ({ uri, version, edits }): TextDocumentEdit => ({ textDocument: { uri, version }, edits }),
  )
  return { documentChanges }
}
