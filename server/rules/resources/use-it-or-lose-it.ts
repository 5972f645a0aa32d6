import { set, unsafe } from '../fix.ts'
import { barrier, passed, rule } from '../rule.ts'

export default rule({
  id: 'resources/use-it-or-lose-it',
  title: 'Money that is not spent is lost',
  kind: 'ResourceAllocation',
  severity: 'info',
  finds: 'Money that cannot be carried into the next budget year (`carryForward: false`).',
  why: 'A unit spends what is left rather than leave it to a joint matter, and what a partner needs in January has gone in December.',
  evidence: ['R20'],
  certainty: 'Cases against fixed annual budgets, collected by practitioners.',
  against:
    'Public money often may not be carried over by law, and a company may need the discipline. So it is information only.',
  fixing: 'The fix lets money be carried over. It changes how the company budgets, so finance must agree.',
  *check({ spec }) {
    if (spec.carryForward === undefined) return
    if (spec.carryForward) yield passed()
    else
      yield barrier(spec, 'carryForward', {
        what: 'Money that a unit does not spend is lost to it at the end of the budget year.',
        change: 'Let it be carried into the next year, at least what is meant for joint work.',
        fixes: [unsafe('Let money be carried into the next year', set(spec, 'carryForward', true))],
      })
  },
})
