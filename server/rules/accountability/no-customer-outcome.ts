import { addMeasure, allMeasures, scorecardValues, servedBy } from '../declared-measures.ts'
import { barrier, passed, rule } from '../rule.ts'

export default rule({
  id: 'accountability/no-customer-outcome',
  title: 'Nothing measures what customers get',
  kind: 'Accountability',
  severity: 'warning',
  finds:
    'Measures that all say whom they serve, in every accountability policy together, and none of them is an outcome for customers; no joint scorecard has a line with value to customers either. It is said once, at the first policy with measures.',
  why: 'What all units do together for a customer shows in no figure, so each improves its own part.',
  evidence: ['L6', 'article'],
  certainty:
    'A former federal rule asked for the view of customers beside results, as a model and not as a duty. The rest is practice.',
  against: 'A policy on one inner service may serve employees only; say so in another policy that measures customers.',
  fixing: 'The fix adds a measure for customers; what it counts has to be filled in.',
  *check(policy, { workspace }) {
    const measures = allMeasures(workspace, '')
    if (measures[0]?.policy !== policy) return
    const served = measures.map(({ measure }) => ({ measure, group: servedBy(measure, workspace) }))
    const known =
      served.some(({ measure, group }) => group === 'customers' && measure.type === 'outcome') ||
      scorecardValues(workspace, '').includes('customers')
    if (known) yield passed()
    else if (served.every(({ group }) => group !== undefined)) {
      const busy = served.some(({ group }) => group === 'customers')
      yield barrier(policy.spec, 'measures', {
        what: `None of the ${measures.length} measures shows what customers get${busy ? ', only how much was done for them' : ''}.`,
        change: 'Add one figure that customers themselves would name.',
        fixes: [
          addMeasure(policy, 'Add a measure of what customers get', {
            name: 'value-for-customers',
            counts: 'what customers get, counted as they would count it',
            for: 'customers',
          }),
        ],
      })
    }
  },
})
