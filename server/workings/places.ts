import { type Path, pathText } from '../language/path.ts'
import type { PolicyEntry } from '../workspace/policy-entry.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** Where a number stands: lines and columns from 0. */
export interface NumberPlace {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly path: string
}

/** The place of an object of any policy of the workspace, or of one of its fields; undefined for what was made up for a comparison. */
export function placeOf(
  object: object,
  key: string | number | undefined,
  workspace: Workspace,
): NumberPlace | undefined {
  for (const entry of workspace.entries) {
    const path = entry.pathTo(object, key)
    if (path !== undefined) return placeAt(entry, path, workspace)
  }
  return undefined
}

function placeAt(entry: PolicyEntry, path: Path, workspace: Workspace): NumberPlace {
  const { tree } = entry.document
  const { node } = tree.find(path)
  const value = tree.value(node).used
  const start = tree.hasChildren(node) ? tree.key(node).used.start : value.start
  const { line, column } = workspace.file(entry.file)?.content.lines.position(start) ?? { line: 0, column: 0 }
  return { file: entry.file, line, column, path: pathText(path) }
}
