import type { OpenFile } from './place.ts'
import { extentOf, isFlow, type WrittenNode, writtenNodes } from './written-nodes.ts'

/** Lines, from 0, of which all but the first can be hidden. */
export interface Fold {
  readonly firstLine: number
  readonly lastLine: number
  readonly sort: 'region' | 'comment'
}

/**
 * What can be folded in a file: its policies where it has several, fields, items of lists, long texts, and comments; one fold a line,
 * in the order of lines. Undefined for files without policies, so that an editor folds them as it would without Concord.
 */
export function folding({ text, content }: Pick<OpenFile, 'text' | 'content'>): readonly Fold[] | undefined {
  const { documents, lines } = content
  if (documents.length === 0) return undefined
  const lineOf = (offset: number): number => lines.position(offset).line
  const folds = new Map<number, Fold>()
  /** Lines that begin inside a text: a # there begins no comment. */
  const inTexts = new Set<number>()
  const visit = (node: WrittenNode, isWhole: boolean): void => {
    const { value, children } = node
    const { start, end } = extentOf(node)
    const firstLine = lineOf(start)
    if (end < lines.startOf(firstLine + 1)) return
    if (isWhole) {
      const lastLine = lineOf(end) - (isFlow(node, text) && standsAtLineStart(text, value.end - 1) ? 1 : 0)
      if (lastLine > firstLine && (folds.get(firstLine)?.lastLine ?? -1) < lastLine)
        folds.set(firstLine, { firstLine, lastLine, sort: 'region' })
    }
    if (children.length === 0) {
      for (let line = lineOf(value.start) + 1, last = lineOf(value.end); line <= last; line++) inTexts.add(line)
    }
    for (const child of children) visit(child, true)
  }
  for (const document of documents) {
    const root = writtenNodes(document.tree)
    visit(root, documents.length > 1 || document.index > 0 || isFlow(root, text))
  }
  const comments = commentBlocks(text, lines.count, (line) => lines.startOf(line), inTexts)
  for (const fold of comments) folds.set(fold.firstLine, fold)
  return [...folds.values()].sort((a, b) => a.firstLine - b.firstLine)
}

/** Whether a bracket comes first in its line: then the line stays, as the end of what is hidden. */
function standsAtLineStart(text: string, at: number): boolean {
  let before = at - 1
  while (text[before] === ' ' || text[before] === '\t') before--
  return before < 0 || text[before] === '\n' || text[before] === '\r'
}

/** Comments of several lines. */
function commentBlocks(
  text: string,
  lineCount: number,
  startOf: (line: number) => number,
  inTexts: ReadonlySet<number>,
): readonly Fold[] {
  const blocks: Fold[] = []
  let firstLine: number | undefined
  for (let line = 0; line <= lineCount; line++) {
    if (line < lineCount && !inTexts.has(line) && isComment(text, startOf(line))) firstLine ??= line
    else {
      if (firstLine !== undefined && line - 1 > firstLine)
        blocks.push({ firstLine, lastLine: line - 1, sort: 'comment' })
      firstLine = undefined
    }
  }
  return blocks
}

function isComment(text: string, lineStart: number): boolean {
  let at = lineStart
  while (text[at] === ' ' || text[at] === '\t') at++
  return text[at] === '#'
}
