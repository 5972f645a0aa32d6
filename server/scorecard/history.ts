import type { Finding } from '../checker/finding.ts'
import type { Severity } from '../rules/rule.ts'
import type { Scorecard } from './scorecard.ts'

/** How the policies stood after a commit; without one, as they are now. */
export interface HistoryPoint {
  readonly commit: string | undefined
  /** ISO date. */
  readonly day: string
  readonly subject: string
  readonly scorecard: Pick<Scorecard, 'version' | 'overall' | 'coverage' | 'components'>
  readonly findings: Readonly<Record<Severity, number>>
}

/** Each point is what was found and scored then, told alone: what else a check knows is not kept for each of many commits. */
export function historyPoint(
  { commit, day, subject }: Pick<HistoryPoint, 'commit' | 'day' | 'subject'>,
  { version, overall, coverage, components }: HistoryPoint['scorecard'],
  found: readonly Finding[],
): HistoryPoint {
  const findings = { error: 0, warning: 0, info: 0 }
  for (const { severity } of found) findings[severity]++
  return { commit, day, subject, scorecard: { version, overall, coverage, components }, findings }
}
