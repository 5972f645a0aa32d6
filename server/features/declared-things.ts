import { namingFields } from '../language/generated/fields.ts'
import { kinds } from '../language/generated/policies.ts'
import { isList, type Path } from '../language/path.ts'
import type { PolicyDocument } from '../language/policy-file.ts'
import { isPlaceholder } from '../language/schema-problems.ts'
import { isQualified } from '../workspace/names.ts'
import type { PolicyEntry } from '../workspace/policy-entry.ts'
import { query, type Workspace } from '../workspace/workspace.ts'

/** Something that policies can refer to, with what is said of it where it is declared. */
export interface DeclaredThing {
  readonly sort: string
  /** As others write it: `agreement/name` where the name alone says too little. */
  readonly name: string
  readonly title: string
  readonly entry: PolicyEntry
  /** Of the name. */
  readonly path: Path
}

/** Everything of a sort that the policies of a workspace declare, in the order of files and places. */
const thingsOfSort = query((workspace, sort: string): readonly DeclaredThing[] => {
  const declaring = new Set(
    kinds.filter((kind) => namingFields[kind].declares.some(([, declared]) => declared === sort)),
  )
  return workspace.entries.flatMap((entry) =>
    declaring.has(entry.kind) ? declaredBy(entry, sort, entry.symbols.declares) : [],
  )
})

/** What may be written where something of these sorts is referred to. `own-…` means what the same document declares. */
export function thingsToReferTo(
  workspace: Workspace,
  sorts: readonly string[],
  own: { readonly document: PolicyDocument; readonly entry: PolicyEntry } | undefined,
): readonly DeclaredThing[] {
  return sorts.flatMap((sort) => {
    if (!sort.startsWith('own-')) return thingsOfSort(workspace, sort)
    const plain = sort.replace(/^own-/, '')
    // Declared in this very policy, so the name alone will do.
    return own === undefined
      ? []
      : declaredBy(own.entry, plain, own.document.symbols.declares).map((thing) => ({
          ...thing,
          name: thing.name.slice(thing.name.indexOf('/') + 1),
        }))
  })
}

function declaredBy(
  entry: PolicyEntry,
  sort: string,
  declares: PolicyDocument['symbols']['declares'],
): readonly DeclaredThing[] {
  return declares.flatMap(({ sort: declared, name, path }) => {
    if (declared !== sort || isPlaceholder(name)) return []
    // Read through the entry, so that the answer counts as depending on it.
    const title = fieldsAround({ policy: entry.policy, positions: entry.document.positions }, path)?.['title']
    return [
      {
        sort,
        name: isQualified(sort) ? `${entry.name}/${name}` : name,
        title: typeof title === 'string' ? title : '',
        entry,
        path,
      },
    ]
  })
}

/** The fields beside a declared name, as far as they are well-formed. */
export function fieldsAround(
  { policy, positions }: Pick<PolicyDocument, 'policy' | 'positions'>,
  path: Path,
): Readonly<Record<string, unknown>> | undefined {
  let at: unknown = policy
  for (const step of path.slice(0, -1)) {
    if (isList(at)) {
      // Items that cannot be read are left out of the policy, but keep their positions in the text.
      const position = positions.get(at)?.indexOf(Number(step)) ?? Number(step)
      at = at[position]
    } else at = isFields(at) ? at[step] : undefined
  }
  return isFields(at) ? at : undefined
}

/** A group of fields, as opposed to a list or a plain value. */
export function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !isList(value)
}
