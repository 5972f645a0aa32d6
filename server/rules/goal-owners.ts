import type { Goal } from '../language/generated/policies.ts'

/** The roles and units that a goal names as its owners, each once. */
export function ownersOf({ owner }: Goal): readonly string[] {
  return typeof owner === 'string' ? [owner] : [...new Set(owner ?? [])]
}
