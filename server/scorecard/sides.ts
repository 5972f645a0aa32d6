import type { Checker } from '../checker/checker.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { Side } from './comparison.ts'
import { judgedIn, judgedTogether } from './judged.ts'
import { scorecard } from './scorecard.ts'

/** Policies that are judged together, such as those of one company. */
export interface JudgedPart {
  readonly workspace: Workspace
  readonly checker: Checker
}

/** A state of one or several companies, for a comparison. */
export function sideOf(parts: readonly JudgedPart[], isAsked: Side['isAsked']): Side {
  return {
    findings: parts.flatMap(({ checker }) => checker.findings()),
    setAside: parts.flatMap(({ checker }) => checker.setAside()),
    policies: parts.flatMap(({ workspace }) =>
      workspace.entries.flatMap(({ file, policy }) => (policy === undefined ? [] : [{ file, policy }])),
    ),
    scorecard: scorecard(judgedTogether(parts.map(({ checker, workspace }) => judgedIn(checker, workspace)))),
    isAsked,
  }
}

/**
 * An earlier state, as of a day in the past on which it was left. A finding that was set aside then was not shown. If that has ended
 * since, and the finding is shown now, it is new, although both states are judged as of the same day.
 */
export function earlierSideOf(parts: readonly JudgedPart[], day: string, isAsked: Side['isAsked']): Side {
  const side = sideOf(parts, isAsked)
  const hidden = new Set(parts.flatMap((part) => setAsideOn(day, part)))
  return { ...side, findings: side.findings.filter(({ fingerprint }) => !hidden.has(fingerprint)) }
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
