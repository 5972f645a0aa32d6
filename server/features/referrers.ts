import { namingFields } from '../language/generated/fields.ts'
import { kinds } from '../language/generated/policies.ts'
import { sortAndName } from '../workspace/names.ts'
import type { PolicyEntry } from '../workspace/policy-entry.ts'
import { namesOf, referrersOf } from '../workspace/referrers.ts'
import { nodesAt } from './name-places.ts'
import type { Company, FileRange } from './place.ts'

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
  return referrersOf(entry, company.workspace).flatMap(({ file, document: { tree, symbols } }) => {
    const paths = symbols.refersTo
      .filter(({ sorts, name }) => sorts.some((sort) => names.has(sortAndName(sort, name))))
      .map(({ path }) => path)
    return [...nodesAt(tree, paths).values()].map((node) => ({ file, range: tree.value(node).used }))
  })
}
