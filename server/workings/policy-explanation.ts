import type { Checker } from '../checker/checker.ts'
import type { SetAside } from '../checker/set-aside.ts'
import type { Settings } from '../checker/settings.ts'
import type { Rule } from '../rules/rule.ts'
import type { PolicyEntry } from '../workspace/policy-entry.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { type ExplainedFigure, type ExplainedFinding, explained, type Input, inputsOf } from './explanation.ts'
import { lookedAt } from './looked-at.ts'
import { missingFor } from './needs.ts'
import { type NumberPlace, placeOf } from './places.ts'
import { figuresWithoutBarrier } from './workings.ts'

/** What a rule has to say of one policy. */
export interface PolicyExplanation {
  readonly rule: Rule
  readonly entry: PolicyEntry
  /**
   * `barriers`: there are findings. `passed`: it looked at things, and none is a barrier. `nothing`: it found nothing to look at.
   * `off`: it does not run here. `not-judged`: the policy is not in force any more, or its essence is missing.
   */
  readonly verdict: 'barriers' | 'passed' | 'nothing' | 'off' | 'not-judged'
  /** How many things it looked at that are no barrier. */
  readonly passed: number
  readonly findings: readonly SaidFinding[]
  /** Where it found nothing to look at: what is missing, as far as it is known. */
  readonly missing: readonly string[]
  /** Where all passes: the figures of what it looked at, as far as the rule judges by figures. */
  readonly lookedAt: readonly LookedAt[]
}

/** Something that is no barrier, with its figures. */
export interface LookedAt {
  readonly title: string
  readonly place: NumberPlace | undefined
  readonly inputs: readonly Input[]
  readonly figures: readonly ExplainedFigure[]
}

export interface SaidFinding extends ExplainedFinding {
  /** Where it is put up with. */
  readonly setAside: SetAside | undefined
}

interface Judged {
  readonly workspace: Workspace
  readonly checker: Checker
  readonly settings: Settings
}

/** Everything that a rule finds in a policy, worked out; also what is set aside. */
export function explainPolicy(
  rule: Rule,
  entry: PolicyEntry,
  { workspace, checker, settings }: Judged,
): PolicyExplanation {
  const isHere = ({ rule: id, policy, place }: ExplainedFinding['finding']): boolean =>
    id === rule.id && policy.name === entry.name && policy.kind === entry.kind && place.file === entry.file
  const setAside = checker.setAside().filter(({ finding }) => isHere(finding))
  const all = [
    ...checker
      .findingsIn(entry.file)
      .filter(isHere)
      .map((finding) => ({ finding, setAside: undefined })),
    ...setAside.map((one) => ({ finding: one.finding, setAside: one })),
  ].sort((a, b) => a.finding.place.range.start - b.finding.place.range.start)
  const findings = all.map((one) => ({ ...explained(one.finding, rule, workspace, settings), setAside: one.setAside }))
  const judgement = checker.judgements.find((one) => one.rule.id === rule.id && one.entry === entry)
  const passed = judgement?.passed ?? 0
  const verdict = verdictOf(findings.length, passed, rule, entry, { workspace, settings })
  const policy = workspace.policyOf(entry)
  return {
    rule,
    entry,
    passed,
    findings,
    verdict,
    missing: verdict === 'nothing' && policy !== undefined ? missingFor(rule.id, policy, workspace) : [],
    lookedAt: verdict === 'passed' ? withoutBarrier(rule, entry, { workspace, settings }) : [],
  }
}

function withoutBarrier(
  rule: Rule,
  entry: PolicyEntry,
  { workspace, settings }: Pick<Judged, 'workspace' | 'settings'>,
): readonly LookedAt[] {
  const policy = workspace.policyOf(entry)
  return (policy === undefined ? [] : lookedAt(rule.id, policy)).flatMap(({ object, title }) => {
    const figures = figuresWithoutBarrier(rule, entry, object, { workspace, settings })
    if (figures.length === 0) return []
    const steps = figures.flatMap((figure) => figure.steps)
    const inputs = inputsOf(steps, rule, workspace, settings, entry.file)
    return [{ title, place: placeOf(object, undefined, workspace), inputs, figures }]
  })
}

function verdictOf(
  barriers: number,
  passed: number,
  rule: Rule,
  entry: PolicyEntry,
  { workspace, settings }: Pick<Judged, 'workspace' | 'settings'>,
): PolicyExplanation['verdict'] {
  if (barriers > 0) return 'barriers'
  if (passed > 0) return 'passed'
  if (settings.forFile(entry.file).severity(rule) === 'off') return 'off'
  return rule.kinds !== undefined && workspace.policyOf(entry) === undefined ? 'not-judged' : 'nothing'
}
