import type { Checker } from '../checker/checker.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { Side } from './comparison.ts'
import { judgedIn, judgedTogether } from './judged.ts'
import { type Scorecard, scorecard } from './scorecard.ts'

/** Policies that are judged together, such as those of one company. */
export interface JudgedPart {
  readonly workspace: Workspace
  readonly checker: Checker
}

/** A state without its scores. */
export type Found = Omit<Side, 'scorecard'>

/** What is found in one or several companies, for a comparison. */
export function foundIn(parts: readonly JudgedPart[], isAsked: Side['isAsked']): Found {
  return {
    findings: parts.flatMap(({ checker }) => checker.findings()),
    setAside: parts.flatMap(({ checker }) => checker.setAside()),
    policies: parts.flatMap(({ workspace }) =>
      workspace.entries.flatMap(({ file, policy }) => (policy === undefined ? [] : [{ file, policy }])),
    ),
    isAsked,
  }
}

/**
 * What was found in an earlier state, which was left on a day in the past. A finding that was set aside then was not shown. If that has
 * ended since, and the finding is shown now, it is new, although both states are judged as of the same day.
 */
export function foundBefore(parts: readonly JudgedPart[], day: string, isAsked: Side['isAsked']): Found {
  const found = foundIn(parts, isAsked)
  const hidden = new Set(parts.flatMap((part) => setAsideOn(day, part)))
  return { ...found, findings: found.findings.filter(({ fingerprint }) => !hidden.has(fingerprint)) }
}

/** The scores of one or several companies as one. */
export function scoredTogether(parts: readonly JudgedPart[]): Scorecard {
  return scorecard(judgedTogether(parts.map(({ checker, workspace }) => judgedIn(checker, workspace))))
}

/** The fingerprints of what was set aside on a day, as far as that may have ended since. */
function setAsideOn(day: string, { workspace, checker }: JudgedPart): readonly string[] {
  const { today } = workspace
  if (!checker.exemptions().some(({ until }) => day <= until && until < today)) return []
  workspace.today = day
  const setAside = checker.setAside()
  workspace.today = today
  return setAside.map(({ finding }) => finding.fingerprint)
}
