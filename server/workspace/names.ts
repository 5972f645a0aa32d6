import { namingFields } from '../language/generated/fields.ts'
import { kinds } from '../language/generated/policies.ts'
import type { Path } from '../language/path.ts'
import type { Kind } from '../language/policy-file.ts'
import { isPlaceholder } from '../language/schema-problems.ts'
import type { Declaration } from '../language/symbols.ts'
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
export const declaredNames = query((workspace, sort: string): readonly string[] => tally(workspace, sort).names)

/** Whether a name of a sort is declared more than once; nearly always not. */
export function isRepeated(workspace: Workspace, sort: string, name: string): boolean {
  return repeatedSet(workspace, sort).has(name)
}

const repeatedSet = query((workspace, sort: string): ReadonlySet<string> => new Set(repeatedNames(workspace, sort)))

const repeatedNames = query((workspace, sort: string): readonly string[] => tally(workspace, sort).repeated)

/** The places where a repeated name is declared, the first one first. */
export const placesOf = query((workspace, sortWithName: string): readonly DeclaredAt[] => {
  const [sort = '', name = ''] = sortWithName.split('\n')
  return places(workspace, sort).get(name) ?? []
})

/** Whether a name of a sort is declared. Who asks runs again only when the answer changes. */
export const isDeclared = query((workspace, sortWithName: string): boolean => {
  const end = sortWithName.indexOf('\n')
  const name = sortWithName.slice(end + 1)
  return shelf(workspace, sortAndName(sortWithName.slice(0, end), `${shelfOf(name)}`)).includes(name)
})

/** The names of a sort that are written like this one but for capitals, spaces and hyphens, the first declared first. */
export function namesWrittenLike(workspace: Workspace, sort: string, name: string): readonly string[] {
  return namesByForm(workspace, sort).get(formOf(name)) ?? []
}

/** The qualified names of a sort that end in this one: `agreement/name`. */
export function namesEndingIn(workspace: Workspace, sort: string, name: string): readonly string[] {
  return namesByEnding(workspace, sort).get(name) ?? []
}

/** A name without what people write in different ways. */
export function formOf(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '-')
}

const namesByForm = query((workspace, sort: string) => grouped(declaredNames(workspace, sort), formOf))

const namesByEnding = query((workspace, sort: string) =>
  grouped(
    declaredNames(workspace, sort).filter((name) => name.includes('/')),
    (name) => name.slice(name.indexOf('/') + 1),
  ),
)

function grouped(names: readonly string[], keyOf: (name: string) => string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const name of names) {
    const key = keyOf(name)
    const others = groups.get(key)
    if (others === undefined) groups.set(key, [name])
    else others.push(name)
  }
  return groups
}

/** Whether anything of a sort is declared at all. */
export const isDescribed = query((workspace, sort: string): boolean => declaredNames(workspace, sort).length > 0)

/** The policies of a kind with a name (`sortAndName(kind, name)`), also those out of force. */
export const policiesCalled = query(
  (workspace, kindWithName: string): readonly PolicyEntry[] => policiesByName(workspace, '').get(kindWithName) ?? [],
)

/** Names stand on many small shelves, so that a new one has only its own shelf's readers look again. */
const shelfCount = 256

const shelf = query((workspace, sortWithShelf: string): readonly string[] => {
  const [sort = '', number] = sortWithShelf.split('\n')
  return tally(workspace, sort).shelves[Number(number)] ?? []
})

function shelfOf(name: string): number {
  let sum = 0
  for (let at = 0; at < name.length; at++) sum = (sum * 31 + name.charCodeAt(at)) | 0
  return Math.abs(sum) % shelfCount
}

interface Tally {
  readonly names: readonly string[]
  readonly shelves: readonly (readonly string[])[]
  readonly repeated: readonly string[]
}

const tally = query((workspace, sort: string): Tally => {
  const names = new Set<string>()
  const repeated = new Set<string>()
  for (const entry of declaringEntries(workspace, sort)) {
    for (const declared of entry.symbols.declares) {
      if (declared.sort !== sort || isPlaceholder(declared.name)) continue
      const name = nameOutside(declared, entry)
      if (names.has(name)) repeated.add(name)
      else names.add(name)
    }
  }
  const shelves = Array.from({ length: shelfCount }, (): string[] => [])
  for (const name of names) shelves[shelfOf(name)]?.push(name)
  return { names: [...names], shelves, repeated: [...repeated] }
})

/** Asked for only where a name is repeated. */
const places = query((workspace, sort: string): ReadonlyMap<string, readonly DeclaredAt[]> => {
  const repeated = new Map<string, DeclaredAt[]>(repeatedNames(workspace, sort).map((name) => [name, []]))
  for (const entry of declaringEntries(workspace, sort)) {
    for (const declared of entry.symbols.declares) {
      if (declared.sort === sort) repeated.get(nameOutside(declared, entry))?.push({ entry, path: declared.path })
    }
  }
  return repeated
})

/** A declared name as other policies write it. */
function nameOutside({ sort, name }: Declaration, entry: PolicyEntry): string {
  return isQualified(sort) ? `${entry.name}/${name}` : name
}

const policiesByName = query((workspace, _: ''): ReadonlyMap<string, readonly PolicyEntry[]> => {
  const found = new Map<string, PolicyEntry[]>()
  for (const entry of workspace.entries) {
    const called = sortAndName(entry.kind, entry.name)
    const others = found.get(called)
    if (others === undefined) found.set(called, [entry])
    else others.push(entry)
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
