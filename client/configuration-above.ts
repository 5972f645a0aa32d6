import { Uri, workspace } from 'vscode'
import { configurationName } from './signs-of-policies.ts'

/** The nearest configuration at or above a file; a workspace folder is as far as this looks. */
export async function configurationAbove(file: Uri): Promise<Uri | undefined> {
  const root = workspace.getWorkspaceFolder(file)?.uri
  if (root === undefined) return undefined
  for (const folder of foldersUp(file.path, root.path)) {
    const candidate = Uri.joinPath(file.with({ path: folder }), configurationName)
    if (await exists(candidate)) return candidate
  }
  return undefined
}

/** The folders of a file, the nearest first, up to `root`. */
function foldersUp(path: string, root: string): readonly string[] {
  const folders: string[] = []
  for (let end = path.lastIndexOf('/'); end >= root.length; end = path.lastIndexOf('/', end - 1)) {
    folders.push(path.slice(0, end))
  }
  return folders
}

async function exists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file)
    return true
  } catch {
    return false
  }
}
