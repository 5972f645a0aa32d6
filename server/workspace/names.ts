import { namingFields } from '../language/generated/fields.ts'
import { kinds } from '../language/generated/policies.ts'
import type { Path } from '../language/path.ts'
import type { Kind } from '../language/policy-file.ts'
import { isPlaceholder } from '../language/schema-problems.ts'
import type { PolicyEntry } from './policy-entry.ts'
import { query, type Workspace } from './workspace.ts'

/** Where a name is declared. */
export interface DeclaredAt {
  readonly entry: PolicyEntry
  readonly path: Path
}

/** Several agreements may have a commitment or a joint body of the same name, so others say which agreement's: `agreement/name`. */
const qualifiedSorts: ReadonlySet<string> = new Set([
  'commitment',
  'obligation',
  'joint-body',
  'joint-decision',
  'partner-role',
])

export function isQualified(sort: string): boolean {
  return qualifiedSorts.has(sort)
}

/** What is said of a sort and a name together, as queries take it. */
export function sortAndName(sort: string, name: string): string {
  return `${sort}\n${name}`
}

/**
 * Every name of a sort that a policy declares, as others refer to it, in the order of files and places. Policies that are out
 * of force or not well-formed count as well: a reference to them is not a misspelt one.
 */
export const declaredNames = query((workspace, sort: string): readonly string[] => [
  ...declarations(workspace, sort).keys(),
])

/** The names of a sort that are declared more than once; nearly always none. */
export const repeatedNames = query((workspace, sort: string): readonly string[] =>
  [...declarations(workspace, sort)].flatMap(([name, places]) => (places.length > 1 ? [name] : [])),
)

/** The places where a name is declared, the first one first. */
export const placesOf = query((workspace, sortWithName: string): readonly DeclaredAt[] => {
  const [sort = '', name = ''] = sortWithName.split('\n')
  return declarations(workspace, sort).get(name) ?? []
})

/** Whether a name of a sort is declared. Who asks runs again only when the answer changes. */
export const isDeclared = query((workspace, sortWithName: string): boolean => {
  const [sort = '', name = ''] = sortWithName.split('\n')
  return nameSet(workspace, sort).has(name)
})

/** Whether anything of a sort is declared at all. */
export const isDescribed = query((workspace, sort: string): boolean => declaredNames(workspace, sort).length > 0)

/** The policies of a kind with a name (`sortAndName(kind, name)`), also those out of force. */
export const policiesCalled = query(
  (workspace, kindWithName: string): readonly PolicyEntry[] => policiesByName(workspace, '').get(kindWithName) ?? [],
)

const nameSet = query((workspace, sort: string): ReadonlySet<string> => new Set(declaredNames(workspace, sort)))

const declarations = query((workspace, sort: string): ReadonlyMap<string, readonly DeclaredAt[]> => {
  const found = new Map<string, DeclaredAt[]>()
  for (const entry of declaringEntries(workspace, sort)) {
    for (const declared of entry.symbols.declares) {
      if (declared.sort !== sort || isPlaceholder(declared.name)) continue
      const name = isQualified(sort) ? `${entry.name}/${declared.name}` : declared.name
      const places = found.get(name)
      if (places === undefined) found.set(name, [{ entry, path: declared.path }])
      else places.push({ entry, path: declared.path })
    }
  }
  return found
})

const policiesByName = query((workspace, _: ''): ReadonlyMap<string, readonly PolicyEntry[]> => {
  const found = new Map<string, PolicyEntry[]>()
  for (const entry of workspace.entries) {
    const called = sortAndName(entry.kind, entry.name)
    found.set(called, [...(found.get(called) ?? []), entry])
  }
  return found
})

/** Only policies of a kind that can declare the sort, so that an edit of another kind asks nothing anew. */
function declaringEntries(workspace: Workspace, sort: string): readonly PolicyEntry[] {
  const declaring = new Set(kinds.filter((kind) => declares(kind, sort)))
  return workspace.entries.filter(({ kind }) => declaring.has(kind))
}

function declares(kind: Kind, sort: string): boolean {
  return namingFields[kind].declares.some(([, declared]) => declared === sort)
}
