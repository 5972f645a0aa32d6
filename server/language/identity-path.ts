import { namingFields } from './generated/fields.ts'
import type { Kind } from './generated/policies.ts'
import { isList, type Path } from './path.ts'

/** The path with what identifies each list item in place of its position: `spec.commitments[formulation-scientists].fte`. */
export function identityPath(kind: Kind | undefined, document: unknown, path: Path): string {
  let text = ''
  let pattern = ''
  let at: unknown = document
  for (const step of path) {
    if (typeof step === 'number') {
      const item = isList(at) ? at[step] : undefined
      text += `[${itemIdentity(kind, pattern, item)}]`
      pattern += '.*'
      at = item
    } else {
      text += text === '' ? step : `.${step}`
      pattern += pattern === '' ? step : `.${step}`
      at = valueIn(at, [step])
    }
  }
  return text
}

function itemIdentity(kind: Kind | undefined, pattern: string, item: unknown): string {
  const keys = kind === undefined ? undefined : namingFields[kind].identities.find(([path]) => path === pattern)?.[1]
  if (keys === undefined || keys.length === 0) return shortText(item)
  return keys.map((key) => shortText(valueIn(item, key.split('.')))).join(',')
}

/** Values of the same content are the same text, in whatever order their keys were written. Whole blocks do not count: what is inside may change. */
export function shortText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return value === undefined ? '' : JSON.stringify(value)
  if (isList(value))
    return value.every((item) => typeof item !== 'object') ? JSON.stringify([...value].map(String).sort()) : ''
  return ''
}

/** The value at a path of plain data; undefined where there is none. */
export function valueIn(root: unknown, path: Path): unknown {
  let at = root
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined
    at = Object.entries(at).find(([key]) => key === String(step))?.[1]
  }
  return at
}
