import { append, fillIn, placeholder, set } from '../fix.ts'
import { partnerFacing } from '../people-covered.ts'
import { barrier, passed, place, rule, titled } from '../rule.ts'

export default rule({
  id: 'performance/calibration-no-cross-input',
  title: 'Nobody outside the function is heard on people who work across it',
  kind: 'PerformanceCalibration',
  severity: 'info',
  finds:
    'A calibration with `crossFunctional: false` for people who work with partners, or whose work goes back and forth or is handed over, where no feedback is collected from other functions or partners either.',
  why: 'The managers in the room did not see what was done for others, so it does not count.',
  evidence: ['P1'],
  certainty: "It is a published company's practice to hear others; what it adds was not measured.",
  against: 'Where a function works by itself, its own managers see what there is to see.',
  fixing: 'The fix makes the session cross-functional and leaves open which role takes part.',
  *check({ spec }, { workspace, interdependence }) {
    const { calibration, feedback, population } = spec
    if (calibration?.crossFunctional === undefined) return
    const facing = partnerFacing(population, workspace)
    const across = interdependence.degree === 'sequential' || interdependence.degree === 'reciprocal'
    if (!facing.does && !across) return
    const heard = feedback?.sources?.some((source) => source === 'other-functions' || source === 'partners') === true
    if (calibration.crossFunctional || heard) yield passed()
    else {
      const who = facing.does ? 'These people work with partners' : 'These people depend on the work of others'
      yield barrier(calibration, 'crossFunctional', {
        what: `${who}, and only managers of their own function are heard on their ratings.`,
        change: 'Let a manager of another function, or the alliance manager, take part or send a view.',
        related: facing.roles.map(({ policy, role }) =>
          place(`${titled(role)} works with partners.`, policy, role, 'partnerFacing'),
        ),
        fixes: [
          placeholder(
            'Hear other functions in the session: crossFunctional: true',
            set(calibration, 'crossFunctional', true),
            append(calibration, 'participants', fillIn('a role of another function that sees their work')),
          ),
        ],
      })
    }
  },
})
