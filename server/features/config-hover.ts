import { readDocuments } from '../language/document.ts'
import type { Path } from '../language/path.ts'
import type { Range } from '../language/range.ts'
import { unquoted } from './cursor.ts'
import { fieldDocs } from './field-docs.ts'
import type { RuleLink } from './finding-docs.ts'
import type { Place } from './place.ts'
import { ruleDocs } from './rule-docs.ts'

/** What a setting in a configuration file is for, or what a rule that is named there finds. */
export function configHover(
  { text, offset, company }: Place,
  schemaFile: string,
  ruleLink: RuleLink,
): { readonly range: Range; readonly markdown: string } | undefined {
  const tree = readDocuments(text)[0]?.tree
  const found = tree?.nodeAt(offset)
  if (tree === undefined || found === undefined) return undefined
  const { node, onKey } = found
  if (!onKey && tree.hasChildren(node)) return undefined
  const path = tree.pathOf(node)
  const range = onKey ? tree.key(node).used : tree.value(node).used
  const rule = company.rules.find(({ id }) => id === ruleAt(path))
  if (onKey && rule !== undefined && path.at(-1) === rule.id) return { range, markdown: ruleDocs(rule, ruleLink) }
  const chosen = onKey ? undefined : unquoted(text.slice(range.start, range.end))
  const option = path.at(-2) === 'options' ? rule?.options[String(path.at(-1))] : undefined
  const markdown = option?.description ?? fieldDocs(schemaFile, path, chosen)
  return markdown === undefined ? undefined : { range, markdown }
}

/** The rule whose setting a path of a configuration leads into. */
export function ruleAt(path: Path): string | undefined {
  const at = path.lastIndexOf('rules')
  const rule = path[at + 1]
  return at < 0 || typeof rule !== 'string' ? undefined : rule
}
