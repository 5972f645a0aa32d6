import type { GovernanceBody, GovernanceCalendar } from '../../language/generated/policies.ts'
import { type Assumption, type Figure, figureText, number } from '../figure.ts'
import { type Fix, set } from '../fix.ts'
import { jointDates, type PreparedBody, preparedBy } from '../joint-preparation.ts'
import { type EarlierMeeting, earlierMeeting, isWeekend, type MeetingLag, meetingLag } from '../meeting-lags.ts'
import { barrier, passed, type RelatedPlace, rule } from '../rule.ts'

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
    maximumLagDays: {
      default: 30,
      minimum: 0,
      maximum: 365,
      convention: true,
      title: 'Longest mean wait, in days',
      description: 'How many days a decision may wait on average between our own meeting and the joint one.',
    },
    preparationDays: {
      default: 10,
      minimum: 0,
      maximum: 60,
      convention: true,
      title: 'Days before the joint meeting',
      description: 'How many days before the joint meeting the fix puts our own, so that papers can go round.',
    },
  },
  *check(calendar, context) {
    for (const body of calendar.spec.bodies ?? []) {
      const { meets } = body
      if (meets?.dates === undefined) continue
      const prepared = preparedBy(body, context.workspace, context.assumptions.exchangeRates)
      for (const matter of prepared) {
        const lag = meetingLag(meets.dates, jointDates(matter.jointBody))
        if (lag === undefined) continue
        const { maximumLagDays: limit, preparationDays } = context.options
        if (lag.meanDays <= limit) {
          yield passed()
          continue
        }
        const possible = (date: string) => date > context.workspace.today && isPossible(date, body, calendar)
        const late = lag.waits.filter(({ after, days }) => days > limit && after > context.workspace.today)
        const moves = late.flatMap(
          ({ after }) => earlierMeeting(after, jointDates(matter.jointBody), preparationDays, possible) ?? [],
        )
        const fix = movedMeetings(body, meets.dates, moves, { matter, prepared, limit })
        yield barrier(meets, 'dates', {
          what: `The ${titled(body)} prepares ${positions(matter)} for the ${titled(matter.jointBody.body)} of ${matter.jointBody.agreement.metadata.name}, and what it approves waits ${figureText({ value: lag.meanDays, unit: 'days' })} on average for the joint meeting.`,
          howMuch: `${longest(lag)} More than ${figureText({ value: limit, unit: 'days' })} on average counts as misaligned; that is a convention.`,
          change:
            fix === undefined
              ? 'Hold an own meeting shortly before each joint one, or delegate the matter between meetings.'
              : `Meet before the joint body: moving one date removes ${savedText(moves)}.`,
          identity: matter.reference,
          figures: figures(lag, moves, limit),
          related: relatedPlaces(matter),
          fixes: fix === undefined ? [] : [fix],
        })
      }
    }
  },
})

interface Setting {
  readonly matter: PreparedBody
  readonly prepared: readonly PreparedBody[]
  readonly limit: number
}

/** Offered only where all that moves is enough, and what is better for one partner is not worse for another. */
function movedMeetings(
  body: GovernanceBody,
  dates: readonly string[],
  moves: readonly EarlierMeeting[],
  { matter, prepared, limit }: Setting,
): Fix | undefined {
  const moved = dates.map((date) => moves.find(({ from }) => from === date)?.to ?? date)
  const isLate = (meetings: readonly string[], { jointBody }: PreparedBody) =>
    (meetingLag(meetings, jointDates(jointBody))?.meanDays ?? 0) > limit
  const worse = prepared.some((other) => isLate(moved, other) && !isLate(dates, other))
  const [move] = moves
  if (move === undefined || isLate(moved, matter) || worse || new Set(moved).size < dates.length) return undefined
  const changes = dates.flatMap((date, index) =>
    moves.flatMap(({ from, to }) => (from === date ? [set(dates, index, to)] : [])),
  )
  const what =
    moves.length === 1
      ? `Move the ${titled(body)} from ${move.from} to ${move.to}`
      : `Move ${moves.length} meetings of the ${titled(body)} to before the joint ones`
  return { title: `${what}: moving one date removes ${savedText(moves)}`, applicability: 'unsafe', changes }
}

function isPossible(date: string, { name }: GovernanceBody, { spec }: GovernanceCalendar): boolean {
  const closed = spec.blackouts?.some(
    ({ from, to, party, bodies }) =>
      from <= date && date <= to && party !== 'partner' && bodies?.includes(name) !== false,
  )
  return closed !== true && !isWeekend(date)
}

function longest({ waits }: MeetingLag): string {
  const { after, until, days } = waits.reduce((most, wait) => (wait.days > most.days ? wait : most))
  return `The longest wait is ${figureText({ value: days, unit: 'days' })}, from ${after} to ${until}.`
}

/** `71 days`, or `70 to 72 days` where the moves differ. */
function savedText(moves: readonly EarlierMeeting[]): string {
  const saved = moves.map(({ savedDays }) => savedDays)
  const [least, most] = [Math.min(...saved), Math.max(...saved)]
  return `${least === most ? '' : `${number(least, 0)} to `}${figureText({ value: most, unit: 'days' })}`
}

function figures(
  { meanDays, waits, repeatsYearly }: MeetingLag,
  moves: readonly EarlierMeeting[],
  limit: number,
): readonly Figure[] {
  const yearly: Assumption[] = repeatsYearly
    ? [{ name: 'joint-meetings-repeat', value: 'on the same dates every year', from: 'convention' }]
    : []
  const assumptions: readonly Assumption[] = [{ name: 'maximum-lag-days', value: limit, from: 'convention' }, ...yearly]
  const mean: Figure = {
    name: 'mean-lag',
    title: 'Mean wait for the joint meeting',
    value: meanDays,
    unit: 'days',
    assumptions,
  }
  const worst: Figure = {
    name: 'longest-lag',
    title: 'Longest wait for the joint meeting',
    value: Math.max(...waits.map(({ days }) => days)),
    unit: 'days',
    assumptions,
  }
  const best = moves.reduce<EarlierMeeting | undefined>(
    (most, move) => (most === undefined || move.savedDays > most.savedDays ? move : most),
    undefined,
  )
  if (best === undefined) return [mean, worst]
  return [
    mean,
    worst,
    { name: 'saved-by-moving-one-date', title: 'Saved by moving one date', value: best.savedDays, unit: 'days' },
  ]
}

function relatedPlaces({ jointBody, preparations }: PreparedBody): readonly RelatedPlace[] {
  const calendars = jointBody.meetings.flatMap(({ policy, entry }) =>
    entry.meets?.dates === undefined
      ? []
      : [{ policy, object: entry.meets, key: 'dates', message: 'The joint meetings.' }],
  )
  const inAgreement =
    jointBody.body.meets === undefined
      ? []
      : [{ policy: jointBody.agreement, object: jointBody.body.meets, message: 'The joint meetings.' }]
  const decisions = preparations.map(({ position }) => ({
    policy: position.policy,
    object: position.decision,
    key: 'name',
    message: 'Decided or approved by our own body first.',
  }))
  return [...(calendars.length > 0 ? calendars : inAgreement), ...decisions]
}

function positions({ preparations }: PreparedBody): string {
  return preparations.map(({ position: { decision } }) => `"${decision.title ?? decision.name}"`).join(' and ')
}

function titled({ title, name }: { readonly title?: string; readonly name: string }): string {
  return title ?? name
}
