import { isQualified, sortAndName } from './names.ts'
import type { PolicyEntry } from './policy-entry.ts'
import { query, type Workspace } from './workspace.ts'

/** The other policies that refer to a policy, or to something that it declares, in the order of files and places. */
export function referrersOf(entry: PolicyEntry, workspace: Workspace): readonly PolicyEntry[] {
  const byName = policiesThatName(workspace, '')
  const found = new Set<PolicyEntry>()
  for (const name of namesOf(entry)) for (const other of byName.get(name) ?? []) found.add(other)
  found.delete(entry)
  return workspace.entries.filter((other) => found.has(other))
}

/** What a policy declares, as others refer to it. */
export function namesOf({ name: policy, symbols }: PolicyEntry): readonly string[] {
  return symbols.declares.map(({ sort, name }) => sortAndName(sort, isQualified(sort) ? `${policy}/${name}` : name))
}

const policiesThatName = query((workspace, _: ''): ReadonlyMap<string, ReadonlySet<PolicyEntry>> => {
  const found = new Map<string, Set<PolicyEntry>>()
  for (const entry of workspace.entries) {
    for (const { sorts, name } of entry.symbols.refersTo) {
      for (const sort of sorts) {
        const key = sortAndName(sort, name)
        const others = found.get(key)
        if (others === undefined) found.set(key, new Set([entry]))
        else others.add(entry)
      }
    }
  }
  return found
})
