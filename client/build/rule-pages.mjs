// The pages that the extension shows offline, as one file: docs/rules/ and docs/evidence.md.

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

/**
 * Every page by its path under docs/, in the order of the paths.
 * @param {string} docs
 * @returns {Record<string, string>}
 */
export function rulePages(docs) {
  const rules = readdirSync(join(docs, 'rules'), { recursive: true, encoding: 'utf8' })
  const paths = rules
    .filter((path) => path.endsWith('.md'))
    .map((path) => posix.join('rules', path.replaceAll('\\', '/')))
  const shown = new Set(['evidence.md', ...paths])
  return Object.fromEntries(
    [...shown].sort().map((path) => [path, page(readFileSync(join(docs, path), 'utf8'), path, shown)]),
  )
}

/**
 * A page without its note to developers, and without links to pages that do not come along.
 * @param {string} text
 * @param {string} path
 * @param {ReadonlySet<string>} shown
 */
function page(text, path, shown) {
  const isShown = (/** @type {string} */ target) => shown.has(posix.join(dirname(path), target))
  return text
    .replace(/^<!--.*?-->\s*/s, '')
    .replace(/\[([^\]]+)\]\((\.{0,2}[^)#:]*\.md)(?:#[^)]*)?\)/g, (link, words, target) =>
      isShown(target) ? link : words,
    )
}
