/** Findings that were there when the baseline was written, of one sort: nothing tells them apart. */
export interface BaselineEntry {
  /** Without the number that tells findings of one fingerprint apart: their order means nothing. */
  readonly fingerprint: string
  readonly rule: string
  /** Kind and name, joined by a slash. */
  readonly policy: string
  /** What the finding said, for people. */
  readonly what: string
  /** How many there were. */
  readonly count: number
}

/** What was there before Concord came, and is only not to become more. */
export type Baseline = readonly BaselineEntry[]

/** Text that could not be read, and what is wrong with exemptions, always shows: it says that other findings are not known. */
export { cannotBeSuppressed as neverInBaseline } from '../language/suppressions.ts'

/** `1:9f2c…` of `1:9f2c…#2`. */
export function baseFingerprint(fingerprint: string): string {
  return fingerprint.split('#', 1)[0] ?? fingerprint
}

/** How many of each fingerprint there are. */
export function countsByFingerprint(findings: Iterable<{ readonly fingerprint: string }>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { fingerprint } of findings) {
    const base = baseFingerprint(fingerprint)
    counts.set(base, (counts.get(base) ?? 0) + 1)
  }
  return counts
}

/** The entries, or what is missing of their counts, of which there are fewer findings now than were written down. */
export function goneFrom(
  baseline: Baseline,
  present: ReadonlyMap<string, number>,
  isKnown: (entry: BaselineEntry) => boolean,
): readonly BaselineEntry[] {
  return baseline.flatMap((entry) => {
    const missing = entry.count - (present.get(entry.fingerprint) ?? 0)
    return missing > 0 && isKnown(entry) ? [{ ...entry, count: missing }] : []
  })
}

/** A baseline without some of its entries, or with smaller counts. */
export function without(baseline: Baseline, gone: readonly BaselineEntry[]): Baseline {
  const fewer = new Map(gone.map(({ fingerprint, count }) => [fingerprint, count]))
  return baseline.flatMap((entry) => {
    const count = entry.count - (fewer.get(entry.fingerprint) ?? 0)
    return count > 0 ? [{ ...entry, count }] : []
  })
}

/** A baseline with more findings; one that it knows of counts once more. */
export function withAdded(baseline: Baseline, added: readonly Omit<BaselineEntry, 'count'>[]): Baseline {
  const entries = new Map(baseline.map((entry) => [entry.fingerprint, entry]))
  for (const each of added) {
    const fingerprint = baseFingerprint(each.fingerprint)
    const known = entries.get(fingerprint)
    entries.set(fingerprint, { ...each, ...known, fingerprint, count: (known?.count ?? 0) + 1 })
  }
  return [...entries.values()]
}
