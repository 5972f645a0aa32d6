import type { Finding } from '../checker/finding.ts'
import { canBeMade, type FixedFiles, fixEdits } from '../checker/fix-edits.ts'
import type { TextEdit } from '../language/edit.ts'
import type { Range } from '../language/range.ts'
import type { Applicability } from '../rules/fix.ts'
import type { OpenFile } from './place.ts'

/** A fix as a light bulb offers it; its edits are made when somebody chooses it. */
export interface QuickFix {
  readonly title: string
  readonly applicability: Applicability
  /** The fingerprint of the finding that it mends. */
  readonly finding: string
  /** Which of the finding's fixes it is. */
  readonly index: number
  /** The one fix that an author who knows the policy would apply without a second thought; at most one for each finding. */
  readonly isPreferred: boolean
}

/** Says behind a title how far the fix goes. */
const reach: Readonly<Record<Applicability, string>> = {
  safe: '',
  unsafe: ' (changes what the policy says)',
  placeholder: ' (leaves something to fill in)',
}

/**
 * The fixes of the findings at a selection or cursor, those of one finding together, safe ones first. What another place shares by an
 * anchor has none: it would change there, too.
 */
export function quickFixes(
  file: Pick<OpenFile, 'name' | 'company'>,
  at: Range,
  findings: readonly Finding[],
): readonly QuickFix[] {
  return findingsAt(file, at, findings).flatMap((finding) => fixesOf(finding, file))
}

/** The findings that a selection or cursor touches. */
export function findingsAt(
  { name }: Pick<OpenFile, 'name'>,
  at: Range,
  findings: readonly Finding[],
): readonly Finding[] {
  return findings.filter(
    ({ place: { file, range } }) => file === name && range.start <= at.end && at.start <= range.end,
  )
}

/** The finding of a file with a fingerprint; undefined when it is gone. */
export function findingCalled(
  { company, name }: Pick<OpenFile, 'company' | 'name'>,
  fingerprint: string,
): Finding | undefined {
  return company.checker.findingsIn(name).find((finding) => finding.fingerprint === fingerprint)
}

/** The edits of a quick fix for each file that it touches; undefined when the finding is gone, or the fix does not fit its text any more. */
export function resolveFix(
  { company, name }: Pick<OpenFile, 'company' | 'name'>,
  finding: string,
  index: number,
): ReadonlyMap<string, readonly TextEdit[]> | undefined {
  const fix = findingCalled({ company, name }, finding)?.fixes[index]
  return fix === undefined ? undefined : fixEdits(fix, (file) => company.textOf(file))
}

const order: readonly Applicability[] = ['safe', 'unsafe', 'placeholder']

function fixesOf({ fixes, fingerprint }: Finding, { company }: Pick<OpenFile, 'company'>): readonly QuickFix[] {
  const files: FixedFiles = {
    textOf: (file) => company.textOf(file),
    treeOf: (file, document) => company.workspace.treeOf(file, document),
  }
  const preferred = fixes.findIndex(({ applicability }) => applicability === 'safe')
  return fixes
    .map((fix, index) => ({ fix, index }))
    .filter(({ fix }) => canBeMade(fix, files))
    .map(({ fix: { title, applicability }, index }) => ({
      title: `${title}${reach[applicability]}`,
      applicability,
      finding: fingerprint,
      index,
      isPreferred: index === preferred,
    }))
    .sort((a, b) => order.indexOf(a.applicability) - order.indexOf(b.applicability))
}
