import type { Path } from '../path.ts'
import type { Value } from '../source-document.ts'
import { isList, isRecord } from './draft.ts'
import type { Operation } from './operation.ts'

/**
 * The value that a document has once operations are done, worked out on plain data: what edits are held against.
 * Undefined when the operations do not fit the value.
 */
export function outcome(value: Value, operations: readonly Operation[]): Value | undefined {
  let result: Value | undefined = value
  for (const operation of operations) {
    if (result === undefined) return undefined
    if (operation.op === 'set') result = put(result, operation.path, () => operation.value)
    else if (operation.op === 'append')
      result = put(result, operation.path, (list) => appended(list ?? [], operation.value))
  }
  // Positions and names are those of the original: later positions go first, and deeper names.
  const removed = operations.filter(({ op }) => op === 'remove').sort((one, other) => laterFirst(one.path, other.path))
  for (const { path } of removed) result = result === undefined ? undefined : removedAt(result, path)
  const renamed = operations
    .filter((operation) => operation.op === 'rename')
    .sort((one, other) => other.path.length - one.path.length)
  for (const { path, key } of renamed) result = result === undefined ? undefined : renamedAt(result, path, key)
  return result
}

/** The value at a path; undefined where there is none. */
export function valueAt(value: Value, path: Path): Value | undefined {
  let at: Value | undefined = value
  for (const step of path) at = child(at, step)
  return at
}

function child(value: Value | undefined, step: string | number): Value | undefined {
  if (typeof step === 'number') return isList(value) ? value[step] : undefined
  return isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined
}

function put(value: Value | undefined, path: Path, make: (old: Value | null) => Value | undefined): Value | undefined {
  const [step, ...rest] = path
  if (step === undefined) return make(value ?? null)
  const inner = put(child(value, step), rest, make)
  if (inner === undefined) return undefined
  if (typeof step === 'string') {
    if (value !== undefined && value !== null && !isRecord(value)) return undefined
    return { ...value, [step]: inner }
  }
  if (value !== undefined && value !== null && !isList(value)) return undefined
  const items = value ?? []
  return step >= 0 && step <= items.length ? [...items.slice(0, step), inner, ...items.slice(step + 1)] : undefined
}

function appended(list: Value, value: Value): Value | undefined {
  return isList(list) ? [...list, value] : undefined
}

/** Without what stands at a path; as it is when nothing does. */
function removedAt(value: Value, path: Path): Value | undefined {
  const last = path.at(-1)
  if (last === undefined) return undefined
  const holder = path.slice(0, -1)
  if (child(valueAt(value, holder), last) === undefined) return value
  return put(value, holder, (old) => {
    if (isList(old)) return old.filter((_, position) => position !== last)
    return isRecord(old) ? Object.fromEntries(Object.entries(old).filter(([key]) => key !== last)) : undefined
  })
}

function renamedAt(value: Value, path: Path, name: string): Value | undefined {
  const last = path.at(-1)
  if (last === name) return value
  const moved = valueAt(value, path)
  if (typeof last !== 'string' || moved === undefined) return undefined
  return put(value, path.slice(0, -1), (old) => {
    if (!isRecord(old) || Object.hasOwn(old, name)) return undefined
    return Object.fromEntries(Object.entries(old).map(([key, item]) => [key === last ? name : key, item]))
  })
}

function laterFirst(one: Path, other: Path): number {
  for (let at = 0; at < Math.min(one.length, other.length); at++) {
    const left = one[at]
    const right = other[at]
    if (left === right) continue
    if (typeof left === 'number' && typeof right === 'number') return right - left
    return String(left) < String(right) ? -1 : 1
  }
  return other.length - one.length
}
