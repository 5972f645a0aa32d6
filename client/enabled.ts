import { workspace } from 'vscode'

/** Whether the settings leave Concord on in any folder; the server asks for each one by itself. */
export function isEnabled(): boolean {
  const folders = workspace.workspaceFolders ?? []
  const scopes = folders.length === 0 ? [undefined] : folders.map(({ uri }) => uri)
  return scopes.some((scope) => workspace.getConfiguration('concord', scope).get<boolean>('enable') !== false)
}
