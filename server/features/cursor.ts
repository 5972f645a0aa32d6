import type { Path } from '../language/path.ts'
import type { PolicyDocument } from '../language/policy-file.ts'
import type { Range } from '../language/range.ts'
import type { Declaration } from '../language/symbols.ts'
import type { PolicyEntry } from '../workspace/policy-entry.ts'
import type { OpenFile, Place } from './place.ts'

/** What stands at a cursor in a policy, as far as the text was understood. */
export interface Cursor {
  readonly document: PolicyDocument
  /** The value that the cursor is at, or whose key it is at; for `blank`, the innermost list or mapping around it. */
  readonly path: Path
  /** The node of the document's tree at that path. */
  readonly node: number
  /** `value` only at a plain value or an alias; `blank` between things, in comments and at marks. */
  readonly part: 'key' | 'value' | 'blank'
}

/** What stands at a cursor; undefined outside policies. */
export function pathAt(place: Place): Cursor | undefined {
  const document = documentAt(place)
  const found = document?.tree.nodeAt(place.offset)
  if (document === undefined || found === undefined) return undefined
  const { tree } = document
  const brought = found.onKey ? undefined : broughtInAt(document, found.node, place.offset)
  const node = brought ?? found.node
  const isLeaf = brought !== undefined || !tree.hasChildren(node)
  const part = found.onKey ? 'key' : isLeaf ? 'value' : 'blank'
  return { document, path: tree.pathOf(node), node, part }
}

/** The range of what stands at a cursor: the key, or the plain value or alias. */
export function rangeAt({ document: { tree }, node, part }: Cursor): Range {
  return part === 'key' ? tree.key(node).used : tree.value(node).used
}

/** The policy that an offset stands in, from its `---` to the next; also between and after what was understood of it. */
export function documentAt(place: Place): PolicyDocument | undefined {
  const { start, end } = documentRange(place.text, place.offset)
  return place.content.documents.find(({ tree }) => {
    const root = tree.value(0).used
    return start <= root.start && root.start <= end
  })
}

const separator = /^---(?=[ \t\r\n]|$)/gm

/** From the line after one `---` to the beginning of the next, around an offset. */
export function documentRange(text: string, offset: number): Range {
  let start = 0
  for (const { index } of text.matchAll(separator)) {
    if (index + 3 > offset) return { start, end: index }
    start = index + 3
  }
  return { start, end: text.length }
}

/** The entry of the workspace that a document of an open file belongs to. */
export function entryAt({ company, name }: OpenFile, document: PolicyDocument): PolicyEntry | undefined {
  const entries = company.workspace.file(name)?.entries ?? []
  return (
    entries.find((entry) => entry.document === document) ??
    entries.find(({ kind, name: called }) => kind === document.kind && called === document.name)
  )
}

/** The name that is declared exactly at a path. */
export function declarationAt({ symbols }: PolicyDocument, path: Path): Declaration | undefined {
  return symbols.declares.find((declaration) => samePath(declaration.path, path))
}

export function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index])
}

/** The child of a node whose value an alias at the offset brings in. */
function broughtInAt({ tree }: PolicyDocument, node: number, offset: number): number | undefined {
  for (const child of tree.children(node)) {
    const { used, written } = tree.value(child.node)
    // What a merge key brings in has its key elsewhere, too: the alias stands for all of it, not for one field.
    const merged = tree.key(child.node).written !== undefined && typeof child.key === 'string'
    if (written !== undefined && !merged && used.start <= offset && offset <= used.end) return child.node
  }
  return undefined
}

/** A plain value's text without its quotes. */
export function unquoted(written: string): string {
  const quote = written.charAt(0)
  if (quote !== '"' && quote !== "'") return written
  const inner = written.slice(1, written.endsWith(quote) && written.length > 1 ? -1 : undefined)
  return quote === '"' ? inner.replace(/\\(.)/g, '$1') : inner.replaceAll("''", "'")
}
