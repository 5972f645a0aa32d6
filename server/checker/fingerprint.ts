import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { identityPath, shortText, valueIn } from '../language/identity-path.ts'
import type { Path } from '../language/path.ts'
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
  const value = shortText(valueIn(document, path))
  const told = [rule, kind ?? '', policy, identityPath(kind, document, path), value, identity]
  return hashed(JSON.stringify(told))
}

/** The last ones made: while a policy is edited, most of its findings stay what they are. */
const known = new Map<string, string>()
const mostKnown = 2000

function hashed(told: string): string {
  let hash = known.get(told)
  if (hash === undefined) {
    hash = `${fingerprintVersion}:${bytesToHex(sha256(utf8ToBytes(told))).slice(0, 20)}`
    if (known.size >= mostKnown) known.clear()
    known.set(told, hash)
  }
  return hash
}
