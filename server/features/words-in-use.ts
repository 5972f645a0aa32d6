import { isList } from '../language/path.ts'
import type { Policy } from '../language/policy-file.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** The short words that policies write in fields of a name, most used first: skills, products, currencies. */
export function wordsInUse(workspace: Workspace, field: string): readonly string[] {
  return mostUsed(workspace, (policy) => wordsOf(policy).get(field) ?? [])
}

/** The keys of the labels that policies carry, most used first. */
export function labelsInUse(workspace: Workspace): readonly string[] {
  return mostUsed(workspace, ({ metadata }) => Object.keys(metadata.labels ?? {}))
}

/** What policies say under a label, most used first. */
export function labelValuesInUse(workspace: Workspace, label: string): readonly string[] {
  return mostUsed(workspace, ({ metadata: { labels = {} } }) => {
    const value = Object.hasOwn(labels, label) ? labels[label] : undefined
    return value === undefined ? [] : [value]
  })
}

/** The currency that most amounts are in. */
export function usualCurrency(workspace: Workspace): string {
  return wordsInUse(workspace, 'currency')[0] ?? 'EUR'
}

function mostUsed(workspace: Workspace, wordsOf: (policy: Policy) => readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { policy } of workspace.entries)
    if (policy !== undefined) for (const word of wordsOf(policy)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort(([a, some], [b, other]) => other - some || (a < b ? -1 : 1)).map(([word]) => word)
}

/** The words of each policy by field. A policy whose content stays is the same object, so only changed ones are read again. */
const known = new WeakMap<Policy, ReadonlyMap<string, readonly string[]>>()

function wordsOf(policy: Policy): ReadonlyMap<string, readonly string[]> {
  const found = known.get(policy) ?? readWords(policy)
  known.set(policy, found)
  return found
}

const isWord = /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/

function readWords(policy: Policy): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, string[]>()
  const take = (field: string, value: unknown): void => {
    if (typeof value === 'string') {
      if (isWord.test(value)) words.set(field, [...(words.get(field) ?? []), value])
    } else if (isList(value)) for (const item of value) take(field, item)
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) take(key, inner)
  }
  take('', policy.spec)
  return words
}
