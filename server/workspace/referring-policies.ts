import type { Policy } from '../language/policy-file.ts'
import { sortAndName } from './names.ts'
import { index, type Workspace } from './workspace.ts'

const referring = index(function* (workspace: Workspace) {
  for (const entry of workspace.entries)
    for (const { sorts, name } of entry.symbols.refersTo)
      for (const sort of sorts) yield [sortAndName(sort, name), entry] as const
})

/** The policies in force that refer to something of a sort by its name (`sortAndName`), each once. */
export function policiesReferringTo(workspace: Workspace, sortWithName: string): readonly Policy[] {
  return [...new Set(referring(workspace, sortWithName))].flatMap((entry) => workspace.policyOf(entry) ?? [])
}
