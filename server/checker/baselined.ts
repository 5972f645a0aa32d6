import type { PolicyFile } from '../language/policy-file.ts'
import type { Workspace } from '../workspace/workspace.ts'
import {
  type Baseline,
  type BaselineEntry,
  baseFingerprint,
  countsByFingerprint,
  goneFrom,
  neverInBaseline,
} from './baseline.ts'
import type { Finding } from './finding.ts'
import type { InBaseline } from './set-aside.ts'
import type { Shown } from './shown-findings.ts'
import { isWhole } from './waiver-exemption.ts'

/** The findings of a file without and with those of the baseline. */
export interface Split {
  readonly left: readonly Finding[]
  readonly setAside: readonly InBaseline[]
}

interface Known extends Split {
  readonly shown: Shown
  readonly before: readonly Shown[]
}

/**
 * Parts the findings of files into new ones and those of a baseline. Of several that nothing tells apart, as many are in the baseline
 * as it counts, the first in the order of files and places; so a file is looked at together with others that hold the same policy.
 */
export class Baselined {
  readonly baseline: Baseline
  readonly #counts: ReadonlyMap<string, number>
  readonly #workspace: Workspace
  readonly #known = new Map<string, Known>()
  #holders: { readonly changes: number; readonly of: ReadonlyMap<string, readonly string[]> } | undefined

  constructor(baseline: Baseline, workspace: Workspace) {
    this.baseline = baseline
    this.#counts = new Map(baseline.map(({ fingerprint, count }) => [fingerprint, count]))
    this.#workspace = workspace
  }

  /** Of a file, given what would be shown of any file without the baseline. The answer stays the same object while nothing changes. */
  of(name: string, shown: Shown, shownIn: (file: string) => Shown | undefined): Split {
    const concerned = shown.findings.filter((finding) => this.#mayHold(finding))
    const before = this.#filesBefore(name, concerned).flatMap((file) => shownIn(file) ?? [])
    const known = this.#known.get(name)
    if (known?.shown === shown && sameItems(known.before, before)) return known
    const used = new Map(countsByFingerprint(before.flatMap(({ findings }) => findings)))
    const setAside: InBaseline[] = []
    const left = shown.findings.filter((finding) => {
      if (!this.#mayHold(finding)) return true
      const base = baseFingerprint(finding.fingerprint)
      const nth = (used.get(base) ?? 0) + 1
      used.set(base, nth)
      if (nth > (this.#counts.get(base) ?? 0)) return true
      setAside.push({ finding, by: 'baseline' })
      return false
    })
    const split = { shown, before, left: setAside.length === 0 ? shown.findings : left, setAside }
    this.#known.set(name, split)
    return split
  }

  /** The entries whose findings are gone. Of a policy that cannot be judged whole nobody knows. */
  gone(all: readonly Shown[]): readonly BaselineEntry[] {
    const present = countsByFingerprint(
      all.flatMap(({ findings, setAside }) => [...findings, ...setAside.map(({ finding }) => finding)]),
    )
    const unclear = this.#unclearPolicies(all)
    return goneFrom(this.baseline, present, ({ policy }) => !unclear.has(policy))
  }

  #mayHold({ fingerprint, rule, internal }: Finding): boolean {
    return !internal && !neverInBaseline(rule) && this.#counts.has(baseFingerprint(fingerprint))
  }

  /** The files before one that hold policies of the same kind and name as those of the findings. */
  #filesBefore(name: string, findings: readonly Finding[]): readonly string[] {
    const files = new Set<string>()
    for (const { policy } of findings)
      for (const file of this.#holdersOf(`${policy.kind}/${policy.name}`)) if (file < name) files.add(file)
    return [...files].sort()
  }

  #holdersOf(policy: string): readonly string[] {
    const { changes, files } = this.#workspace
    if (this.#holders?.changes !== changes) {
      const of = new Map<string, string[]>()
      for (const { name, content } of files)
        for (const called of policiesIn(content)) of.set(called, [...(of.get(called) ?? []), name])
      this.#holders = { changes, of }
    }
    return this.#holders.of.get(policy) ?? []
  }

  #unclearPolicies(all: readonly Shown[]): ReadonlySet<string> {
    const unclear = new Set<string>()
    for (const file of this.#workspace.files)
      for (const document of file.content.documents)
        if (!isWhole(document, file, this.#workspace) && document.problems.length > 0)
          unclear.add(`${document.kind}/${document.name}`)
    for (const { policy, internal } of all.flatMap(({ findings }) => findings))
      if (internal) unclear.add(`${policy.kind}/${policy.name}`)
    return unclear
  }
}

function policiesIn({ documents }: PolicyFile): ReadonlySet<string> {
  return new Set(documents.map(({ kind, name }) => `${kind}/${name}`))
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}
