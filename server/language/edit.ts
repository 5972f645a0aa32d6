import isSame from 'fast-deep-equal'
import { Composer, isAlias, isScalar, type ParsedNode, Parser } from 'yaml'
import { readDocuments, yamlOptions } from './document.ts'
import { changeEdits } from './editing/changes.ts'
import type { Operation, TextEdit } from './editing/operation.ts'
import { outcome } from './editing/outcome.ts'
import type { Page, RawEdit } from './editing/page.ts'
import { planOf } from './editing/plan.ts'
import { readCollection, rootSite } from './editing/site.ts'
import { SourceText } from './editing/source-text.ts'
import { Style } from './editing/style.ts'
import { tooDeepAt } from './nesting.ts'
import type { SourceDocument, Value } from './source-document.ts'

export type { Operation, TextEdit } from './editing/operation.ts'

/** Niceties that edits may have, from all of them to none: where they do not work out, the next are tried. */
interface Leave {
  readonly blockTexts: boolean
  readonly commentsInBrackets: boolean
}
const leaves: readonly Leave[] = [true, false].flatMap((commentsInBrackets) =>
  [true, false].map((blockTexts) => ({ blockTexts, commentsInBrackets })),
)

/**
 * The edits that do operations on one document of a text (`document` counts as `readDocuments` does), in the order of the text,
 * without overlaps. Everything outside of them stays as it is, and every comment. Undefined when the operations cannot be done
 * without touching more than asked: the document has errors, the way goes through an alias, another place shares the value, the
 * operations get in each other's way.
 */
export function editsFor(
  text: string,
  document: number,
  operations: readonly Operation[],
): readonly TextEdit[] | undefined {
  const before = tooDeepAt(text) === undefined ? readDocuments(text) : []
  const value = before[document]?.value
  const wanted = value === undefined ? undefined : outcome(value, operations)
  if (value === undefined || wanted === undefined) return undefined
  for (const leave of leaves) {
    const edits = drawnUp(text, document, value, operations, leave)
    if (edits !== undefined && keepsPromise(text, before, document, wanted, edits)) return edits
  }
  return undefined
}

/** A text with edits done, whatever their order. Throws a RangeError when they overlap or reach beyond the text. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = ''
  let at = 0
  for (const { range, text: inserted } of sorted(edits)) {
    if (range.start < at || range.end < range.start || range.end > text.length)
      throw new RangeError(`An edit at ${range.start}–${range.end} overlaps another, or lies outside of the text.`)
    result += text.slice(at, range.start) + inserted
    at = range.end
  }
  return result + text.slice(at)
}

function sorted(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...edits].sort((one, other) => one.range.start - other.range.start || one.range.end - other.range.end)
}

function drawnUp(
  text: string,
  index: number,
  value: Value,
  operations: readonly Operation[],
  leave: Leave,
): readonly TextEdit[] | undefined {
  const tokens = [...new Parser().parse(text)]
  const document = [...new Composer({ ...yamlOptions, keepSourceTokens: true }).compose(tokens)][index]
  const token = tokens.filter(({ type }) => type === 'document')[index]
  if (document === undefined || token?.type !== 'document' || document.errors.length > 0) return undefined
  const source = new SourceText(text)
  const site = rootSite(token, document.contents, source)
  if (site === undefined) return undefined
  const nameOf = (key: ParsedNode | null): string | undefined => {
    const node = isAlias(key) ? key.resolve(document) : key
    if (!isScalar(node)) return undefined
    return node.value === null
      ? (node.source ?? '')
      : typeof node.value === 'string'
        ? node.value
        : (node.source ?? String(node.value))
  }
  const root = readCollection(site, source, nameOf)
  const page: Page = {
    source,
    style: new Style(document.contents, source, leave.blockTexts),
    commentsInBrackets: leave.commentsInBrackets,
    json: root?.surroundings?.json === true && source.comments.length === 0,
    collectionAt: (place) => readCollection(place, source, nameOf),
  }
  const plan = planOf(site, value, operations, page.collectionAt)
  return plan && fitted(source, changeEdits(page, plan))
}

/** Edits with the line breaks of the text, as small as whole words go, one per place. Undefined when they overlap. */
function fitted(source: SourceText, raw: readonly RawEdit[]): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = []
  const trimmed = [...raw]
    .sort((one, other) => one.rank - other.rank)
    .map((edit) => trim(source.text, { ...edit, text: edit.text.replaceAll('\n', source.lineBreak) }))
  for (const edit of sorted(trimmed.filter(({ range, text }) => range.end > range.start || text !== ''))) {
    const last = edits.at(-1)
    if (last !== undefined && edit.range.start < last.range.end) return undefined
    if (last === undefined || edit.range.start > last.range.end) edits.push(edit)
    else
      edits[edits.length - 1] = { range: { start: last.range.start, end: edit.range.end }, text: last.text + edit.text }
  }
  return edits
}

/** Leaves out what an edit would write as it was, in whole words. */
function trim(text: string, { start, end, text: inserted }: RawEdit): TextEdit {
  const old = text.slice(start, end)
  const most = Math.min(old.length, inserted.length)
  let head = 0
  while (head < most && old[head] === inserted[head]) head++
  while (head > 0 && !(isEdge(old, head) && isEdge(inserted, head))) head--
  let tail = 0
  while (tail < most - head && old.at(-1 - tail) === inserted.at(-1 - tail)) tail++
  while (tail > 0 && !(isEdge(old, old.length - tail) && isEdge(inserted, inserted.length - tail))) tail--
  return { range: { start: start + head, end: end - tail }, text: inserted.slice(head, inserted.length - tail) }
}

/** Whether a word ends or begins here, and no line break is cut in two. */
function isEdge(text: string, at: number): boolean {
  const before = text.charAt(at - 1)
  const after = text.charAt(at)
  return (
    !(before === '\r' && after === '\n') && (before === '' || after === '' || /\s/.test(before) || /\s/.test(after))
  )
}

/** Reads the edited text once more: it has to say what was asked, and all else as before, comments included. */
function keepsPromise(
  text: string,
  before: readonly SourceDocument[],
  index: number,
  wanted: Value,
  edits: readonly TextEdit[],
): boolean {
  const edited = applyEdits(text, edits)
  if (tooDeepAt(edited) !== undefined) return false
  const after = readDocuments(edited)
  if (after.length !== before.length) return false
  const same = after.every((document, at) => {
    const earlier = before[at]
    if (earlier === undefined || document.problems.length > earlier.problems.length) return false
    return isSame(document.value, at === index ? wanted : earlier.value)
  })
  return same && keepsComments(new SourceText(text), new SourceText(edited))
}

/** A comment may stand behind a new one in the same line. */
function keepsComments(before: SourceText, after: SourceText): boolean {
  const found = after.comments.map((comment) => after.slice(comment))
  return before.comments.every((comment) => {
    const words = before.slice(comment)
    const at = found.findIndex((candidate) => candidate === words || candidate.endsWith(` ${words}`))
    if (at >= 0) found.splice(at, 1)
    return at >= 0
  })
}
