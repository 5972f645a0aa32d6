import type { Path } from './path.ts'
import type { Problem } from './problem.ts'
import { isPlaceholder } from './schema-problems.ts'
import type { Value } from './source-document.ts'
import type { SourceTree } from './source-tree.ts'

/** The values of a document that say what is still to be filled in: texts that start with "?". */
export function placeholderProblems(value: Value, tree: SourceTree): readonly Problem[] {
  return placeholders(value).map(({ text, path }) => {
    const wanted = text.replace(/^[?\s]+/, '').replace(/[.\s]+$/, '')
    const what = wanted === '' ? 'A value is still to be filled in here.' : `Still to be filled in here: ${wanted}.`
    const message = `${what} Until then, nothing that depends on it can be checked.`
    const keys = path.filter((step) => typeof step === 'string').join('.')
    return {
      rule: 'language/placeholder',
      message,
      range: tree.value(tree.find(path).node).used,
      identity: `${keys}: ${wanted}`,
    }
  })
}

function placeholders(root: Value): readonly { readonly text: string; readonly path: Path }[] {
  const found: { text: string; path: Path }[] = []
  const path: (string | number)[] = []
  const walk = (value: Value): void => {
    if (typeof value === 'string') {
      if (isPlaceholder(value)) found.push({ text: value, path: [...path] })
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
        path.push(key)
        walk(item as Value)
        path.pop()
      }
    }
  }
  walk(root)
  return found
}
