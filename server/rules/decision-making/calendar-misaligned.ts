import type { GovernanceBody } from '../../language/generated/policies.ts'
import { between, convention } from '../conventions.ts'
import { figureText } from '../figure.ts'
import { jointDates, type PreparedBody, placesOfPreparation, preparedBy, preparedText } from '../joint-preparation.ts'
import { lagFigures } from '../lag-figures.ts'
import { type MeetingLag, meetingLag } from '../meeting-lags.ts'
import { type EarlierMeeting, earlierMeetings, movedMeetings, savedText } from '../moved-meetings.ts'
import { barrier, passed, type Report, rule, titled } from '../rule.ts'

export default rule({
  id: 'decision-making/calendar-misaligned',
  title: 'Our own body meets long before the joint one, or just after it',
  kind: 'GovernanceCalendar',
  severity: 'error',
  finds:
    'A body of ours that decides or approves our side of a joint decision (`decides`, `decider`, `approvals`), and whose last meeting before each meeting of the joint body is long before it. Only declared dates are compared: a cadence does not say on which day a body meets. What is delegated between meetings does not wait.',
  why: 'What our side must approve first comes after the joint meeting instead of before it, so it waits for the next one, and the partner with it.',
  evidence: ['article', 'arithmetic'],
  certainty: 'The wait follows from the declared dates alone. How long is too long is a convention.',
  against:
    'Decisions that come up shortly before a joint meeting may be approved in an extra meeting; a body that does so as a rule can say it as a delegation between meetings.',
  fixing:
    'The fix moves the own meetings that come too late to shortly before the joint ones, on a weekday outside of blackouts. It changes the calendar, so the people concerned must agree.',
  options: {
    maximumLagDays: convention(30, between(0, 365), {
      title: 'Longest mean wait, in days',
      description: 'How many days a decision may wait on average between our own meeting and the joint one.',
    }),
    preparationDays: convention(10, between(0, 60), {
      title: 'Days before the joint meeting',
      description: 'How many days before the joint meeting the fix puts our own, so that papers can go round.',
    }),
  },
  *check(calendar, { workspace, options, assumptions }) {
    for (const body of calendar.spec.bodies ?? []) {
      const dates = body.meets?.dates
      if (body.meets === undefined || dates === undefined) continue
      const prepared = preparedBy(body, workspace, assumptions.exchangeRates)
      for (const matter of prepared) {
        const lag = meetingLag(dates, jointDates(matter.jointBody))
        if (lag === undefined) continue
        const { maximumLagDays: limit, preparationDays } = options
        if (lag.meanDays <= limit || matter.preparations.length === 0) yield passed()
        else {
          const moves = earlierMeetings(lag, matter, { body, calendar, limit, preparationDays, today: workspace.today })
          yield barrier(body.meets, 'dates', misaligned(lag, matter, body, { limit, moves, prepared }))
        }
      }
    }
  },
})

interface Found {
  readonly limit: number
  readonly moves: readonly EarlierMeeting[]
  readonly prepared: readonly PreparedBody[]
}

function misaligned(
  lag: MeetingLag,
  matter: PreparedBody,
  body: GovernanceBody,
  { limit, moves, prepared }: Found,
): Report {
  const { jointBody, reference } = matter
  const fix = movedMeetings(body, moves, matter, prepared, limit)
  const average = `${figureText({ value: lag.meanDays, unit: 'days' })} on average`
  return {
    what: `The ${titled(body)} prepares ${preparedText(matter)} for the ${titled(jointBody.body)} of ${jointBody.agreement.metadata.name}, and what it approves waits ${average} for the joint meeting.`,
    howMuch: `${longest(lag)} More than ${figureText({ value: limit, unit: 'days' })} on average counts as misaligned; that is a convention.`,
    change:
      fix === undefined
        ? 'Hold an own meeting shortly before each joint one, or delegate the matter between meetings.'
        : `Meet before the joint body: moving one date removes ${savedText(moves)}.`,
    identity: reference,
    figures: lagFigures(lag, moves, limit),
    related: placesOfPreparation(matter),
    fixes: fix === undefined ? [] : [fix],
  }
}

function longest({ waits }: MeetingLag): string {
  const { after, until, days } = waits.reduce((most, wait) => (wait.days > most.days ? wait : most))
  return `The longest wait is ${figureText({ value: days, unit: 'days' })}, from ${after} to ${until}.`
}
