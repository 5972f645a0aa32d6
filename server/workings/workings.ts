import type { Finding } from '../checker/finding.ts'
import type { Settings } from '../checker/settings.ts'
import { Assumptions } from '../rules/assumptions.ts'
import type { Figure } from '../rules/figure.ts'
import type { Rule } from '../rules/rule.ts'
import type { PolicyEntry } from '../workspace/policy-entry.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { nothingSaid, type Said } from './asked.ts'
import { makers } from './by-rule.ts'
import { shownValue } from './expression.ts'
import type { Step, Worked } from './step.ts'

/** A figure of a finding with its arithmetic; without steps where it just counts things, or no working is known. */
export interface WorkedFigure {
  readonly figure: Figure
  readonly steps: readonly Step[]
}

/** What findings were made with. */
export interface Known {
  readonly workspace: Workspace
  readonly settings: Settings
}

/** The figures of a finding, each worked out step by step. */
export function workedFigures(finding: Finding, rule: Rule, known: Known): readonly WorkedFigure[] {
  const { workspace } = known
  const entry = entryOf(finding, workspace)
  const made =
    entry === undefined
      ? []
      : worked(rule, entry, finding, (object) => isPointedAt(object, finding, entry, workspace), known)
  const left = [...made]
  return finding.figures.map((figure) => {
    const at = left.findIndex((one) => one.figure === figure.name)
    const [found] = at < 0 ? [] : left.splice(at, 1)
    return { figure, steps: found?.steps ?? [] }
  })
}

/** The figures of something that a rule looked at and found to be no barrier; those that cannot be computed are left out. */
export function figuresWithoutBarrier(
  rule: Rule,
  entry: PolicyEntry,
  subject: object,
  known: Known,
): readonly WorkedFigure[] {
  return worked(rule, entry, nothingSaid, (object) => object === subject, known).flatMap(({ figure: name, steps }) => {
    const last = steps.at(-1)
    if (last === undefined || !Number.isFinite(last.result.value)) return []
    const { unit, currency } = last.result
    const value = shownValue(last.result)
    return [
      { figure: { name, title: last.title, value, unit, ...(currency === undefined ? {} : { currency }) }, steps },
    ]
  })
}

function worked(
  rule: Rule,
  entry: PolicyEntry,
  finding: Said,
  isPointedAt: (object: object) => boolean,
  { workspace, settings }: Known,
): readonly Worked[] {
  const policy = workspace.policyOf(entry)
  if (policy === undefined) return []
  const options = settings.forFile(entry.file).options(rule)
  const maker = makers[rule.id]
  return (
    maker?.({
      policy,
      finding,
      workspace,
      assumptions: new Assumptions(workspace, settings.assumptions, settings.exchangeRates),
      option: (name) => Number(options[name] ?? rule.options[name]?.default),
      pointedAt: (objects) => objects.filter(isPointedAt),
    }) ?? []
  )
}

function entryOf({ policy, place }: Finding, workspace: Workspace): PolicyEntry | undefined {
  const entries = workspace.file(place.file)?.entries ?? []
  const named = entries.filter(({ kind, name }) => kind === policy.kind && name === policy.name)
  return (
    named.find(({ document }) => isWithin(document.tree.value(document.tree.find([]).node).used, place.range.start)) ??
    named[0]
  )
}

/** Whether a finding stands at the object or below it, or names a place there. */
function isPointedAt(object: object, { path, related }: Finding, entry: PolicyEntry, workspace: Workspace): boolean {
  const own = entry.pathTo(object)
  if (own !== undefined && own.length > 0 && own.every((step, at) => path[at] === step)) return true
  for (const { file, range } of related) {
    for (const other of workspace.file(file)?.entries ?? []) {
      const found = other.pathTo(object)
      if (found === undefined) continue
      const { tree } = other.document
      const { node } = tree.find(found)
      if (isWithin(tree.value(node).used, range.start) || tree.key(node).used.start === range.start) return true
    }
  }
  return false
}

function isWithin({ start, end }: { readonly start: number; readonly end: number }, offset: number): boolean {
  return start <= offset && offset <= end
}
