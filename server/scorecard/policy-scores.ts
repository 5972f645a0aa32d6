import type { Finding } from '../checker/finding.ts'
import { kinds } from '../language/generated/policies.ts'
import { grouped } from '../language/grouped.ts'
import type { Kind } from '../language/policy-file.ts'
import type { PolicyEntry } from '../workspace/policy-entry.ts'
import { type Scorecard, scorecard } from './scorecard.ts'
import type { Judged } from './tallies.ts'

/** A component counts where any of its rules looked at a policy, whether others describe it or not. */
export const allKinds: ReadonlySet<Kind> = new Set(kinds)

/** What the rules say of one policy. It is scored on all components that its rules belong to. */
export interface PolicyScore {
  readonly kind: Kind
  readonly name: string
  readonly file: string
  /** Which document of the file it is, from 0. */
  readonly document: number
  readonly card: Scorecard
}

/** In the order of files and places; without the policies that no rule found anything to judge in. */
export function policyScores(judged: Judged): readonly PolicyScore[] {
  return judgedByPolicy(judged).flatMap(({ entry, judged }) => {
    const card = scorecard({ ...judged, kinds: allKinds })
    if (card.overall === undefined) return []
    return [{ kind: entry.kind, name: entry.name, file: entry.file, document: entry.document.index, card }]
  })
}

export interface JudgedPolicy {
  readonly entry: PolicyEntry
  readonly judged: Judged
}

/** What was judged, policy by policy. */
export function judgedByPolicy({ judgements, findings, setAside }: Judged): readonly JudgedPolicy[] {
  const byEntry = grouped(judgements, ({ judgement }) => judgement.entry)
  const owner = ownersAmong([...byEntry.keys()])
  const found = grouped(findings, owner)
  const aside = grouped(setAside, ({ finding }) => owner(finding))
  return [...byEntry].map(([entry, own]) => ({
    entry,
    judged: {
      judgements: own,
      findings: found.get(entry) ?? [],
      setAside: aside.get(entry) ?? [],
      kinds: new Set([entry.kind]),
    },
  }))
}

/** Tells of a finding which policy it is about: the one of its name in its file, and of several the one that it stands in. */
function ownersAmong(entries: readonly PolicyEntry[]): (finding: Finding) => PolicyEntry | undefined {
  const called = grouped(entries, ({ file, kind, name }) => `${file}\n${kind}/${name}`)
  return ({ place, policy }) => {
    const of = called.get(`${place.file}\n${policy.kind}/${policy.name}`)
    return of?.find((entry) => of.length === 1 || holds(entry, place.range.start))
  }
}

/** Whether a place of its file lies in a policy. */
export function holds({ document: { tree } }: PolicyEntry, offset: number): boolean {
  const { start, end } = tree.value(0).used
  return start <= offset && offset < end
}
