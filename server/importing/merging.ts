import equal from 'fast-deep-equal'
import type { Operation } from '../language/edit.ts'
import { valueIn } from '../language/identity-path.ts'
import { isList, type Path } from '../language/path.ts'
import type { Value } from '../language/source-document.ts'

type Item = { readonly [key: string]: Value }

/** What importing items into a list of a policy changes. */
export interface Merge {
  readonly operations: readonly Operation[]
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly same: readonly string[]
  /** In the policy, but not in the file: they stay. */
  readonly left: readonly string[]
}

/**
 * Brings items into a list: new names are appended, known ones get the fields that the file has for them. Fields and items that the
 * file says nothing of stay as they are.
 */
export function merge(document: Value, path: Path, items: readonly Item[]): Merge {
  const list = valueIn(document, path)
  const known = isList(list) ? list.filter(isItem) : []
  const operations: Operation[] = []
  const [added, changed, same]: [string[], string[], string[]] = [[], [], []]
  for (const item of items) {
    const name = String(item['name'])
    const index = isList(list)
      ? list.findIndex((candidate) => isItem(candidate) && candidate['name'] === item['name'])
      : -1
    const before = isList(list) ? list[index] : undefined
    if (!isItem(before)) {
      operations.push({ op: 'append', path, value: item })
      added.push(name)
      continue
    }
    const sets = Object.entries(item).filter(([field, value]) => !equal(before[field], value))
    operations.push(...sets.map(([field, value]) => ({ op: 'set' as const, path: [...path, index, field], value })))
    ;(sets.length > 0 ? changed : same).push(name)
  }
  const named = new Set(items.map(({ name }) => name))
  return {
    operations,
    added,
    changed,
    same,
    left: known.flatMap(({ name }) => (named.has(name ?? null) ? [] : [String(name)])),
  }
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !isList(value)
}
