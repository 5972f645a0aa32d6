import type { Finding } from '../checker/finding.ts'
import { grouped } from '../language/grouped.ts'
import type { PolicyEntry } from '../workspace/policy-entry.ts'
import { referrersOf } from '../workspace/referrers.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { type LinkedScorecard, linkedScorecard } from './lost-points.ts'
import { allKinds, holds, type JudgedPolicy, judgedByPolicy } from './policy-scores.ts'
import type { Judged } from './tallies.ts'

/** How well the leadership system serves one agreement. Its points are those of its own scorecard, not of the company's. */
export interface PartnerScore {
  /** The agreement's name, and what people call it. */
  readonly agreement: string
  readonly title: string
  /** The partner's title or name. */
  readonly partner: string
  readonly file: string
  /** How many other policies refer to the agreement, or to something that it promises. */
  readonly referring: number
  readonly card: LinkedScorecard
}

/**
 * The formula over what concerns each agreement in force: what was judged in the agreement itself and in the policies that refer to
 * it or to something in it, without findings that point into other agreements only; and elsewhere the judgements of rules whose
 * findings point into it.
 */
export function partnerScores(judged: Judged, workspace: Workspace): readonly PartnerScore[] {
  const agreements = workspace.all('PartnerAgreement').map((policy) => ({ policy, entry: workspace.entryOf(policy) }))
  if (agreements.length === 0) return []
  const byPolicy = judgedByPolicy(judged)
  const of = new Map(byPolicy.map((one) => [one.entry, one]))
  const pointing = pointers(byPolicy, new Set(agreements.map(({ entry }) => entry)))
  return agreements.map(({ policy: { metadata, spec }, entry }) => {
    const others = referrersOf(entry, workspace)
    const members = new Set([entry, ...others])
    const elsewhere = (pointing.from.get(entry) ?? []).filter(({ entry }) => !members.has(entry))
    const concerns = (finding: Finding): boolean => {
      const into = pointing.into.get(finding)
      return into === undefined || into.has(entry)
    }
    const parts = [
      ...[...members].flatMap((member) => of.get(member)?.judged ?? []).map((part) => only(part, concerns)),
      ...elsewhere.map(({ judged: part }) =>
        pointingOnly(part, (finding) => pointing.into.get(finding)?.has(entry) === true),
      ),
    ]
    const partner = spec.partner.title ?? spec.partner.name
    return {
      agreement: entry.name,
      title: metadata.title ?? entry.name,
      partner,
      file: entry.file,
      referring: others.length,
      card: linkedScorecard({
        judgements: parts.flatMap(({ judgements }) => judgements),
        findings: parts.flatMap(({ findings }) => findings),
        setAside: parts.flatMap(({ setAside }) => setAside),
        kinds: allKinds,
      }),
    }
  })
}

/** The findings for which something holds, with all that was judged. */
function only(judged: Judged, holds: (finding: Finding) => boolean): Judged {
  return {
    ...judged,
    findings: judged.findings.filter(holds),
    setAside: judged.setAside.filter(({ finding }) => holds(finding)),
  }
}

/** The findings for which something holds, with what their rules judged. */
function pointingOnly(judged: Judged, holds: (finding: Finding) => boolean): Judged {
  const kept = only(judged, holds)
  const rules = new Set([...kept.findings, ...kept.setAside.map(({ finding }) => finding)].map(({ rule }) => rule))
  return { ...kept, judgements: judged.judgements.filter(({ judgement }) => rules.has(judgement.rule.id)) }
}

interface Pointers {
  /** The agreements that a finding points into, where there are any. */
  readonly into: ReadonlyMap<Finding, ReadonlySet<PolicyEntry>>
  /** The policies with findings that point into an agreement. */
  readonly from: ReadonlyMap<PolicyEntry, readonly JudgedPolicy[]>
}

function pointers(policies: readonly JudgedPolicy[], agreements: ReadonlySet<PolicyEntry>): Pointers {
  const byFile = grouped([...agreements], ({ file }) => file)
  const into = new Map<Finding, Set<PolicyEntry>>()
  const from = new Map<PolicyEntry, Set<JudgedPolicy>>()
  const add = <Key, Value>(sets: Map<Key, Set<Value>>, key: Key, value: Value): void => {
    const known = sets.get(key)
    if (known === undefined) sets.set(key, new Set([value]))
    else known.add(value)
  }
  for (const policy of policies) {
    const { findings, setAside } = policy.judged
    for (const finding of [...findings, ...setAside.map(({ finding }) => finding)]) {
      for (const { file, range } of [finding.place, ...finding.related]) {
        for (const agreement of byFile.get(file) ?? []) {
          if (!holds(agreement, range.start)) continue
          add(into, finding, agreement)
          add(from, agreement, policy)
        }
      }
    }
  }
  return { into, from: new Map([...from].map(([agreement, pointed]) => [agreement, [...pointed]])) }
}
