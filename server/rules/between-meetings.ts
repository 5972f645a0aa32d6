import type { GovernanceBody, GovernanceCalendar, Money } from '../language/generated/policies.ts'
import type { ExchangeRate } from './assumptions.ts'
import { converted } from './exchange-rates.ts'
import { type Fix, fillIn, set } from './fix.ts'
import { moneyText } from './resource-amounts.ts'
import { titled } from './rule.ts'

/** A delegation with a limit says nothing of what has no value, such as a date. */
export function isDelegated(
  { betweenMeetings }: GovernanceBody,
  value: Money | undefined,
  rates: readonly ExchangeRate[],
): boolean {
  if (betweenMeetings?.to === undefined) return false
  const { upTo } = betweenMeetings
  if (upTo === undefined) return true
  const amount = value === undefined ? undefined : converted(value, upTo.currency, rates)
  return amount !== undefined && amount <= upTo.amount
}

/** The body with a delegation that covers the value: to whom it has one already, else to its chair. */
export function delegating(body: GovernanceBody, value: Money | undefined): GovernanceBody {
  const to = body.betweenMeetings?.to ?? body.chair ?? fillIn('the role that decides between meetings')
  return { ...body, betweenMeetings: value === undefined ? { to } : { to, upTo: { ...value } } }
}

export function delegateBetweenMeetings(
  body: GovernanceBody,
  value: Money | undefined,
  calendar: GovernanceCalendar,
): Fix {
  const { betweenMeetings } = delegating(body, value)
  const to = betweenMeetings?.to ?? ''
  const isKnown = !to.startsWith('?')
  return {
    title: `Let ${isKnown ? to : 'one role'} decide${value === undefined ? '' : ` up to ${moneyText(value)}`} between meetings of the ${titled(body)}`,
    applicability: isKnown ? 'unsafe' : 'placeholder',
    changes: [
      set(body, 'betweenMeetings', { to, ...(value === undefined ? {} : { upTo: { ...value } }) }, { in: calendar }),
    ],
  }
}
