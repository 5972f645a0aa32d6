import { LSPErrorCodes, ResponseError } from 'vscode-languageserver'
import { prepareRename, type Refusal, rename } from '../../features/rename.ts'
import type { Requests } from '../serving.ts'
import { workspaceEdit } from '../workspace-edits.ts'

export const renameRequests: Requests = (serving) => {
  const { connection, answering, places } = serving
  connection.onPrepareRename(
    answering.inDocument('read', (file, { position }) => {
      const found = prepareRename({ ...file, offset: file.document.offsetAt(position) })
      if ('refusal' in found) throw refused(found)
      return { range: places.range(file.name, found.range), placeholder: found.placeholder }
    }),
  )
  connection.onRenameRequest(
    answering.inDocument('read', (file, { position, newName }) => {
      const found = rename({ ...file, offset: file.document.offsetAt(position) }, newName)
      if ('refusal' in found) throw refused(found)
      return workspaceEdit(serving, found.edits)
    }),
  )
  return { renameProvider: { prepareProvider: true } }
}

/** Editors show the message of the error to who asked. */
function refused({ refusal }: Refusal): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, refusal)
}
