import { fieldIn, schemaFileOf } from '../language/field.ts'
import type { Path } from '../language/path.ts'
import type { Kind, PolicyDocument } from '../language/policy-file.ts'
import type { Range } from '../language/range.ts'
import { isDeclared, sortAndName } from '../workspace/names.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { nodesAt } from './name-places.ts'
import type { OpenFile } from './place.ts'
import { type SemanticToken, tokenTypeOf } from './semantic-token.ts'
import { suppressionTokens } from './suppression-tokens.ts'
import { extentOf, type WrittenNode, writtenNodes } from './written-nodes.ts'

/** Kinds, names that are declared or referred to, values that a schema lists, and suppressions, in the order of the text, without overlaps. */
export function semanticTokens(
  { company, text, content }: Pick<OpenFile, 'company' | 'text' | 'content'>,
  within: Range = { start: 0, end: text.length },
): readonly SemanticToken[] {
  if (content.documents.length === 0) return []
  const tokens: SemanticToken[] = []
  /** Keys and plain values, where a # begins no comment; only where that matters. */
  const texts: Range[] | undefined = text.includes('concord-ignore') ? [] : undefined
  for (const document of content.documents) {
    const names = namesIn(document, company.workspace)
    const visit = (node: WrittenNode, field: FieldOfDocument): void => {
      const { children, key, value } = node
      if (!touches(extentOf(node), within)) return
      if (key !== undefined) texts?.push(key)
      for (const child of children) visit(child, field.below(child.step))
      if (children.length > 0 || value.end === value.start) return
      texts?.push(value)
      const named = names.get(node.node)
      if (named === undefined && field.values.length === 0) return
      const range = withoutQuotes(text, value)
      const written = text.slice(range.start, range.end)
      const isAlias = text[value.start] === '*'
      if (isAlias || written === '' || /[\r\n]/.test(written)) return
      const found = named?.() ?? (field.values.includes(written) ? listed : undefined)
      if (found !== undefined) tokens.push({ range, ...found })
    }
    visit(writtenNodes(document.tree), new FieldOfDocument(document.kind, []))
  }
  texts?.sort((a, b) => a.start - b.start)
  const suppressions = texts === undefined ? [] : suppressionTokens(text, within, texts)
  return [...tokens, ...suppressions].sort((a, b) => a.range.start - b.range.start)
}

type Found = Pick<SemanticToken, 'type' | 'isDeclaration'>

const listed: Found = { type: 'enumMember', isDeclaration: false }

/** What the plain values of a policy mean that are its kind or names, by the nodes of its tree. */
function namesIn({ tree, symbols }: PolicyDocument, workspace: Workspace): ReadonlyMap<number, () => Found> {
  const meanings = new Map<Path, () => Found>()
  for (const { path, name, sorts } of symbols.refersTo)
    meanings.set(path, () => ({ type: tokenTypeOf(meantSort(sorts, name, workspace)), isDeclaration: false }))
  meanings.set(['metadata', 'name'], () => ({ type: 'namespace', isDeclaration: true }))
  for (const { path, sort } of symbols.declares)
    meanings.set(path, () => ({ type: tokenTypeOf(sort), isDeclaration: true }))
  meanings.set(['kind'], () => ({ type: 'keyword', isDeclaration: false }))
  const nodes = nodesAt(tree, [...meanings.keys()])
  const names = new Map<number, () => Found>()
  for (const [path, meaning] of meanings) {
    const node = nodes.get(path)
    if (node !== undefined) names.set(node, meaning)
  }
  return names
}

/** What the schema says at a place in a policy; looked up once for all items of a list, and only where somebody asks. */
class FieldOfDocument {
  readonly #kind: Kind | undefined
  readonly #path: Path
  readonly #below = new Map<string | number, FieldOfDocument>()
  #values: readonly unknown[] | undefined

  constructor(kind: Kind | undefined, path: Path) {
    this.#kind = kind
    this.#path = path
  }

  below(step: string | number): FieldOfDocument {
    const key = typeof step === 'number' ? 0 : step
    const known = this.#below.get(key)
    if (known !== undefined) return known
    const made = new FieldOfDocument(this.#kind, [...this.#path, key])
    this.#below.set(key, made)
    return made
  }

  /** The values of which one has to be written there; none where others can be, too. */
  get values(): readonly unknown[] {
    this.#values ??= this.#kind === undefined ? [] : (fieldIn(schemaFileOf(this.#kind), this.#path)?.values ?? [])
    return this.#values
  }
}

/** Of the sorts that a name may have in a place, the one that it is declared as; the first where it is not. */
function meantSort(sorts: readonly string[], name: string, workspace: Workspace): string {
  const [first = '', ...others] = sorts
  if (others.length === 0) return first
  return sorts.find((sort) => isDeclared(workspace, sortAndName(sort, name))) ?? first
}

function withoutQuotes(text: string, { start, end }: Range): Range {
  const isQuoted = end - start > 1 && /["']/.test(text.charAt(start)) && text[start] === text[end - 1]
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end }
}

function touches(a: Range, b: Range): boolean {
  return a.start <= b.end && b.start <= a.end
}
