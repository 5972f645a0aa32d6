import { fillIn, placeholder, set } from '../fix.ts'
import { countedCriteria } from '../rating-criteria.ts'
import { barrier, passed, rule } from '../rule.ts'

export default rule({
  id: 'performance/calibration-no-anchors',
  title: 'Ratings are calibrated without anything to hold them against',
  kind: 'PerformanceCalibration',
  severity: 'warning',
  finds:
    'A `calibration` session to which no `evidence` is brought, where no criterion that counts has `anchors`, examples of what a rating means.',
  why: 'What cannot be looked at is decided by who argues best, and help that others were given is the first thing nobody argues for.',
  evidence: ['R3'],
  certainty:
    'That more than half of the variance of ratings comes from the rater was measured in two large samples. How far evidence and anchors lower it was not measured there.',
  against: 'A list of evidence does not make a session fair by itself.',
  fixing: 'The fix names evidence for the session; what that is has to be filled in.',
  *check({ spec }) {
    const { calibration } = spec
    if (calibration === undefined) return
    const anchored = countedCriteria(spec).some(({ anchors }) => (anchors ?? []).length > 0)
    if (anchored || (calibration.evidence ?? []).length > 0) yield passed()
    else {
      yield barrier(spec, 'calibration', {
        what: 'Managers calibrate ratings without evidence, and no criterion says by examples what a rating means.',
        change: 'Say what managers bring to the session, such as results against goals and feedback of other units.',
        fixes: [
          placeholder(
            'Name the evidence that is brought to the session',
            set(calibration, 'evidence', [fillIn('what managers bring to support a rating')]),
          ),
        ],
      })
    }
  },
})
