import { nearest } from '../language/did-you-mean.ts'
import type { Problem, ProblemRule } from '../language/problem.ts'
import type { Suppression } from '../language/suppressions.ts'
import { dayNumber } from '../models/calendar-days.ts'
import type { Finding } from './finding.ts'
import type { Waived } from './set-aside.ts'

/** What suppressions depend on, beside the findings. */
export interface SuppressionContext {
  /** ISO date. */
  readonly today: string
  readonly rules: ReadonlySet<string>
  /** Days before the end from which on a suppression is reported; 0 for never. */
  readonly noticeDays: number
  /** Whether a rule was asked about the policy that a suppression belongs to, so that its silence means something. */
  isJudged(suppression: Suppression): boolean
}

interface Suppressed {
  readonly findings: readonly Finding[]
  readonly setAside: readonly Waived[]
  /** What is wrong with the suppressions themselves. */
  readonly problems: readonly Problem[]
}

/** Whether a rule's findings are never hidden: text that could not be read, and what is wrong with suppressions. */
export function cannotBeSuppressed(rule: string): boolean {
  return /^language\/(?:syntax$|unreadable$|suppression-)/.test(rule)
}

/** Takes the findings out that a suppression in force is about. One that is malformed or has expired suppresses nothing. */
export function suppress(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  context: SuppressionContext,
): Suppressed {
  const usable = suppressions.filter((suppression) => faultOf(suppression, context) === undefined)
  const setAside: Waived[] = []
  const used = new Set<Suppression>()
  const left = findings.filter((finding) => {
    const about = usable.filter((suppression) => isAbout(suppression, finding))
    for (const suppression of about) used.add(suppression)
    const inForce = about.find(({ until }) => until >= context.today)
    if (inForce !== undefined) {
      const { reason, until } = inForce
      setAside.push({ finding, by: 'comment', owner: undefined, reason, until })
    }
    return inForce === undefined
  })
  const problems = suppressions.flatMap((suppression) => problemOf(suppression, used.has(suppression), context) ?? [])
  return { findings: left, setAside, problems }
}

function isAbout({ rule, covers }: Suppression, { rule: found, place: { range }, internal }: Finding): boolean {
  return rule === found && !internal && covers.start <= range.start && range.start < covers.end
}

function faultOf({ fault, rule }: Suppression, { rules }: SuppressionContext): string | undefined {
  if (rule !== '' && !rules.has(rule)) {
    const meant = nearest(rule, rules)
    return `There is no rule "${rule}".${meant === undefined ? '' : ` Did you mean "${meant}"?`}`
  }
  return cannotBeSuppressed(rule) ? `Findings of ${rule} cannot be suppressed.` : fault
}

function problemOf(suppression: Suppression, isUsed: boolean, context: SuppressionContext): Problem | undefined {
  const { rule, until, range, removal } = suppression
  const fault = faultOf(suppression, context)
  const problem = (id: ProblemRule, message: string): Problem => ({ rule: id, message, range, identity: rule })
  if (fault !== undefined) return problem('language/suppression-malformed', `This comment suppresses nothing. ${fault}`)
  if (!isUsed) {
    if (!context.isJudged(suppression)) return undefined
    return {
      ...problem(
        'language/suppression-unused',
        `There is nothing here to suppress: ${rule} finds nothing. Remove the comment, or it will hide the next finding.`,
      ),
      fix: { title: 'Remove the comment that suppresses nothing', applicability: 'unsafe', range: removal, text: '' },
    }
  }
  const days = (dayNumber(until) ?? 0) - (dayNumber(context.today) ?? 0)
  if (days < 0)
    return problem(
      'language/suppression-expired',
      `This suppression of ${rule} ended on ${until}, so its finding is back. Mend what it finds, or agree on a new date.`,
    )
  if (days >= context.noticeDays) return undefined
  const when = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`
  return problem(
    'language/suppression-expiring',
    `This suppression of ${rule} ends ${when}, after ${until}: then its finding is back.`,
  )
}
