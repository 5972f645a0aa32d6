import type { Counts, Severity } from './messages.ts'

const severities: readonly Severity[] = ['error', 'warning', 'info']

/** `3 errors, 1 warning`; what there is none of is left out. */
export function countWords(counts: Counts): string {
  const present = severities.filter((severity) => counts[severity] > 0)
  return present.map((severity) => counted(counts[severity], severityWord(severity))).join(', ')
}

/** `1 policy`, `2 policies`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}

export function severityWord(severity: Severity): string {
  return severity === 'info' ? 'note' : severity
}

/** The worst severity that there is any of. */
export function worst(counts: Counts): Severity | undefined {
  return severities.find((severity) => counts[severity] > 0)
}

/** `IncentivePlan` in plain words: `Incentive plan`. */
export function kindWords(kind: string | null): string {
  return kind === null ? 'Policy' : kind.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

/** `decision-making` as a heading: `Decision-making`. */
export function heading(component: string): string {
  return component.charAt(0).toUpperCase() + component.slice(1)
}
