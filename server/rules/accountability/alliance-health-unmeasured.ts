import type { HealthCheck, PartnerAgreement } from '../../language/generated/policies.ts'
import { addMonths, dayNumber } from '../../models/calendar-days.ts'
import { atLeast, convention } from '../conventions.ts'
import { number } from '../figure.ts'
import { type Fix, set, unsafe } from '../fix.ts'
import { isLookedAfter } from '../looked-after.ts'
import { daysOf } from '../meeting-intervals.ts'
import { barrier, type Outcome, passed, rule } from '../rule.ts'
import { agreementTitle, isRunning } from '../running-agreements.ts'
import { monthsIn } from '../time-spans.ts'

export default rule({
  id: 'accountability/alliance-health-unmeasured',
  title: 'Nobody checks the health of an alliance',
  kind: 'PartnerAgreement',
  severity: 'warning',
  finds:
    'An agreement under way, for longer than twelve months in all, that says who looks after it and has no health check; or whose health check comes less often than every twelve months; or whose last one (`lastOn`) is longer ago than that.',
  why: 'Trust is lost quietly: without asking, the first sign is an escalation.',
  evidence: ['A1', 'A4'],
  certainty:
    "Every 6 to 12 months is a practitioner's recommendation, and one company has done it for fourteen years. That twelve months are the limit is a convention.",
  against: 'Two people who talk every week may know more than a survey. It does not outlast them.',
  fixing: 'The fix asks for a health check every half-year. Somebody has to hold it, with the partner.',
  options: {
    mostMonths: convention(12, atLeast(1), {
      title: 'Months between health checks',
      description: 'After how many months at most the health of an alliance is checked again.',
    }),
  },
  *check(agreement, { workspace, options }) {
    const { healthCheck, term } = agreement.spec
    if (!isRunning(agreement, workspace.today)) return
    const months = monthsIn({ from: term?.from, to: term?.to })
    if (healthCheck === undefined) {
      if (isLookedAfter(agreement) && (months === undefined || months > options.mostMonths))
        yield unchecked(agreement, agreement.spec.partner, 'name', 'has no health check', options.mostMonths)
      return
    }
    const late = tooSeldom(healthCheck, options.mostMonths, workspace.today)
    if (late !== undefined) yield unchecked(agreement, healthCheck, late.key, late.says, options.mostMonths)
    else if (healthCheck.every !== undefined || healthCheck.lastOn !== undefined) yield passed()
  },
})

function tooSeldom(
  { every, lastOn }: HealthCheck,
  mostMonths: number,
  today: string,
): { readonly key: 'every' | 'lastOn'; readonly says: string } | undefined {
  if (every !== undefined && daysOf(every) > Math.round((mostMonths * 365) / 12))
    return { key: 'every', says: `is checked every ${every.replaceAll('-', ' ')} only` }
  const last = lastOn === undefined ? undefined : dayNumber(lastOn)
  const now = dayNumber(today)
  if (last === undefined || now === undefined || addMonths(last, mostMonths) >= now) return undefined
  return { key: 'lastOn', says: `was checked last on ${lastOn}` }
}

function unchecked(agreement: PartnerAgreement, on: object, key: string, says: string, mostMonths: number): Outcome {
  const title = agreementTitle(agreement)
  return barrier(on, key, {
    what: `${title.charAt(0).toUpperCase()}${title.slice(1)} ${says}.`,
    howMuch: `Once in ${number(mostMonths, 1)} months is the least, by convention.`,
    change: 'Ask both sides the same few questions twice a year, and look at the answers together.',
    fixes: key === 'lastOn' && agreement.spec.healthCheck?.every !== undefined ? [] : [everyHalfYear(agreement)],
  })
}

function everyHalfYear({ spec }: PartnerAgreement): Fix {
  const { healthCheck } = spec
  return unsafe(
    'Check the health of the alliance every half-year',
    healthCheck === undefined
      ? set(spec, 'healthCheck', { every: 'half-year', withPartner: true })
      : set(healthCheck, 'every', 'half-year'),
  )
}
