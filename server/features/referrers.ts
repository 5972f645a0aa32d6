import { namingFields } from '../language/generated/fields.ts'
import { kinds } from '../language/generated/policies.ts'
import { isQualified, sortAndName } from '../workspace/names.ts'
import type { PolicyEntry } from '../workspace/policy-entry.ts'
import { query } from '../workspace/workspace.ts'
import { nodesAt } from './name-places.ts'
import type { Company, FileRange } from './place.ts'

/** The other policies that refer to a policy, or to something that it declares, in the order of files and places. */
export function referrersOf(entry: PolicyEntry, { workspace }: Company): readonly PolicyEntry[] {
  const byName = policiesThatName(workspace, '')
  const found = new Set<PolicyEntry>()
  for (const name of namesOf(entry)) for (const other of byName.get(name) ?? []) found.add(other)
  found.delete(entry)
  return workspace.entries.filter((other) => found.has(other))
}

/** Whether a policy declares anything that another could refer to. */
export function isReferable({ symbols }: PolicyEntry): boolean {
  return symbols.declares.some(({ sort }) => sortsFromElsewhere.has(sort))
}

const sortsFromElsewhere: ReadonlySet<string> = new Set(
  kinds.flatMap((kind) => namingFields[kind].refersTo.flatMap(([, sorts]) => sorts)),
)

/** Where other policies refer to a policy, or to something that it declares. */
export function referringPlaces(entry: PolicyEntry, company: Company): readonly FileRange[] {
  const names = new Set(namesOf(entry))
  return referrersOf(entry, company).flatMap(({ file, document: { tree, symbols } }) => {
    const paths = symbols.refersTo
      .filter(({ sorts, name }) => sorts.some((sort) => names.has(sortAndName(sort, name))))
      .map(({ path }) => path)
    return [...nodesAt(tree, paths).values()].map((node) => ({ file, range: tree.value(node).used }))
  })
}

/** What a policy declares, as others refer to it. */
function namesOf({ name: policy, symbols }: PolicyEntry): readonly string[] {
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
