import { namingFields } from '../language/generated/fields.ts'
import type { PolicyDocument } from '../language/policy-file.ts'
import type { Range } from '../language/range.ts'
import type { SourceTree } from '../language/source-tree.ts'
import type { OpenFile } from './place.ts'

/** An entry of a file's outline. Its range holds its selection and those of its children. */
export interface DocumentSymbol {
  readonly kind: 'policy' | 'section' | 'item'
  /** Never empty. */
  readonly name: string
  /** What people call it, where the policy says so; the kind, too, for a policy. */
  readonly detail: string
  readonly range: Range
  readonly selection: Range
  readonly children: readonly DocumentSymbol[]
}

/** The outline of a file: its policies, the sections of each, and the items in them by what tells them apart. */
export function documentSymbols({ text, content }: OpenFile): readonly DocumentSymbol[] {
  return content.documents.flatMap((document) => new Outline(document, text).policy())
}

class Outline {
  readonly #document: PolicyDocument
  readonly #tree: SourceTree
  readonly #text: string

  constructor(document: PolicyDocument, text: string) {
    this.#document = document
    this.#tree = document.tree
    this.#text = text
  }

  policy(): readonly DocumentSymbol[] {
    const top = this.#childrenOf(0)
    if (top.size === 0) return []
    const metadata = this.#childrenOf(top.get('metadata'))
    const kind = this.#textOf(top.get('kind'))
    const name = this.#textOf(metadata.get('name'))
    const named = metadata.get('name') ?? top.get('kind') ?? top.get('apiVersion')
    const detail = [kind, this.#textOf(metadata.get('title'))].filter((part) => part !== '')
    const selection = named === undefined ? this.#tree.value(0).used : this.#tree.value(named).used
    const spec = top.get('spec')
    const children = spec === undefined ? [] : this.#sections(spec, 'spec', true)
    return [
      this.#symbol(
        'policy',
        name || kind || 'policy',
        detail.join(' · '),
        this.#tree.value(0).used,
        selection,
        children,
      ),
    ]
  }

  /** Under `spec` every list or group of fields is a section; further in only what holds named things. */
  #sections(node: number, pattern: string, isTop: boolean): readonly DocumentSymbol[] {
    return [...this.#childrenOf(node)].flatMap(([key, child]): readonly DocumentSymbol[] => {
      const first = this.#tree.children(child).next()
      if (first.done === true) return []
      const value = this.#tree.value(child)
      // What an alias brings in is outlined where it is written.
      if (value.written !== undefined) return []
      const below = `${pattern}.${key}`
      const isList = typeof first.value.key === 'number'
      const inside = isList
        ? isTop || this.#namesOf(below).includes('name')
          ? this.#items(child, below)
          : []
        : this.#sections(child, below, false)
      if (inside.length === 0 && !isTop) return []
      const selection = this.#tree.key(child).used
      return [this.#symbol('section', key, '', hull(selection, value.used), selection, inside)]
    })
  }

  #items(list: number, pattern: string): readonly DocumentSymbol[] {
    const items = [...this.#tree.children(list)]
    return items.flatMap(({ node, key }) => {
      const fields = this.#childrenOf(node)
      if (fields.size === 0) return []
      const naming = this.#namesOf(pattern).map((path) => this.#below(node, path.split('.')))
      const name = naming
        .map((at) => this.#textOf(at))
        .filter((part) => part !== '')
        .join(', ')
      const { used, written } = this.#tree.value(node)
      const first = naming.find((at) => at !== undefined && this.#textOf(at) !== '')
      const selection = first === undefined || written !== undefined ? used : this.#tree.value(first).used
      const inside = written === undefined ? this.#sections(node, `${pattern}.*`, false) : []
      const detail = this.#textOf(fields.get('title'))
      return [this.#symbol('item', name || `item ${Number(key) + 1}`, detail, used, selection, inside)]
    })
  }

  /** The keys that tell the items of a list apart. */
  #namesOf(pattern: string): readonly string[] {
    const { kind } = this.#document
    const identities = kind === undefined ? [] : namingFields[kind].identities
    return identities.find(([path]) => path === pattern)?.[1] ?? ['name']
  }

  #symbol(
    kind: DocumentSymbol['kind'],
    name: string,
    detail: string,
    range: Range,
    selection: Range,
    children: readonly DocumentSymbol[],
  ): DocumentSymbol {
    const whole = [selection, ...children.map((child) => child.range)].reduce(hull, this.#trimmed(range))
    return { kind, name, detail, range: whole, selection, children }
  }

  #trimmed({ start, end }: Range): Range {
    return { start, end: start + this.#text.slice(start, end).trimEnd().length }
  }

  #childrenOf(node: number | undefined): ReadonlyMap<string, number> {
    const children = new Map<string, number>()
    for (const { node: child, key } of node === undefined ? [] : this.#tree.children(node)) {
      if (typeof key === 'string') children.set(key, child)
    }
    return children
  }

  #below(node: number, path: readonly string[]): number | undefined {
    return path.reduce<number | undefined>((at, key) => this.#childrenOf(at).get(key), node)
  }

  /** A plain value's text in one line, without quotes; empty where there is none. */
  #textOf(node: number | undefined): string {
    if (node === undefined || this.#tree.hasChildren(node)) return ''
    const { used, written } = this.#tree.value(node)
    const { start, end } = written ?? used
    return plainText(this.#text.slice(start, end))
  }
}

function plainText(written: string): string {
  if (/^[\w-]*$/.test(written)) return written
  // A quote that is not closed yet runs on over everything that follows.
  const open = /^(["'])(?!.*\1$)(.*)/s.exec(written)?.[2]?.split('\n')[0]
  const text = open ?? written.replace(/^[|>][-+\d]*[ \t]*(?:#.*)?/, '').replace(/^(["'])(.*)\1$/s, '$2')
  return text.replace(/\s+/g, ' ').trim()
}

function hull(one: Range, other: Range): Range {
  return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) }
}
