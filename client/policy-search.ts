import { type CancellationToken, type Uri, workspace } from 'vscode'
import { configurationName, isSign } from './signs-of-policies.ts'

/** How many files are looked into, and how large one may be: who has more YAML than that wakes Concord by opening a policy. */
const mostFiles = 300
const mostBytes = 256 * 1024
const atATime = 8

/** Looks for a configuration, then for a policy in the first YAML files of the workspace. */
export async function findSign(cancelled: CancellationToken): Promise<Uri | undefined> {
  const [configuration] = await workspace.findFiles(`**/${configurationName}`, undefined, 1, cancelled)
  if (configuration !== undefined) return configuration
  const files = await workspace.findFiles('**/*.{yaml,yml}', '**/node_modules/**', mostFiles, cancelled)
  for (let from = 0; from < files.length && !cancelled.isCancellationRequested; from += atATime) {
    const batch = files.slice(from, from + atATime)
    const signs = await Promise.all(batch.map(showsSign))
    const found = batch.find((_, index) => signs[index])
    if (found !== undefined) return found
  }
  return undefined
}

async function showsSign(file: Uri): Promise<boolean> {
  try {
    const { size } = await workspace.fs.stat(file)
    if (size > mostBytes) return false
    return isSign(file.path, new TextDecoder().decode(await workspace.fs.readFile(file)))
  } catch {
    // It has gone, or may not be read: no sign.
    return false
  }
}
