import { editsFor, type TextEdit } from '../language/edit.ts'
import type { SourceTree } from '../language/source-tree.ts'
import type { FindingFix } from './finding.ts'

/**
 * The text edits of a fix for each file that it touches, in the order of the text. `textOf` gives a file's text as it was
 * checked, without a byte order mark. Undefined when a file is missing, an operation does not fit its text, or two edits overlap:
 * a fix is applied whole or not at all.
 */
export function fixEdits(
  fix: FindingFix,
  textOf: (file: string) => string | undefined,
): ReadonlyMap<string, readonly TextEdit[]> | undefined {
  const byFile = new Map<string, TextEdit[]>()
  for (const { file, document, operations } of fix.changes) {
    const text = textOf(file)
    const edits = text === undefined ? undefined : editsFor(text, document, operations)
    if (edits === undefined) return undefined
    byFile.set(file, [...(byFile.get(file) ?? []), ...edits])
  }
  for (const { file, range, text } of fix.texts) {
    if (textOf(file) === undefined) return undefined
    byFile.set(file, [...(byFile.get(file) ?? []), { range, text }])
  }
  for (const edits of byFile.values()) {
    edits.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)
    if (edits.some((edit, at) => edit.range.start < (edits[at - 1]?.range.end ?? 0))) return undefined
  }
  return byFile
}

/** The files of a check, as far as fixes are about them. */
export interface FixedFiles {
  /** A file's text as it was checked, without a byte order mark. */
  textOf(file: string): string | undefined
  /** The places of one of its documents, counted as `readDocuments` does. */
  treeOf(file: string, document: number): SourceTree | undefined
}

/**
 * Whether a fix can be made, as a light bulb wants to know of many: what findings are told from fits their texts, so that only a
 * value which another place shares can stand against it. What shares nothing need not be looked at closer.
 */
export function canBeMade(fix: FindingFix, files: FixedFiles): boolean {
  const isPlain = fix.changes.every(({ file, document, operations }) => {
    const tree = files.treeOf(file, document)
    return tree !== undefined && !operations.some(({ op, path }) => tree.mayBeShared(path, op === 'append'))
  })
  const textOf = (file: string): string | undefined => files.textOf(file)
  return (isPlain && fix.texts.every(({ file }) => textOf(file) !== undefined)) || fixEdits(fix, textOf) !== undefined
}
