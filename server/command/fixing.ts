import type { Finding, FindingFix } from '../checker/finding.ts'
import { fixEdits } from '../checker/fix-edits.ts'
import { applyEdits, type TextEdit } from '../language/edit.ts'
import type { Applicability } from '../rules/fix.ts'
import { type CheckedWorkspace, isAsked, reportedFindings, setText, textOf } from './workspaces.ts'

/** Enough for fixes that make room for other fixes; more would be a circle. */
const mostPasses = 20

/**
 * Applies fixes to the workspace in memory, pass after pass, until none is left or nothing changes any more. In a pass the edits of
 * different fixes never overlap; those that would wait for the next one. Returns how many fixes were applied.
 */
export function applyFixes(checked: CheckedWorkspace, unsafe: boolean): number {
  let applied = 0
  const tried = new Set<string>()
  for (let pass = 0; pass < mostPasses; pass++) {
    const edits = new Map<string, TextEdit[]>()
    let count = 0
    for (const finding of reportedFindings(checked)) {
      const fix = ofSort(finding, 'safe') ?? (unsafe ? ofSort(finding, 'unsafe') : undefined)
      if (fix === undefined || tried.has(`${finding.fingerprint} ${fix.title}`)) continue
      const made = fixEdits(fix, (file) => textOf(checked, file)?.text)
      if (made === undefined || !addable(made, edits, checked)) continue
      tried.add(`${finding.fingerprint} ${fix.title}`)
      for (const [file, own] of made) edits.set(file, [...(edits.get(file) ?? []), ...own])
      count++
    }
    if (count === 0) return applied
    applied += count
    checked.workspace.change(() => {
      for (const [file, list] of edits) {
        const before = textOf(checked, file)
        if (before !== undefined) setText(checked, file, { ...before, text: applyEdits(before.text, list) })
      }
    })
  }
  return applied
}

function ofSort({ fixes }: Finding, sort: Applicability): FindingFix | undefined {
  return fixes.find(({ applicability }) => applicability === sort)
}

/** Whether a fix stays inside the files that were asked about and can be written, and clear of the edits of other fixes. */
function addable(
  made: ReadonlyMap<string, readonly TextEdit[]>,
  edits: ReadonlyMap<string, readonly TextEdit[]>,
  checked: CheckedWorkspace,
): boolean {
  return [...made].every(
    ([file, own]) =>
      isAsked(file, checked.folder) &&
      textOf(checked, file)?.encoding === 'UTF-8' &&
      own.every((edit) => (edits.get(file) ?? []).every((other) => apart(edit, other))),
  )
}

/** Edits that touch, such as two insertions at one place, are not apart: their order would be a guess. */
function apart({ range: a }: TextEdit, { range: b }: TextEdit): boolean {
  return a.end < b.start || b.end < a.start
}
