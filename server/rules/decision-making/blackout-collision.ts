import type { Blackout, GovernanceCalendar } from '../../language/generated/policies.ts'
import { dayNumber, isoDate } from '../../models/calendar-days.ts'
import { jointBodyCalled } from '../../workspace/governance.ts'
import { query } from '../../workspace/workspace.ts'
import { type Fix, set, unsafe } from '../fix.ts'
import { isWeekend } from '../moved-meetings.ts'
import { barrier, passed, place, rule, titled } from '../rule.ts'

export default rule({
  id: 'decision-making/blackout-collision',
  title: 'A joint meeting falls into a time when one side cannot decide',
  kind: 'GovernanceCalendar',
  severity: 'info',
  finds:
    'A joint meeting to come whose date lies in a blackout of ours, of the partner, or of both: a close, a holiday, a freeze. Blackouts of another partner, or of other bodies, do not count.',
  why: 'The meeting is moved or held without those who decide, and what it was for waits for the next one.',
  evidence: ['article'],
  certainty: 'It follows from the declared dates. Whether the meeting takes place nevertheless is not known.',
  against: 'A meeting in a holiday week may be agreed on purpose.',
  fixing:
    'The fix moves the meeting to the nearest weekday outside of all blackouts that concern it. The partner must agree.',
  *check(calendar, { workspace }) {
    for (const { body: reference, meets } of calendar.spec.jointBodies ?? []) {
      const dates = meets?.dates
      const joint = jointBodyCalled(workspace, reference)
      if (dates === undefined || joint === undefined) continue
      const { partner } = joint.agreement.spec
      const closed = blackouts(workspace, '').filter(({ blackout }) => concerns(blackout, reference, partner.name))
      for (const [index, date] of dates.entries()) {
        const hit = closed.find(({ blackout }) => covers(blackout, date))
        if (date < workspace.today || closed.length === 0) continue
        if (hit === undefined) {
          yield passed()
          continue
        }
        const { policy, blackout } = hit
        const whose = { us: 'ours', partner: `of ${titled(partner)}`, both: 'of both sides' }[blackout.party ?? 'us']
        const taken = (day: string) => dates.includes(day) || closed.some((other) => covers(other.blackout, day))
        yield barrier(dates, index, {
          what: `The ${titled(joint.body)} of ${joint.agreement.metadata.name} meets on ${date}, in "${titled(blackout)}" (${whose}, ${blackout.from} to ${blackout.to}).`,
          change: 'Agree another day with the partner.',
          related: [place(`Nothing is decided until ${blackout.to}.`, policy, blackout, 'from')],
          fixes: moveOut(dates, index, date, taken, workspace.today),
        })
      }
    }
  },
})

interface HeldBlackout {
  readonly policy: GovernanceCalendar
  readonly blackout: Blackout
}

const blackouts = query((workspace, _: ''): readonly HeldBlackout[] =>
  workspace
    .all('GovernanceCalendar')
    .flatMap((policy) => (policy.spec.blackouts ?? []).map((blackout) => ({ policy, blackout }))),
)

/** One without a party is ours; one of a partner that is not named concerns only the bodies that it lists. */
function concerns({ party, partner, bodies }: Blackout, reference: string, partnerName: string): boolean {
  if (bodies !== undefined && !bodies.includes(reference)) return false
  if (party !== 'partner') return true
  return partner === undefined ? bodies !== undefined : partner === partnerName
}

function covers({ from, to }: Blackout, date: string): boolean {
  return from <= date && date <= to
}

/** To the nearest weekday that is free, up to a month away; the earlier of two. */
function moveOut(
  dates: readonly string[],
  index: number,
  date: string,
  taken: (day: string) => boolean,
  today: string,
): readonly Fix[] {
  const day = dayNumber(date)
  if (day === undefined) return []
  for (let distance = 1; distance <= 31; distance++) {
    for (const to of [isoDate(day - distance), isoDate(day + distance)]) {
      if (to <= today || taken(to) || isWeekend(to)) continue
      return [unsafe(`Move the meeting from ${date} to ${to}`, set(dates, index, to))]
    }
  }
  return []
}
