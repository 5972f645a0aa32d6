import { set, unsafe } from '../fix.ts'
import { barrier, passed, rule } from '../rule.ts'

export default rule({
  id: 'performance/annual-only-feedback',
  title: 'People hear feedback once a year or less',
  kind: 'PerformanceCalibration',
  severity: 'info',
  finds: 'Feedback with `every: year` or `two-years`.',
  why: 'What went wrong between people is heard when it can no longer be repaired.',
  evidence: ['P3', 'P4'],
  certainty: 'Two published companies went over to frequent talks; what that changed is their own account.',
  against: 'People may talk every week without a policy that says so.',
  fixing: 'The fix says every quarter, a convention. It changes what the policy says.',
  *check({ spec }) {
    const { feedback } = spec
    if (feedback?.every === undefined) return
    if (feedback.every !== 'year' && feedback.every !== 'two-years') yield passed()
    else {
      yield barrier(feedback, 'every', {
        what: `People hear feedback ${feedback.every === 'year' ? 'once a year' : 'once in two years'}.`,
        change: 'Let them hear it while something can still be changed, for instance every quarter (a convention).',
        fixes: [unsafe('Give feedback every quarter: every: quarter', set(feedback, 'every', 'quarter'))],
      })
    }
  },
})
