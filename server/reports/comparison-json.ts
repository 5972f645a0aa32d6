import { type Finding, messageOf } from '../checker/finding.ts'
import { pathText } from '../language/path.ts'
import { componentOf } from '../rules/rule.ts'
import type { Compared } from './comparison-report.ts'
import { type Checked, type Counts, countsOf } from './report.ts'

/** The version of the format; schemas/concord-comparison.schema.json describes it. */
const comparisonVersion = 1

interface JsonComparedFinding {
  readonly rule: string
  readonly component: string
  readonly severity: Finding['severity']
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly message: string
  readonly policy: { readonly kind: string | null; readonly name: string }
  readonly path: string
  readonly fingerprint: string
}

interface JsonScoreChange {
  readonly before: number | null
  readonly now: number | null
  readonly change: number | null
}

/** What became of the findings since a revision, as other programs read it. */
export interface JsonComparison {
  readonly version: typeof comparisonVersion
  readonly tool: { readonly name: 'concord'; readonly version: string }
  readonly today: string
  readonly since: Compared['since']
  readonly summary: {
    readonly new: Counts
    readonly gone: Counts
    readonly unchanged: Counts
    readonly setAside: Counts
  }
  readonly scorecard: {
    readonly version: number
    readonly overall: JsonScoreChange
    readonly components: readonly (JsonScoreChange & { readonly component: string })[]
  }
  readonly new: readonly JsonComparedFinding[]
  readonly gone: readonly JsonComparedFinding[]
  readonly unchanged: readonly JsonComparedFinding[]
  readonly setAside: readonly JsonComparedFinding[]
}

/** Lines and columns count from 1, columns in UTF-16 units, ends excluded; those of what is gone are those of the earlier state. */
export function comparisonJson({ since, comparison, now, before }: Compared): JsonComparison {
  const { appeared, gone, unchanged, components, overall } = comparison
  const setAside = comparison.setAside.map(({ finding }) => finding)
  return {
    version: comparisonVersion,
    tool: { name: 'concord', version: now.toolVersion },
    today: now.today,
    since,
    summary: {
      new: countsOf(appeared),
      gone: countsOf(gone),
      unchanged: countsOf(unchanged),
      setAside: countsOf(setAside),
    },
    scorecard: {
      version: now.scorecard().version,
      overall: scoreChange(overall),
      components: components.map((change) => ({ component: change.component, ...scoreChange(change) })),
    },
    new: appeared.map((finding) => comparedFinding(finding, now)),
    gone: gone.map((finding) => comparedFinding(finding, before)),
    unchanged: unchanged.map((finding) => comparedFinding(finding, now)),
    setAside: setAside.map((finding) => comparedFinding(finding, now)),
  }
}

function scoreChange(change: {
  readonly before: number | undefined
  readonly now: number | undefined
}): JsonScoreChange {
  const { before, now } = change
  return {
    before: before ?? null,
    now: now ?? null,
    change: before === undefined || now === undefined ? null : now - before,
  }
}

function comparedFinding(finding: Finding, { nameOf }: Checked): JsonComparedFinding {
  const { rule, severity, place, policy, path, fingerprint } = finding
  return {
    rule,
    component: componentOf(rule),
    severity,
    file: nameOf(place.file),
    line: place.start.line + 1,
    column: place.start.column + 1,
    endLine: place.end.line + 1,
    endColumn: place.end.column + 1,
    message: messageOf(finding),
    policy: { kind: policy.kind ?? null, name: policy.name },
    path: pathText(path),
    fingerprint,
  }
}
