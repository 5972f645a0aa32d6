import { atLeast, convention } from '../conventions.ts'
import { type Figure, figure, number } from '../figure.ts'
import { seatsOf } from '../meeting-seats.ts'
import { barrier, passed, place, rule } from '../rule.ts'

export default rule({
  id: 'culture/collaboration-overload',
  title: 'Required meetings take much of the week',
  kind: ['CulturalNorms', 'GovernanceCalendar'],
  severity: 'info',
  finds:
    'More than sixteen hours of required meetings a week for one person: as the norms declare (`requiredHoursPerWeek`), or for a role, added up over the bodies in the calendars whose member or chair it is, with their `durationHours`. Each role is said once. Meetings whose length is not declared are left out.',
  why: 'The few whom every body needs burn out or stop helping, and what only they know waits.',
  evidence: ['R22'],
  certainty:
    'That a few people carry a large part of collaboration was observed in many companies; from how many hours on it is too much is a convention.',
  against: 'For some roles meeting others is the work itself.',
  fixing: 'There is no fix: which meetings are needed, and who can go in place of whom, is for those who hold them.',
  options: {
    mostHours: convention(16, atLeast(0), {
      title: 'Most hours of meetings a week',
      description: 'How many hours a week one person may have to spend in required meetings.',
    }),
  },
  *check(policy, { workspace, options }) {
    const limit = `More than ${number(options.mostHours, 1)} hours count as too much; that is a convention.`
    const change = 'Leave out a meeting, send one for several, or decide between meetings.'
    if (policy.kind === 'CulturalNorms') {
      const { meetings } = policy.spec
      const hours = meetings?.requiredHoursPerWeek
      if (meetings === undefined || hours === undefined) return
      if (hours <= options.mostHours) yield passed()
      else {
        const what = `One person may have to spend ${number(hours, 1)} hours a week in meetings.`
        yield barrier(meetings, 'requiredHoursPerWeek', { what, howMuch: limit, change, figures: [hoursFigure(hours)] })
      }
      return
    }
    const { bodies = [] } = policy.spec
    for (const role of new Set(
      bodies.flatMap(({ members = [], chair }) => [...members, ...(chair === undefined ? [] : [chair])]),
    )) {
      const seats = seatsOf(workspace, role)
      const [first] = seats
      if (first === undefined || first.policy !== policy) continue
      const hours = seats.reduce((sum, seat) => sum + seat.hours, 0)
      if (hours <= options.mostHours) yield passed()
      else {
        yield barrier(first.body, 'name', {
          what: `${role} has to spend ${number(hours, 1)} hours a week in ${seats.length} ${seats.length === 1 ? 'body' : 'bodies'}.`,
          howMuch: limit,
          change,
          identity: role,
          figures: [hoursFigure(hours)],
          related: seats
            .slice(1)
            .map((seat) => place(`${number(seat.hours, 1)} hours a week.`, seat.policy, seat.body, 'meets')),
        })
      }
    }
  },
})

function hoursFigure(value: number): Figure {
  return figure('meeting-hours-per-week', 'Hours of required meetings a week', value, 'ratio')
}
