import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { completion } from '../../server/features/completion.ts'
import type { OpenFile } from '../../server/features/place.ts'
import { fieldIn, schemaFileOf } from '../../server/language/field.ts'
import type { Path } from '../../server/language/path.ts'
import { type PolicyDocument, readPolicyFile } from '../../server/language/policy-file.ts'
import type { Range } from '../../server/language/range.ts'
import { textsBelow } from '../checker/policy-texts.ts'
import { labelsAt } from './completing.ts'
import { opened } from './opened-files.ts'

const files: readonly OpenFile[] = ['meridian', 'tarnfield', 'published'].flatMap((name) => {
  const texts = textsBelow(fileURLToPath(new URL(`../../samples/${name}`, import.meta.url)))
  const company = opened(texts)
  return [...texts].map(([file, text]) => ({ ...company, name: file, text, content: readPolicyFile(text) }))
})

/** The published policies also refer to what is described nowhere. */
const declared = new Set(
  files.flatMap(({ content }) => content.documents.flatMap(({ symbols }) => symbols.declares.map(({ name }) => name))),
)

interface Written {
  readonly file: OpenFile
  readonly document: PolicyDocument
  readonly node: number
  readonly path: Path
  readonly range: Range
}

/** Every key that is written out, and every plain value. */
function* written(part: 'key' | 'value'): Generator<Written> {
  for (const file of files) {
    for (const document of file.content.documents) {
      const { tree } = document
      for (let node = 1; node < tree.size; node++) {
        const { used, written } = part === 'key' ? tree.key(node) : tree.value(node)
        const path = tree.pathOf(node)
        const isLeaf = tree.children(node).next().done === true
        if (written !== undefined || (part === 'key' ? typeof path.at(-1) === 'number' : !isLeaf)) continue
        yield { file, document, node, path, range: used }
      }
    }
  }
}

/** What is offered where a piece of a file was cut out. */
function offeredInstead(file: OpenFile, { start, end }: Range, crlf = false): readonly string[] {
  const cut = `${file.text.slice(0, start)}\0${file.text.slice(end)}`
  const marked = crlf ? cut.replace(/\r?\n/g, '\r\n') : cut
  const text = marked.replace('\0', '')
  return labelsAt({ ...file, text, content: readPolicyFile(text), offset: marked.indexOf('\0') })
}

function said({ file, path, range }: Written): string {
  return `${file.name} ${path.join('.')} at ${range.start}`
}

/** Some of very many, spread evenly. */
function some<Item>(items: Iterable<Item>, every: number): readonly Item[] {
  return [...items].filter((_, index) => index % every === 0)
}

describe('completion in the samples', () => {
  it('offers every key where it stands', () => {
    for (const key of some(written('key'), 3))
      assert.ok(labelsAt({ ...key.file, offset: key.range.end }).includes(String(key.path.at(-1))), said(key))
  })
  it('offers a key again in front of its colon once it is deleted', () => {
    for (const key of some(written('key'), 31))
      assert.ok(offeredInstead(key.file, key.range).includes(String(key.path.at(-1))), said(key))
  })
  it('offers a key again once it is deleted with its value', () => {
    for (const key of some(written('key'), 17)) {
      const { end } = key.document.tree.value(key.node).used
      const range = { start: key.range.start, end: Math.max(end, key.range.end + 1) }
      const isLabel = key.path.at(-2) === 'labels'
      if (!isLabel) assert.ok(offeredInstead(key.file, range).includes(String(key.path.at(-1))), said(key))
    }
  })
  it('offers a value of several, and a name, again once it is deleted', () => {
    let count = 0
    for (const [index, value] of some(written('value'), 7).entries()) {
      const { file, document, path, range } = value
      const field = document.kind === undefined ? undefined : fieldIn(schemaFileOf(document.kind), path)
      const isChoice = field !== undefined && (field.values.length > 0 || field.types.includes('boolean'))
      if (!isChoice && (field?.refersTo.length ?? 0) === 0) continue
      const text = file.text.slice(range.start, range.end).replace(/^["']|["']$/g, '')
      if (!isChoice && !declared.has(text.replace(/^.*\//, ''))) continue
      assert.ok(offeredInstead(file, range, index % 5 === 0).includes(text), said(value))
      count++
    }
    assert.ok(count > 100, String(count))
  })
  it('never throws in a text that ends anywhere', () => {
    for (const file of files) {
      for (let offset = 0; offset <= file.text.length; offset += 397) {
        const text = file.text.slice(0, offset)
        const found = completion({ ...file, text, content: readPolicyFile(text), offset })
        const { start, end } = found?.replace ?? { start: offset, end: offset }
        assert.ok(start <= offset && offset <= end && !/[\r\n]/.test(text.slice(start, end)), `${file.name} ${offset}`)
      }
    }
  })
})
