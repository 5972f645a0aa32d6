import type { GovernanceCalendar } from '../language/generated/policies.ts'
import { dayNumber } from '../models/calendar-days.ts'
import { jointDates, type PreparedBody, preparedBy } from '../rules/joint-preparation.ts'
import { type MeetingLag, meetingLag } from '../rules/meeting-lags.ts'
import { earlierMeetings } from '../rules/moved-meetings.ts'
import { titled } from '../rules/rule.ts'
import { type Asked, inKind } from './asked.ts'
import { type Given, minus, over, total } from './expression.ts'
import { field, given, step, type Table, taken, type Worked } from './step.ts'

/** The wait from each own meeting to the joint one, their mean, the longest, and what moving one date saves. */
export const meetingWaits = inKind('GovernanceCalendar', (asked) => {
  const { policy, workspace, assumptions, finding } = asked
  const bodies = policy.spec.bodies ?? []
  const [body] = asked.pointedAt(bodies)
  const dates = body?.meets?.dates
  if (body?.meets === undefined || dates === undefined) return []
  const meets = body.meets
  const matters = preparedBy(body, workspace, assumptions.exchangeRates).flatMap((matter) => {
    const lag = meetingLag(dates, jointDates(matter.jointBody))
    return lag === undefined ? [] : [{ matter, lag }]
  })
  const mean = finding.figures.find(({ name }) => name === 'mean-lag')?.value
  const asSaid = matters.filter(({ lag }) => mean === undefined || lag.meanDays === mean)
  const [chosen] = [
    ...asSaid.filter(({ matter }) => finding.text.what.includes(titled(matter.jointBody.body))),
    ...asSaid,
  ]
  if (chosen === undefined) return []
  const { lag, matter } = chosen
  const table = waitsTable(lag)
  const days = lag.waits.map((wait) => wait.days)
  const meetings = given('own meetings that a joint one follows next', days.length, 'count', field(meets, 'dates'))
  const longest = lag.waits.reduce((most, wait) => (wait.days > most.days ? wait : most))
  return [
    {
      figure: 'mean-lag',
      steps: [step('Mean wait for the joint meeting', over(total('days', days), meetings), 'days', table)],
    },
    {
      figure: 'longest-lag',
      steps: [
        step(
          'Longest wait',
          minus(dayOf(longest.until, jointPlace(matter)), dayOf(longest.after, field(meets, 'dates'))),
          'days',
          table,
        ),
      ],
    },
    ...saved(asked, { lag, matter, body, limit: asked.option('maximumLagDays') }),
  ]
})

function waitsTable({ waits, repeatsYearly }: MeetingLag): Table {
  return {
    rows: 'from our meeting to the joint one',
    by: `days from the last own meeting before each joint one${repeatsYearly ? '; the joint dates are taken to come back every year' : ''}`,
    columns: [{ title: 'days', unit: 'days' }],
    cells: waits.map(({ after, until, days }) => ({ label: `${after} to ${until}`, values: [days] })),
  }
}

/** A date as the days since 1970, which is how dates are subtracted. */
function dayOf(date: string, source: Given['source']): Given {
  return given(`day of ${date}`, dayNumber(date) ?? 0, 'count', source)
}

/** Where the joint dates stand: in a calendar, else in the agreement. */
function jointPlace({ jointBody: { body, meetings } }: PreparedBody): Given['source'] {
  const planned = meetings.find(({ entry }) => entry.meets?.dates !== undefined)?.entry.meets
  const meets = planned ?? body.meets
  return meets === undefined ? taken('the joint body') : field(meets, 'dates')
}

interface Moved {
  readonly lag: MeetingLag
  readonly matter: PreparedBody
  readonly body: NonNullable<GovernanceCalendar['spec']['bodies']>[number]
  readonly limit: number
}

/** The move that saves most: from one date to another. */
function saved(
  { policy, workspace, option }: Asked<'GovernanceCalendar'>,
  { lag, matter, body, limit }: Moved,
): readonly Worked[] {
  const moves = earlierMeetings(lag, matter, {
    body,
    calendar: policy,
    limit,
    preparationDays: option('preparationDays'),
    today: workspace.today,
  })
  const [best] = [...moves].sort((a, b) => b.savedDays - a.savedDays)
  const until = lag.waits.find(({ after }) => after === best?.from)?.until
  if (best === undefined || until === undefined || body.meets === undefined) return []
  const joint = dayOf(until, jointPlace(matter))
  const now = minus(joint, dayOf(best.from, field(body.meets, 'dates')))
  const next = taken('a day shortly before the joint meeting on which the body can meet')
  // A later own meeting than the joint one of before may be followed by another one.
  const first = [...jointDates(matter.jointBody)].sort().find((date) => date >= best.to) ?? until
  const then = minus(dayOf(first, jointPlace(matter)), dayOf(best.to, next))
  return [{ figure: 'saved-by-moving-one-date', steps: [step('Saved by moving one date', minus(now, then), 'days')] }]
}
