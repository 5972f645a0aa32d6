import { compareTexts } from '../language/compare-texts.ts'
import type { Baseline, BaselineEntry } from './baseline.ts'
import { fingerprintVersion } from './fingerprint.ts'

/** The version of the file's form; schemas/concord-baseline.schema.json describes it. */
const baselineVersion = 1

/** The file's name where a configuration does not say another. */
export const baselineFileName = '.concord-baseline.json'

/** A baseline as it was read: complete, or not at all, with the line (from 1) of what is wrong. */
export type ReadBaseline = { readonly baseline: Baseline } | { readonly problem: string; readonly line: number }

/** One entry a line, in an order that does not depend on when it was written: a change shows as the lines that changed. */
export function baselineText(baseline: Baseline): string {
  const entries = baseline.toSorted(
    (a, b) =>
      compareTexts(a.policy, b.policy) ||
      compareTexts(a.rule, b.rule) ||
      compareTexts(a.what, b.what) ||
      compareTexts(a.fingerprint, b.fingerprint),
  )
  const lines = entries.map(({ policy, rule, fingerprint, count, what }) =>
    JSON.stringify({ policy, rule, fingerprint, ...(count === 1 ? {} : { count }), what }),
  )
  const findings = lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`
  return `{\n  "version": ${baselineVersion},\n  "findings": ${findings}\n}\n`
}

export function readBaseline(text: string): ReadBaseline {
  const conflict = /^(?:<{7}|={7}|>{7})/m.exec(text)
  if (conflict !== null) {
    const problem =
      'This baseline holds a merge conflict. Keep the lines of both sides; "concord baseline" takes out what is gone.'
    return { problem, line: lineOf(text, conflict.index) }
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return {
      problem: 'This baseline is not JSON. Take it back from version control, or delete it and write it anew.',
      line: 1,
    }
  }
  if (!isGroup(value)) return unclear(text, 0)
  const { version, findings } = value
  if (typeof version === 'number' && version > baselineVersion)
    return { problem: `This baseline is of version ${version}, which a later Concord wrote.`, line: 1 }
  if (version !== baselineVersion || !Array.isArray(findings)) return unclear(text, 0)
  const baseline: BaselineEntry[] = []
  const seen = new Set<string>()
  for (const finding of findings) {
    const entry = entryOf(finding)
    if (entry === undefined) return unclear(text, baseline.length)
    const line = lineOf(text, text.indexOf(JSON.stringify(entry.fingerprint)))
    if (!entry.fingerprint.startsWith(`${fingerprintVersion}:`))
      return {
        problem: 'This baseline has fingerprints of another version of Concord. Delete it and write it anew.',
        line,
      }
    if (seen.has(entry.fingerprint))
      return { problem: `The fingerprint ${entry.fingerprint} is there twice; keep one of its lines.`, line }
    seen.add(entry.fingerprint)
    baseline.push(entry)
  }
  return { baseline }
}

function entryOf(value: unknown): BaselineEntry | undefined {
  if (!isGroup(value)) return undefined
  const { policy, rule, fingerprint, count = 1, what, ...others } = value
  if (typeof policy !== 'string' || typeof rule !== 'string' || typeof what !== 'string') return undefined
  if (typeof fingerprint !== 'string' || !/^\d+:[0-9a-f]{20}$/.test(fingerprint)) return undefined
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 1) return undefined
  return Object.keys(others).length > 0 ? undefined : { policy, rule, fingerprint, what, count }
}

function unclear(text: string, index: number): ReadBaseline {
  const entries = [...text.matchAll(/"fingerprint"/g)]
  const line = lineOf(text, entries[index]?.index ?? 0)
  return {
    problem: 'This baseline is not as Concord writes it. Take it back from version control, or write it anew.',
    line,
  }
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, Math.max(offset, 0)).split('\n').length
}
