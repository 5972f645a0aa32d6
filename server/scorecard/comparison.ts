import equal from 'fast-deep-equal'
import type { Finding } from '../checker/finding.ts'
import type { SetAside } from '../checker/set-aside.ts'
import { identityPath, shortText, valueIn } from '../language/identity-path.ts'
import type { Policy } from '../language/policy-file.ts'
import type { Component } from '../rules/rule.ts'
import type { Scorecard } from './scorecard.ts'

/** One of the two states of a company that are compared: everything found in it, whichever files were asked about. */
export interface Side {
  readonly findings: readonly Finding[]
  readonly setAside: readonly SetAside[]
  readonly policies: readonly SidePolicy[]
  readonly scorecard: Scorecard
  /** Whether findings of a file are reported. */
  isAsked(file: string): boolean
}

/** A policy, and the file that it stands in. */
export interface SidePolicy {
  readonly file: string
  readonly policy: Policy
}

export interface ScoreChange {
  readonly component: Component
  readonly before: number | undefined
  readonly now: number | undefined
}

/** What became of the findings between two states, judged by the same rules on the same day. */
export interface Comparison {
  /** Findings that the earlier state did not show, as they are now. */
  readonly appeared: readonly Finding[]
  /** Findings of the earlier state that are there no more, as they were. */
  readonly gone: readonly Finding[]
  /** Findings of both, as they are now. */
  readonly unchanged: readonly Finding[]
  /** Findings that the earlier state showed, and that are there but set aside. */
  readonly setAside: readonly SetAside[]
  readonly components: readonly ScoreChange[]
  readonly overall: Omit<ScoreChange, 'component'>
}

/**
 * Compares by fingerprint, so that files may be moved, renamed and laid out anew. Where several findings have the same one, as in two
 * companies side by side, those in the same file belong together first. A policy that only got another name keeps its findings.
 */
export function comparison(before: Side, now: Side): Comparison {
  const shown = paired(before.findings, now.findings, ({ fingerprint }) => told(fingerprint))
  const names = newNames(before.policies, now.policies)
  const renamed = paired(shown.onlyBefore, shown.onlyNow, renamedKey(before.policies, now.policies, names))
  const still = paired(
    renamed.onlyBefore,
    now.setAside.map(({ finding }) => finding),
    ({ fingerprint }) => told(fingerprint),
  )
  const nowSetAside = new Set(still.both)
  const kept = new Set([...shown.both, ...renamed.both])
  const asked = ({ place }: Finding): boolean => now.isAsked(place.file)
  return {
    appeared: renamed.onlyNow.filter(asked),
    gone: still.onlyBefore.filter(({ place }) => before.isAsked(place.file)),
    unchanged: now.findings.filter((finding) => kept.has(finding) && asked(finding)),
    setAside: now.setAside.filter(({ finding }) => nowSetAside.has(finding) && asked(finding)),
    components: now.scorecard.components.map(({ component, score }) => ({
      component,
      before: before.scorecard.components.find((other) => other.component === component)?.score,
      now: score,
    })),
    overall: { before: before.scorecard.overall, now: now.scorecard.overall },
  }
}

interface Paired {
  readonly onlyBefore: readonly Finding[]
  readonly onlyNow: readonly Finding[]
  /** As they are now. */
  readonly both: readonly Finding[]
}

/** Pairs findings with the same key, first those in the same file; a finding without a key stays alone. */
function paired(
  before: readonly Finding[],
  now: readonly Finding[],
  key: (finding: Finding, side: 'before' | 'now') => string | undefined,
): Paired {
  const waiting = new Map<string, Finding[]>()
  for (const finding of before) {
    const own = key(finding, 'before')
    if (own !== undefined) waiting.set(own, [...(waiting.get(own) ?? []), finding])
  }
  const partners = new Set<Finding>()
  const both = new Set<Finding>()
  const pair = (sameFile: boolean): void => {
    for (const finding of now) {
      const candidates = both.has(finding) ? undefined : waiting.get(key(finding, 'now') ?? '')
      const partner = candidates?.find(
        (other) => !partners.has(other) && (!sameFile || other.place.file === finding.place.file),
      )
      if (partner === undefined) continue
      partners.add(partner)
      both.add(finding)
    }
  }
  pair(true)
  pair(false)
  return {
    onlyBefore: before.filter((finding) => !partners.has(finding)),
    onlyNow: now.filter((finding) => !both.has(finding)),
    both: [...both],
  }
}

/** A fingerprint without the number that tells it from its equals. */
function told(fingerprint: string): string {
  return fingerprint.split('#', 1)[0] ?? fingerprint
}

/**
 * The policies that have only got another name: of its kind and old name there is none any more, of its kind and new name there was
 * none, and what it specifies is the same.
 */
function newNames(before: readonly SidePolicy[], now: readonly SidePolicy[]): ReadonlyMap<string, string> {
  const [known, present] = [before, now].map((policies) => new Set(policies.map(({ policy }) => called(policy))))
  const lost = before.filter(({ policy }) => present?.has(called(policy)) === false)
  const come = now.filter(({ policy }) => known?.has(called(policy)) === false)
  const names = new Map<string, string>()
  const taken = new Set<SidePolicy>()
  for (const old of lost) {
    const same = come.find(
      (other) =>
        !taken.has(other) && other.policy.kind === old.policy.kind && equal(other.policy.spec, old.policy.spec),
    )
    if (same === undefined) continue
    taken.add(same)
    names.set(called(old.policy), called(same.policy))
  }
  return names
}

/** What tells the findings of a policy apart, with its new name in place of the old one; undefined for policies that kept theirs. */
function renamedKey(
  before: readonly SidePolicy[],
  now: readonly SidePolicy[],
  names: ReadonlyMap<string, string>,
): (finding: Finding, side: 'before' | 'now') => string | undefined {
  const newOnes = new Set(names.values())
  const byName = { before: byCalled(before), now: byCalled(now) }
  return ({ rule, policy: { kind, name }, path }, side) => {
    const own = `${kind}/${name}`
    const isNow = side === 'before' ? names.get(own) : newOnes.has(own) ? own : undefined
    const policy = isNow === undefined ? undefined : byName[side].get(own)
    if (policy === undefined) return undefined
    return JSON.stringify([rule, isNow, identityPath(kind, policy, path), shortText(valueIn(policy, path))])
  }
}

function byCalled(policies: readonly SidePolicy[]): ReadonlyMap<string, Policy> {
  return new Map(policies.map(({ policy }) => [called(policy), policy]))
}

function called({ kind, metadata }: Policy): string {
  return `${kind}/${metadata.name}`
}
