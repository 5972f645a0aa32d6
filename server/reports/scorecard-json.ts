import { type Finding, messageOf } from '../checker/finding.ts'
import { componentOf } from '../rules/rule.ts'
import type { LinkedScorecard, Points } from '../scorecard/lost-points.ts'
import { comparisonJson, type JsonComparison } from './comparison-json.ts'
import type { Compared } from './comparison-report.ts'
import { type JsonScorecard, jsonScorecard } from './json.ts'
import type { ScorecardReport } from './scorecard-report.ts'

/** The version of the format; schemas/concord-scorecard.schema.json describes it. */
export const scorecardJsonVersion = 1

interface JsonPolicyName {
  readonly kind: string | null
  readonly name: string
}

interface JsonFinding {
  readonly fingerprint: string
  readonly rule: string
  readonly component: string
  readonly severity: Finding['severity']
  readonly policy: JsonPolicyName
  readonly file: string
  readonly line: number
  readonly column: number
  readonly message: string
  readonly change: string
}

interface JsonLost {
  readonly finding: JsonFinding
  readonly gain: Points
}

interface JsonWaived {
  readonly finding: JsonFinding
  readonly points: Points
  readonly by: 'comment' | 'waiver'
  readonly owner: string | null
  readonly reason: string
  readonly until: string
}

interface JsonLinked extends JsonScorecard {
  readonly lost: readonly JsonLost[]
  readonly waivers: readonly JsonWaived[]
}

type JsonSince = JsonComparison['since'] &
  Pick<JsonComparison, 'summary' | 'new' | 'gone' | 'setAside'> &
  Pick<JsonComparison['scorecard'], 'overall' | 'components'>

/** The scorecard as other programs read it. */
export interface JsonScorecardReport {
  readonly version: typeof scorecardJsonVersion
  readonly tool: { readonly name: 'concord'; readonly version: string }
  readonly today: string
  readonly summary: ScorecardReport['counts']
  readonly scorecard: JsonLinked
  /** What has changed since a revision; null where that was not asked. */
  readonly since: JsonSince | null
  readonly rules: readonly {
    readonly rule: string
    readonly component: string
    readonly findings: readonly string[]
    readonly gain: Points
  }[]
  readonly unscored: readonly JsonFinding[]
  readonly policies: readonly (JsonPolicyName & { readonly file: string; readonly scorecard: JsonScorecard })[]
  readonly partners: readonly {
    readonly agreement: string
    readonly title: string
    readonly partner: string
    readonly file: string
    readonly referring: number
    readonly scorecard: JsonLinked
  }[]
  readonly belowMinimum: readonly {
    readonly of: string
    readonly minimum: number
    readonly score: number | null
  }[]
}

/** Lines and columns from 1, columns in UTF-16 units; scores unrounded. */
export function scorecardJson(report: ScorecardReport): JsonScorecardReport {
  const { card, policies, partners, shortfalls, counts, today, toolVersion, nameOf } = report
  return {
    version: scorecardJsonVersion,
    tool: { name: 'concord', version: toolVersion },
    today,
    summary: counts,
    scorecard: linked(card, report),
    since: report.since === undefined ? null : sinceJson(report.since),
    rules: card.rules,
    unscored: card.unscored.map((finding) => jsonFinding(finding, report)),
    policies: policies.map(({ kind, name, file, card }) => ({
      kind,
      name,
      file: nameOf(file),
      scorecard: jsonScorecard(card),
    })),
    partners: partners.map(({ agreement, title, partner, file, referring, card }) => ({
      agreement,
      title,
      partner,
      file: nameOf(file),
      referring,
      scorecard: linked(card, report),
    })),
    belowMinimum: shortfalls.map(({ of, minimum, score }) => ({ of, minimum, score: score ?? null })),
  }
}

function sinceJson(compared: Compared): JsonSince {
  const { since, summary, scorecard, new: appeared, gone, setAside } = comparisonJson(compared)
  const { overall, components } = scorecard
  return { ...since, summary, overall, components, new: appeared, gone, setAside }
}

function linked(card: LinkedScorecard, report: ScorecardReport): JsonLinked {
  return {
    ...jsonScorecard(card),
    lost: card.lost.map(({ finding, gain }) => ({ finding: jsonFinding(finding, report), gain })),
    waivers: card.waivers.map(({ setAside: { finding, by, owner, reason, until }, points }) => ({
      finding: jsonFinding(finding, report),
      points,
      by,
      owner: owner ?? null,
      reason,
      until,
    })),
  }
}

function jsonFinding(finding: Finding, { nameOf }: ScorecardReport): JsonFinding {
  const { fingerprint, rule, severity, policy, place, text } = finding
  return {
    fingerprint,
    rule,
    component: componentOf(rule),
    severity,
    policy: { kind: policy.kind ?? null, name: policy.name },
    file: nameOf(place.file),
    line: place.start.line + 1,
    column: place.start.column + 1,
    message: messageOf(finding),
    change: text.change,
  }
}
