import { createHash } from 'node:crypto'

/** Tells apart what differs in any byte: SHA-256, as hexadecimal digits. */
export function digest(...parts: readonly (Buffer | string)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}
