import { type Field, fieldIn, schemaFileOf } from '../language/field.ts'
import type { Path } from '../language/path.ts'
import type { Kind, PolicyDocument } from '../language/policy-file.ts'
import type { Range } from '../language/range.ts'
import { isDeclared, sortAndName } from '../workspace/names.ts'
import type { Workspace } from '../workspace/workspace.ts'
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
  /** Texts, where a # begins no comment. */
  const texts: Range[] = []
  for (const document of content.documents) {
    const meaning = new Meaning(document, company.workspace)
    const visit = (node: WrittenNode, way: Way): void => {
      const { children, value } = node
      if (!touches(extentOf(node), within)) return
      for (const child of children) visit(child, below(way, child.step))
      if (children.length > 0 || value.end === value.start) return
      texts.push(value)
      const range = withoutQuotes(text, value)
      const written = text.slice(range.start, range.end)
      const isAlias = text[value.start] === '*'
      const found = isAlias || written === '' || /[\r\n]/.test(written) ? undefined : meaning.at(way, written)
      if (found !== undefined) tokens.push({ range, ...found })
    }
    visit(writtenNodes(document.tree, text), { path: [], text: '', pattern: '' })
  }
  return [...tokens, ...suppressionTokens(text, within, texts)].sort((a, b) => a.range.start - b.range.start)
}

/** The way to a value: as a path, as a text that tells it from any other, and as one that items of a list share. */
interface Way {
  readonly path: Path
  readonly text: string
  readonly pattern: string
}

function below({ path, text, pattern }: Way, step: string | number): Way {
  return {
    path: [...path, step],
    text: `${text}\n${step}`,
    pattern: `${pattern}\n${typeof step === 'number' ? '*' : step}`,
  }
}

type Found = Pick<SemanticToken, 'type' | 'isDeclaration'>

/** What the plain values of one policy mean. */
class Meaning {
  readonly #kind: Kind | undefined
  readonly #names = new Map<string, () => Found>()
  readonly #fields = new Map<string, Field | undefined>()

  constructor({ kind, symbols }: PolicyDocument, workspace: Workspace) {
    this.#kind = kind
    for (const { path, name, sorts } of symbols.refersTo)
      this.#names.set(textOf(path), () => ({
        type: tokenTypeOf(meantSort(sorts, name, workspace)),
        isDeclaration: false,
      }))
    this.#names.set(textOf(['metadata', 'name']), () => ({ type: 'namespace', isDeclaration: true }))
    for (const { path, sort } of symbols.declares)
      this.#names.set(textOf(path), () => ({ type: tokenTypeOf(sort), isDeclaration: true }))
    this.#names.set(textOf(['kind']), () => ({ type: 'keyword', isDeclaration: false }))
  }

  at(way: Way, written: string): Found | undefined {
    const named = this.#names.get(way.text)
    if (named !== undefined) return named()
    const isListed = this.#field(way)?.values.some((value) => value === written) === true
    return isListed ? { type: 'enumMember', isDeclaration: false } : undefined
  }

  /** Looked up once for all items of a list. */
  #field({ path, pattern }: Way): Field | undefined {
    if (this.#kind === undefined) return undefined
    if (!this.#fields.has(pattern)) this.#fields.set(pattern, fieldIn(schemaFileOf(this.#kind), path))
    return this.#fields.get(pattern)
  }
}

function textOf(path: Path): string {
  return path.map((step) => `\n${step}`).join('')
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
