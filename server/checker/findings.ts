import type { Path } from '../language/path.ts'
import type { Policy, PolicyDocument, PolicyFile } from '../language/policy-file.ts'
import type { Problem } from '../language/problem.ts'
import type { Range } from '../language/range.ts'
import { headOf } from '../language/schema-problems.ts'
import type { DeclaredInterdependence } from '../rules/interdependence.ts'
import type { Rule, Severity } from '../rules/rule.ts'
import type { PolicyEntry } from '../workspace/policy-entry.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { FilePlace, Finding, FindingPlace, FindingText } from './finding.ts'
import { fingerprint } from './fingerprint.ts'
import type { Barrier, Judgement } from './judgement.ts'

/** A barrier with its places looked up in the text as it is now. */
export function barrierFinding(
  { rule, entry }: Judgement,
  barrier: Barrier,
  configured: Severity | undefined,
  policy: Policy | undefined,
  interdependence: DeclaredInterdependence,
  workspace: Workspace,
): Finding {
  const { report, path } = barrier
  const place = placeOf(entry, path, workspace)
  const related = barrier.related.map(({ entry, path, message }) =>
    saying(placeOf(entry, path, workspace).place, message),
  )
  if (place.written !== undefined) related.unshift(saying(place.written, 'The value is written here.'))
  return {
    rule: rule.id,
    severity: configured ?? report.severity ?? severityOf(rule, interdependence),
    text: {
      what: report.what,
      why: report.why ?? rule.why,
      howMuch: report.howMuch ?? '',
      change: report.change,
      note: configured === undefined && report.severity === undefined ? interdependenceNote(rule, interdependence) : '',
    },
    place: place.place,
    related,
    figures: report.figures ?? [],
    fixes: barrier.fixes,
    policy: { kind: entry.kind, name: entry.name },
    path,
    fingerprint: fingerprint({
      rule: rule.id,
      kind: entry.kind,
      policy: entry.name,
      path,
      document: policy,
      identity: report.identity ?? '',
    }),
    internal: false,
  }
}

/** A fault of the text itself. */
export function problemFinding(
  problem: Problem,
  rule: Rule,
  configured: Severity | undefined,
  file: string,
  content: PolicyFile,
  document: PolicyDocument,
): Finding {
  const { fix } = problem
  return {
    rule: rule.id,
    severity: configured ?? severityOf(rule, { degree: undefined, from: 'nowhere' }),
    text: { what: problem.message, why: '', howMuch: '', change: '', note: '' },
    place: filePlace(file, content, problem.range),
    related: (problem.related ?? []).map(({ range, message }) => saying(filePlace(file, content, range), message)),
    figures: [],
    fixes:
      fix === undefined
        ? []
        : [
            {
              title: fix.title,
              applicability: fix.applicability,
              changes: [],
              texts: [{ file, range: fix.range, text: fix.text }],
            },
          ],
    policy: { kind: document.kind, name: document.name },
    path: [],
    fingerprint: fingerprint({
      rule: rule.id,
      kind: document.kind,
      policy: document.name,
      path: [],
      document: undefined,
      identity: problem.identity,
    }),
    internal: false,
  }
}

/** A rule that threw: one finding at the policy's head, so that it is never mistaken for silence. */
export function failureFinding({ rule, entry, failure }: Judgement, workspace: Workspace): Finding {
  const firstLine = (failure ?? '').split('\n')[0] ?? ''
  return {
    rule: rule.id,
    severity: 'error',
    text: failureText(rule, firstLine),
    place: placeOf(entry, ['metadata', 'name'], workspace).place,
    related: [],
    figures: [],
    fixes: [],
    policy: { kind: entry.kind, name: entry.name },
    path: [],
    fingerprint: fingerprint({
      rule: rule.id,
      kind: entry.kind,
      policy: entry.name,
      path: [],
      document: undefined,
      identity: 'failure',
    }),
    internal: true,
  }
}

function failureText({ id, declaredAt }: Rule, reason: string): FindingText {
  const texts =
    declaredAt === undefined
      ? {
          what: `Concord failed here: the rule ${id} could not judge this policy.`,
          why: `(${reason})`,
          change: 'This is a fault of Concord, not of the policy; please report it.',
        }
      : {
          what: `The rule ${id} could not judge this policy: ${reason.replace(/^(?:\w*Error: )?/, '')}.`,
          why: '',
          change: 'This is a fault of the rule, not of the policy: mend it where it is written.',
        }
  return { ...texts, howMuch: '', note: '' }
}

export function severityOf(rule: Rule, { degree }: DeclaredInterdependence): Severity {
  return typeof rule.severity === 'string' ? rule.severity : rule.severity[degree ?? 'undeclared']
}

function interdependenceNote({ severity }: Rule, { degree }: DeclaredInterdependence): string {
  if (typeof severity === 'string' || degree !== undefined || severity.undeclared === severity.reciprocal) return ''
  return `No interdependence is declared for this work, so this counts as ${article(severity.undeclared)}; where people must help one another (reciprocal) it is ${article(severity.reciprocal)}.`
}

function article(severity: Severity): string {
  return { error: 'an error', warning: 'a warning', info: 'a piece of information' }[severity]
}

interface LookedUp {
  readonly place: FilePlace
  readonly written: FilePlace | undefined
}

/** Where a path stands now: the value if it is a plain one, the key of a block, the head of a list's item. */
function placeOf(entry: PolicyEntry, path: Path, workspace: Workspace): LookedUp {
  const { tree } = entry.document
  const content = workspace.file(entry.file)?.content
  const { node, complete } = tree.find(path)
  const value = tree.value(node)
  const key = tree.key(node)
  const plain = complete && !tree.hasChildren(node) && value.used.end > value.used.start
  const used: Range = plain ? value.used : headOf(tree, node)
  const written = plain ? value.written : key.written
  return {
    place: filePlace(entry.file, content, used),
    written: written === undefined ? undefined : filePlace(entry.file, content, written),
  }
}

/** Field by field: there are many of them, and engines give copies made with a spread a shape each. */
function saying({ file, range, start, end }: FilePlace, message: string): FindingPlace {
  return { file, range, start, end, message }
}

export function filePlace(file: string, content: PolicyFile | undefined, range: Range): FilePlace {
  const start = content?.lines.position(range.start) ?? { line: 0, column: 0 }
  const end = content?.lines.position(range.end) ?? start
  return { file, range, start, end }
}
