import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { namingFields } from '../language/generated/fields.ts'
import { isList, type Path } from '../language/path.ts'
import type { Kind } from '../language/policy-file.ts'

/** The version of how fingerprints are made; a change of it makes old baselines unusable, and says so. */
export const fingerprintVersion = 1

interface Fingerprinted {
  readonly rule: string
  readonly kind: Kind | undefined
  readonly policy: string
  readonly path: Path
  /** The document's value, to tell list items apart by what identifies them instead of where they stand. */
  readonly document: unknown
  readonly identity: string
}

/** Rule + policy + identity path + normalised value, hashed: `1:9f2c…`. */
export function fingerprint({ rule, kind, policy, path, document, identity }: Fingerprinted): string {
  const value = short(valueAt(document, path))
  const told = [rule, kind ?? '', policy, identityPath(kind, document, path), value, identity]
  return `${fingerprintVersion}:${bytesToHex(sha256(utf8ToBytes(JSON.stringify(told)))).slice(0, 20)}`
}

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
      at = valueAt(at, [step])
    }
  }
  return text
}

function itemIdentity(kind: Kind | undefined, pattern: string, item: unknown): string {
  const keys = kind === undefined ? undefined : namingFields[kind].identities.find(([path]) => path === pattern)?.[1]
  if (keys === undefined || keys.length === 0) return short(item)
  return keys.map((key) => short(valueAt(item, key.split('.')))).join(',')
}

/** Values of the same content are the same text, in whatever order their keys were written. Whole blocks do not count: what is inside may change. */
function short(value: unknown): string {
  if (typeof value !== 'object' || value === null) return value === undefined ? '' : JSON.stringify(value)
  if (isList(value))
    return value.every((item) => typeof item !== 'object') ? JSON.stringify([...value].map(String).sort()) : ''
  return ''
}

function valueAt(root: unknown, path: Path): unknown {
  let at = root
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined
    at = Object.entries(at).find(([key]) => key === String(step))?.[1]
  }
  return at
}
