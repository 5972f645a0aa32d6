import type { Operation } from '../language/edit.ts'
import type { Path } from '../language/path.ts'
import type { Policy } from '../language/policy-file.ts'
import { Assumptions } from '../rules/assumptions.ts'
import type { Change, Fix } from '../rules/fix.ts'
import { type DeclaredInterdependence, interdependenceOf } from '../rules/interdependence.ts'
import type { Context, Outcome, RelatedPath, Report, Rule, Spot } from '../rules/rule.ts'
import type { PolicyEntry } from '../workspace/policy-entry.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { DocumentChange, FindingFix } from './finding.ts'
import type { Settings } from './settings.ts'

/** A barrier as a rule reported it, with its places as paths, so that it stays true while text moves. */
export interface Barrier {
  readonly report: Report
  readonly path: Path
  /** Still as paths: ranges are looked up when a finding is shown. */
  readonly related: readonly RelatedPath[]
  readonly fixes: readonly FindingFix[]
}

/** What one rule says about one policy. */
export interface Judgement {
  readonly rule: Rule
  readonly entry: PolicyEntry
  /** How many things it looked at and found to be no barrier. */
  readonly passed: number
  readonly barriers: readonly Barrier[]
  /** What the rule threw, if it failed. */
  readonly failure: string | undefined
}

/** What the rules say about one policy that have anything to say about it, with what its findings are told from. */
export interface Judgements {
  readonly of: readonly Judgement[]
  readonly policy: Policy | undefined
  readonly interdependence: DeclaredInterdependence
}

const none: readonly Barrier[] = []

/**
 * Runs one rule on one policy; undefined where it finds nothing to look at. What it reads of the workspace is tracked by whoever
 * calls this.
 */
export function judge(rule: Rule, entry: PolicyEntry, workspace: Workspace, settings: Settings): Judgement | undefined {
  let passed = 0
  const barriers: Barrier[] = []
  try {
    for (const outcome of outcomes(rule, entry, workspace, settings)) {
      if (outcome.passed) passed += outcome.times
      else barriers.push(located(outcome, entry, workspace))
    }
    if (passed + barriers.length === 0) return undefined
    return { rule, entry, passed, barriers: barriers.length === 0 ? none : barriers, failure: undefined }
  } catch (error) {
    return {
      rule,
      entry,
      passed,
      barriers,
      failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }
  }
}

function outcomes(rule: Rule, entry: PolicyEntry, workspace: Workspace, settings: Settings): Iterable<Outcome> {
  if (rule.run === undefined) return []
  const policy = workspace.policyOf(entry)
  if (rule.kinds !== undefined && policy === undefined) return []
  return rule.run(
    entry,
    policy,
    new PolicyContext(policy, workspace, settings, settings.forFile(entry.file).options(rule)),
  )
}

/** What a rule can ask about while it judges one policy. What it does not ask is not read. */
class PolicyContext implements Context {
  readonly workspace: Workspace
  readonly options: Context['options']
  readonly assumptions: Assumptions
  readonly #policy: Policy | undefined

  constructor(policy: Policy | undefined, workspace: Workspace, settings: Settings, options: Context['options']) {
    this.workspace = workspace
    this.options = options
    this.assumptions = new Assumptions(workspace, settings.assumptions, settings.exchangeRates)
    this.#policy = policy
  }

  get interdependence(): DeclaredInterdependence {
    return this.#policy === undefined
      ? { degree: undefined, from: 'nowhere' }
      : interdependenceOf(this.#policy, this.workspace)
  }
}

function located(
  outcome: Extract<Outcome, { readonly passed: false }>,
  entry: PolicyEntry,
  workspace: Workspace,
): Barrier {
  const related = (outcome.related ?? []).map((place) => {
    if ('path' in place) return place
    const { policy, object, key, message } = place
    const owner = workspace.entryOf(policy)
    return { entry: owner, path: pathIn(owner, object, key), message }
  })
  const fixes = (outcome.fixes ?? []).map((fix) => planned(fix, entry, workspace))
  return { report: outcome, path: spotPath(outcome.at, entry), related, fixes }
}

function spotPath(spot: Spot, entry: PolicyEntry): Path {
  return 'path' in spot ? spot.path : pathIn(entry, spot.object, spot.key)
}

function pathIn(entry: PolicyEntry, object: object, key: string | number | undefined): Path {
  const path = entry.pathTo(object, key)
  if (path === undefined)
    throw new Error(`A rule pointed at something that is not part of ${entry.kind}/${entry.name}.`)
  return path
}

function planned(fix: Fix, entry: PolicyEntry, workspace: Workspace): FindingFix {
  const byDocument = new Map<string, DocumentChange>()
  for (const change of fix.changes) {
    const owner: PolicyEntry = 'at' in change || change.policy === undefined ? entry : entryOf(change.policy, workspace)
    const operation = operationOf(change, owner)
    const known = byDocument.get(owner.id)
    byDocument.set(owner.id, {
      file: owner.file,
      document: owner.document.index,
      operations: [...(known?.operations ?? []), operation],
    })
  }
  return { title: fix.title, applicability: fix.applicability, changes: [...byDocument.values()], texts: [] }
}

function operationOf(change: Change, owner: PolicyEntry): Operation {
  if ('at' in change) return { op: change.op, path: change.at, value: change.value }
  const path = pathIn(owner, change.on, change.key)
  if (change.op === 'remove') return { op: change.op, path }
  const comment = change.comment === undefined ? {} : { comment: change.comment }
  return { op: change.op, path, value: change.value ?? null, ...comment }
}

function entryOf(policy: Policy, workspace: Workspace): PolicyEntry {
  return workspace.entryOf(policy)
}
