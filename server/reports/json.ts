import type { FilePlace, Finding, FindingFix } from '../checker/finding.ts'
import { messageOf } from '../checker/finding.ts'
import { type Waived, waivedOf } from '../checker/set-aside.ts'
import { pathText } from '../language/path.ts'
import type { Position } from '../language/range.ts'
import { componentOf } from '../rules/rule.ts'
import type { Scorecard } from '../scorecard/scorecard.ts'
import { type Checked, type CheckedBaseline, type Counts, countsOf } from './report.ts'

/** The version of the format; schemas/concord-report.schema.json describes it. */
export const jsonVersion = 1

interface JsonPlace {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

interface JsonEdit extends JsonPlace {
  readonly text: string
}

interface JsonFinding extends JsonPlace {
  readonly rule: string
  readonly component: string
  readonly severity: Finding['severity']
  readonly message: string
  readonly text: Finding['text']
  readonly policy: { readonly kind: string | null; readonly name: string }
  readonly path: string
  readonly figures: Finding['figures']
  readonly related: readonly (JsonPlace & { readonly message: string })[]
  readonly fixes: readonly {
    readonly title: string
    readonly applicability: FindingFix['applicability']
    readonly edits: readonly JsonEdit[]
  }[]
  readonly fingerprint: string
}

/** The report as other programs read it. */
export interface JsonReport {
  readonly version: typeof jsonVersion
  readonly tool: { readonly name: 'concord'; readonly version: string }
  readonly today: string
  readonly summary: Counts & { readonly files: number; readonly policies: number }
  readonly scorecard: JsonScorecard
  readonly findings: readonly JsonFinding[]
  readonly setAside: readonly JsonSetAside[]
  /** Null where there is none. */
  readonly baseline: CheckedBaseline | null
}

interface JsonSetAside {
  readonly by: Waived['by']
  readonly owner: string | null
  readonly reason: string
  readonly until: string
  readonly finding: JsonFinding
}

export interface JsonScorecard {
  readonly version: number
  readonly overall: number | null
  readonly waived: number
  readonly coverage: number
  readonly components: readonly {
    readonly component: string
    readonly described: boolean
    readonly score: number | null
    readonly waived: number
    readonly passed: number
    readonly barriers: number
    readonly severities: Counts
    readonly setAside: number
  }[]
}

/** Findings with lines and columns from 1, columns in UTF-16 units, ends excluded. */
export function jsonReport(checked: Checked): JsonReport {
  const { findings, files, policies, today, toolVersion } = checked
  return {
    version: jsonVersion,
    tool: { name: 'concord', version: toolVersion },
    today,
    summary: { ...countsOf(findings), files, policies },
    scorecard: jsonScorecard(checked.scorecard()),
    findings: findings.map((finding) => jsonFinding(finding, checked)),
    baseline: checked.baseline ?? null,
    setAside: waivedOf(checked.setAside).map(({ by, owner, reason, until, finding }) => ({
      by,
      owner: owner ?? null,
      reason,
      until,
      finding: jsonFinding(finding, checked),
    })),
  }
}

function jsonFinding(finding: Finding, checked: Checked): JsonFinding {
  const { rule, severity, text, policy, path, figures, fingerprint } = finding
  return {
    rule,
    component: componentOf(rule),
    severity,
    ...jsonPlace(finding.place, checked),
    message: messageOf(finding),
    text,
    policy: { kind: policy.kind ?? null, name: policy.name },
    path: pathText(path),
    figures,
    related: finding.related.map((place) => ({ ...jsonPlace(place, checked), message: place.message })),
    fixes: finding.fixes.flatMap((fix) => {
      const edits = jsonEdits(fix, checked)
      return edits === undefined ? [] : [{ title: fix.title, applicability: fix.applicability, edits }]
    }),
    fingerprint,
  }
}

function jsonEdits(fix: FindingFix, checked: Checked): readonly JsonEdit[] | undefined {
  const byFile = checked.editsOf(fix)
  if (byFile === undefined) return undefined
  return [...byFile].flatMap(([file, edits]) => {
    const at = (offset: number): Position => checked.linesOf(file)?.position(offset) ?? { line: 0, column: offset }
    return edits.map(({ range, text }) => ({
      ...spanFromOne(checked.nameOf(file), at(range.start), at(range.end)),
      text,
    }))
  })
}

function jsonPlace({ file, start, end }: FilePlace, { nameOf }: Checked): JsonPlace {
  return spanFromOne(nameOf(file), start, end)
}

function spanFromOne(file: string, start: Position, end: Position): JsonPlace {
  return { file, line: start.line + 1, column: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1 }
}

export function jsonScorecard({ version, overall, waived, coverage, components }: Scorecard): JsonScorecard {
  return {
    version,
    overall: overall ?? null,
    waived,
    coverage,
    components: components.map((component) => ({ ...component, score: component.score ?? null })),
  }
}
