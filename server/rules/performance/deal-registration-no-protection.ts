import type { DealRegistration } from '../../language/generated/policies.ts'
import { atLeast, convention } from '../conventions.ts'
import { type Change, placeholder, set, unsafe } from '../fix.ts'
import { barrier, passed, rule } from '../rule.ts'
import { hasEnded } from '../running-agreements.ts'

export default rule({
  id: 'performance/deal-registration-no-protection',
  title: 'A partner that reports a deal is not protected',
  kind: 'PartnerAgreement',
  severity: 'info',
  finds:
    'An agreement in which deals are registered (`dealRegistration`) without a rule for who may pursue them (`rule: none`, or none at all) or without days of protection (`protectedDays`).',
  why: 'A partner that tells us of a customer hands the lead to our own sellers, so it does not tell.',
  evidence: ['P2'],
  certainty:
    'That nothing protects the deal is a fact about the agreement. Protected windows are common; one partner program publishes 90 days. How much they help has not been measured.',
  against: 'Where only one side sells, there is nothing to protect.',
  fixing:
    'The fix lets the one who reports a deal first pursue it, for 90 days: the window that one partner program publishes, here a convention. The partner has to agree.',
  options: {
    protectedDays: convention(90, atLeast(1), {
      title: 'Days of protection',
      description: 'For how many days the fix protects a reported deal.',
    }),
  },
  *check(agreement, { workspace, options }) {
    const { spec } = agreement
    const { dealRegistration } = spec
    if (dealRegistration === undefined || hasEnded(agreement, workspace.today)) return
    const missing = gapsIn(dealRegistration)
    const [first] = missing
    if (first === undefined) {
      yield passed()
      return
    }
    const present = missing.find((one) => dealRegistration[one] !== undefined)
    const days = `${options.protectedDays} days`
    const changes: Record<Gap, Change> = {
      rule: set(dealRegistration, 'rule', 'first-registered'),
      protectedDays: set(dealRegistration, 'protectedDays', options.protectedDays, {
        comment: 'agree it with the partner',
      }),
    }
    const [object, key] = present === undefined ? [spec, 'dealRegistration'] : [dealRegistration, present]
    yield barrier(object, key, {
      what: `Deals are reported under this agreement, and ${missing.map((one) => gaps[one]).join(' and ')}.`,
      change: `Let the one who reports a deal first pursue it, for instance for ${days} (a convention).`,
      fixes: [
        missing.includes('protectedDays')
          ? placeholder(`Protect a reported deal for ${days}`, ...missing.map((one) => changes[one]))
          : unsafe('Let the one who reports a deal first pursue it', changes.rule),
      ],
    })
  },
})

type Gap = 'rule' | 'protectedDays'

const gaps: Readonly<Record<Gap, string>> = {
  rule: 'nothing says who may pursue them',
  protectedDays: 'no days protect the one who reports',
}

function gapsIn({ rule: who, protectedDays }: DealRegistration): readonly Gap[] {
  return [
    ...(who === undefined || who === 'none' ? (['rule'] as const) : []),
    ...(protectedDays === undefined || protectedDays === 0 ? (['protectedDays'] as const) : []),
  ]
}
