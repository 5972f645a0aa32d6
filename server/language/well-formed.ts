import type { ErrorObject } from 'ajv'
import type { Path } from './path.ts'
import { pathOf } from './schema-problems.ts'
import type { Value } from './source-document.ts'

/** Where the items that are left of a list stood before unusable ones were taken out. */
export type Positions = ReadonlyMap<readonly unknown[], readonly number[]>

type Open = { [key: string]: Value }

/**
 * The part of a value that its schema accepts: wrong values and unknown keys are left out, and with a missing essential the
 * list item or group of fields that needed it. What remains can be judged, and what was left out stays silent.
 * Undefined when nothing usable remains. Changes `value` itself.
 */
export function wellFormed(
  value: Value,
  errors: readonly ErrorObject[],
  validate: (value: Value) => readonly ErrorObject[],
): { readonly value: Value; readonly positions: Positions } | undefined {
  const positions = new Map<readonly unknown[], number[]>()
  let left = errors
  // Each round takes at least one thing out, and most texts need one or two.
  for (let round = 0; left.length > 0 && round < 50; round++) {
    const doomed = left.flatMap((error) => placesToLeaveOut(error, value))
    if (doomed.length === 0 || doomed.some((path) => path.length === 0)) return undefined
    for (const path of inRemovalOrder(doomed)) take(value, path, positions)
    left = validate(value)
  }
  return left.length === 0 ? { value, positions } : undefined
}

function placesToLeaveOut(error: ErrorObject, value: Value): readonly Path[] {
  if (error.keyword === 'if' || error.keyword === 'then') return []
  const path = pathOf(error.instancePath, value)
  return [error.keyword === 'additionalProperties' ? [...path, String(error.params['additionalProperty'])] : path]
}

/** Later items first, so that earlier ones keep their positions; each path once. */
function inRemovalOrder(paths: readonly Path[]): readonly Path[] {
  const once = new Map(paths.map((path) => [JSON.stringify(path), path]))
  return [...once.values()].sort((a, b) => {
    for (let at = 0; at < Math.max(a.length, b.length); at++) {
      const [x, y] = [a[at], b[at]]
      if (x === y) continue
      if (typeof x === 'number' && typeof y === 'number') return y - x
      return x === undefined ? 1 : y === undefined ? -1 : 0
    }
    return 0
  })
}

function take(root: Value, path: Path, positions: Map<readonly unknown[], number[]>): void {
  let parent: Value | undefined = root
  for (const step of path.slice(0, -1)) {
    if (typeof parent !== 'object' || parent === null) return
    parent = (parent as Open)[String(step)]
  }
  const last = path.at(-1)
  if (Array.isArray(parent) && typeof last === 'number' && last < parent.length) {
    const stood = positions.get(parent) ?? parent.map((_, index) => index)
    stood.splice(last, 1)
    parent.splice(last, 1)
    positions.set(parent, stood)
  } else if (typeof parent === 'object' && parent !== null && last !== undefined) delete (parent as Open)[String(last)]
}
