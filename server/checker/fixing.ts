import { applyEdits, type TextEdit } from '../language/edit.ts'
import type { Applicability } from '../rules/fix.ts'
import type { Finding, FindingFix } from './finding.ts'
import { fixEdits } from './fix-edits.ts'

/** Policies whose texts can be changed in memory and judged again. */
export interface FixablePolicies {
  /** The findings, as the texts are now, whose fixes may be applied. */
  findings(): readonly Finding[]
  textOf(file: string): string | undefined
  mayChange(file: string): boolean
  /** Puts edited texts in the place of the files' own. */
  change(edited: readonly EditedFile[]): void
}

export interface EditedFile {
  readonly file: string
  readonly edits: readonly TextEdit[]
  /** The text with the edits done. */
  readonly text: string
}

/** Enough for fixes that make room for other fixes; more would be a circle. */
const mostPasses = 20

/**
 * Applies fixes, pass after pass, until none is left or nothing changes any more: of each finding the one that `fixToMake` tells. In a
 * pass the edits of different fixes never overlap; those that would wait for the next one. Returns how many fixes were applied.
 */
export function applyFixes(policies: FixablePolicies, applicabilities: readonly Applicability[]): number {
  let applied = 0
  const tried = new Set<string>()
  for (let pass = 0; pass < mostPasses; pass++) {
    const edits = new Map<string, TextEdit[]>()
    let count = 0
    for (const finding of policies.findings()) {
      const fix = fixToMake(finding, applicabilities)
      if (fix === undefined || tried.has(`${finding.fingerprint} ${fix.title}`)) continue
      const made = staysInside(fix, policies) ? fixEdits(fix, (file) => policies.textOf(file)) : undefined
      if (made === undefined || !isApart(made, edits)) continue
      tried.add(`${finding.fingerprint} ${fix.title}`)
      for (const [file, own] of made) edits.set(file, [...(edits.get(file) ?? []), ...own])
      count++
    }
    if (count === 0) return applied
    applied += count
    policies.change(
      [...edits].flatMap(([file, list]) => {
        const before = policies.textOf(file)
        return before === undefined ? [] : [{ file, edits: list, text: applyEdits(before, list) }]
      }),
    )
  }
  return applied
}

/**
 * The fix that mends a finding without anybody to ask: a safe one, or else the only unsafe one. Several unsafe ones are alternatives,
 * and which of them is meant is for people to say.
 */
export function fixToMake(
  { fixes }: Pick<Finding, 'fixes'>,
  applicabilities: readonly Applicability[],
): FindingFix | undefined {
  for (const wanted of applicabilities) {
    const [fix, other] = fixes.filter(({ applicability }) => applicability === wanted)
    if (fix !== undefined && (other === undefined || wanted === 'safe')) return fix
  }
  return undefined
}

/** Whether several unsafe fixes of a finding are there to choose from, and no safe one. */
export function leavesChoice(finding: Pick<Finding, 'fixes'>): boolean {
  const unsafe = finding.fixes.filter(({ applicability }) => applicability === 'unsafe')
  return unsafe.length > 1 && fixToMake(finding, ['safe']) === undefined
}

function staysInside({ changes, texts }: FindingFix, policies: FixablePolicies): boolean {
  return [...changes, ...texts].every(({ file }) => policies.mayChange(file))
}

/** Whether a fix keeps clear of the edits of other fixes. */
function isApart(
  made: ReadonlyMap<string, readonly TextEdit[]>,
  edits: ReadonlyMap<string, readonly TextEdit[]>,
): boolean {
  return [...made].every(([file, own]) =>
    own.every((edit) => (edits.get(file) ?? []).every((other) => apart(edit, other))),
  )
}

/** Edits that touch, such as two insertions at one place, are not apart: their order would be a guess. */
function apart({ range: a }: TextEdit, { range: b }: TextEdit): boolean {
  return a.end < b.start || b.end < a.start
}
