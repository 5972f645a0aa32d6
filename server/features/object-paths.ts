import { isList, type Path } from '../language/path.ts'
import type { Policy, PolicyDocument } from '../language/policy-file.ts'

/** Where objects of a policy stand in its document, found in one walk. Positions in lists count what was left out as unreadable. */
export function objectPaths(
  policy: Policy,
  { positions }: PolicyDocument,
  objects: ReadonlySet<object>,
): ReadonlyMap<object, Path> {
  const found = new Map<object, Path>()
  const path: (string | number)[] = []
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || found.size === objects.size) return
    if (objects.has(value) && !found.has(value)) found.set(value, [...path])
    const stood = isList(value) ? positions.get(value) : undefined
    for (const [step, item] of isList(value) ? value.entries() : Object.entries(value)) {
      path.push(typeof step === 'number' ? (stood?.[step] ?? step) : step)
      walk(item)
      path.pop()
    }
  }
  walk(policy)
  return found
}
