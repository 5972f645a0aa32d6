import { isList } from '../language/path.ts'
import { query, type Workspace } from '../workspace/workspace.ts'

/** The short words that policies write in fields of a name, most used first: skills, products, currencies. */
export const wordsInUse = query((workspace, field: string): readonly string[] => {
  const counts = new Map<string, number>()
  const count = (value: unknown): void => {
    if (isList(value)) value.forEach(count)
    else if (typeof value === 'string' && isWord.test(value)) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if (isList(value)) value.forEach(walk)
    else
      for (const [key, inner] of Object.entries(value)) {
        if (key === field) count(inner)
        walk(inner)
      }
  }
  for (const { policy } of workspace.entries) walk(policy?.spec)
  return [...counts].sort(([a, some], [b, other]) => other - some || (a < b ? -1 : 1)).map(([word]) => word)
})

const isWord = /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/

/** The currency that most amounts are in. */
export function usualCurrency(workspace: Workspace): string {
  return wordsInUse(workspace, 'currency')[0] ?? 'EUR'
}
