import type { Problem, ProblemRule } from '../language/problem.ts'
import { dayNumber } from '../models/calendar-days.ts'
import type { FilePlace, Finding } from './finding.ts'

/** What lets findings of one rule stay until a day: a comment in a policy, or a waiver in a configuration. */
export interface Exemption {
  readonly by: 'comment' | 'waiver'
  readonly rule: string
  /** The role or team that answers for it; comments name none. */
  readonly owner: string | undefined
  readonly reason: string
  /** The last day on which it holds, as an ISO date. */
  readonly until: string
  /** What is wrong with how it is written; such a one sets nothing aside. */
  readonly fault: string | undefined
  isAbout(finding: Finding): boolean
}

/** `unknown` where nothing can be said, such as of a rule that is off or a policy that is broken. */
export type ExemptionState = 'in force' | 'expiring' | 'expired' | 'unused' | 'malformed' | 'unknown'

/** An exemption with what has become of it. */
export interface StatedExemption extends Omit<Exemption, 'isAbout'> {
  readonly state: ExemptionState
  readonly place: FilePlace
  /** Kind and name, joined by a slash; undefined for a waiver of files. */
  readonly policy: string | undefined
  readonly files: readonly string[] | undefined
  /** The findings that it is about, whether it holds or not. */
  readonly findings: readonly Finding[]
}

/** What an exemption's state depends on, beside the findings. */
export interface ExemptionContext {
  /** ISO date. */
  readonly today: string
  /** Days before the end from which on an exemption is reported; 0 for never. */
  readonly noticeDays: number
}

/** `isJudged` says whether the rule was asked, so that its silence means something. */
export function stateOf(
  { fault, until }: Pick<Exemption, 'fault' | 'until'>,
  isUsed: boolean,
  isJudged: () => boolean,
  { today, noticeDays }: ExemptionContext,
): ExemptionState {
  if (fault !== undefined) return 'malformed'
  if (!isUsed) return isJudged() ? 'unused' : 'unknown'
  const days = daysLeft(until, today)
  if (days < 0) return 'expired'
  return noticeDays > 0 && days <= noticeDays ? 'expiring' : 'in force'
}

/** What is wrong with an exemption in a state, in words; undefined when nothing is. */
export function exemptionProblem(
  { by, rule, until, fault }: Omit<Exemption, 'isAbout'>,
  state: ExemptionState,
  today: string,
): Pick<Problem, 'rule' | 'message' | 'identity'> | undefined {
  const [what, finding] = by === 'comment' ? ['suppression', 'its finding is'] : ['waiver', 'its findings are']
  const problem = (id: ProblemRule, message: string) => ({ rule: id, message, identity: rule })
  switch (state) {
    case 'malformed':
      return problem('language/suppression-malformed', `This comment suppresses nothing. ${fault ?? ''}`)
    case 'unused':
      return problem(
        'language/suppression-unused',
        by === 'comment'
          ? `There is nothing here to suppress: ${rule} finds nothing. Remove the comment, or it will hide the next finding.`
          : `There is nothing to waive: ${rule} finds nothing there. Remove the waiver, or it will hide the next finding.`,
      )
    case 'expired':
      return problem(
        'language/suppression-expired',
        `This ${what} of ${rule} ended on ${until}, so ${finding} back. Mend what it finds, or agree on a new date.`,
      )
    case 'expiring': {
      const days = daysLeft(until, today)
      const when = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`
      return problem(
        'language/suppression-expiring',
        `This ${what} of ${rule} ends ${when}, after ${until}: then ${finding} back.`,
      )
    }
    default:
      return undefined
  }
}

function daysLeft(until: string, today: string): number {
  return (dayNumber(until) ?? 0) - (dayNumber(today) ?? 0)
}
