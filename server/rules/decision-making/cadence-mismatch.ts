import { decisionLatency } from '../../models/decision-latency.ts'
import { delegateBetweenMeetings } from '../between-meetings.ts'
import { atLeast, convention } from '../conventions.ts'
import { figureText, number } from '../figure.ts'
import { type PreparedBody, preparedBy, preparedText } from '../joint-preparation.ts'
import { latencyFigures, latencyText } from '../latency-text.ts'
import { daysBetweenMeetings } from '../meeting-intervals.ts'
import { barrier, passed, place, rule, titled } from '../rule.ts'

export default rule({
  id: 'decision-making/cadence-mismatch',
  title: 'Our own body meets far less often than the joint one',
  kind: 'GovernanceCalendar',
  severity: 'warning',
  finds:
    'A body of ours that decides or approves our side of a joint decision and meets half as often as the joint body, or less. How often follows from the dates, else from the cadence. What is delegated between meetings does not wait. When in the cycle they meet is for `decision-making/calendar-misaligned`.',
  why: 'Most joint meetings come when our side has not met, so they can only put off what is on the table.',
  evidence: ['article', 'arithmetic'],
  certainty: 'The wait follows from the declared meetings alone. How large a difference is too large is a convention.',
  against: 'For decisions that come up once or twice a year, our own body meets often enough.',
  fixing:
    'The fix delegates the matter between meetings, up to the value that the joint body decides: to the chair, where one is named. It gives somebody more authority, so it needs consent.',
  options: {
    times: convention(2, atLeast(1), {
      title: 'Times as often',
      description: 'How many times as often the joint body may meet before it counts as a mismatch.',
    }),
  },
  *check(calendar, { workspace, options, assumptions }) {
    for (const body of calendar.spec.bodies ?? []) {
      const own = body.meets === undefined ? undefined : daysBetweenMeetings(body.meets)
      if (body.meets === undefined || own === undefined) continue
      for (const matter of preparedBy(body, workspace, assumptions.exchangeRates)) {
        const joint = jointInterval(matter)
        if (joint === undefined) continue
        // Dates and cadences differ a little: twelve dates are 30.4 days apart, a month is 30.
        if (own < joint * (options.times - 0.1) || matter.preparations.length === 0) {
          yield passed()
          continue
        }
        const [apart, jointApart] = [own, joint].map((value) => figureText({ value, unit: 'days' }))
        const latency = decisionLatency({ kind: 'meets', everyDays: own })
        const values = matter.preparations.map(({ joint: { decision } }) => decision.upTo)
        const [value] = values.sort((a, b) => (b?.amount ?? 0) - (a?.amount ?? 0))
        const alike = values.every((other) => other?.currency === value?.currency)
        yield barrier(body.meets, body.meets.dates === undefined ? 'every' : 'dates', {
          what: `The ${titled(body)} meets every ${apart}, and the ${titled(matter.jointBody.body)} of ${matter.jointBody.agreement.metadata.name}, for which it prepares ${preparedText(matter)}, every ${jointApart}.`,
          howMuch: `What comes up waits for our own meeting ${latencyText(latency)}. ${number(options.times, 1)} times as often counts as a mismatch; that is a convention.`,
          change: 'Delegate the matter between meetings, or meet as often as the joint body does.',
          identity: matter.reference,
          figures: latencyFigures(latency),
          related: matter.preparations.map(({ position }) =>
            place('Decided or approved by our own body.', position.policy, position.decision, 'name'),
          ),
          fixes:
            alike && (value !== undefined || body.betweenMeetings === undefined)
              ? [delegateBetweenMeetings(body, value, calendar)]
              : [],
        })
      }
    }
  },
})

/** As the calendars say, else as the agreement does. */
function jointInterval({ jointBody: { body, meetings } }: PreparedBody): number | undefined {
  const found = meetings.flatMap(({ entry }) =>
    entry.meets === undefined ? [] : (daysBetweenMeetings(entry.meets) ?? []),
  )
  return found[0] ?? (body.meets === undefined ? undefined : daysBetweenMeetings(body.meets))
}
