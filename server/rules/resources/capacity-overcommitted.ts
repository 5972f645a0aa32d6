import { drawnFrom } from '../../workspace/pools.ts'
import { rateAssumptions } from '../exchange-rates.ts'
import { excessOf, poolLoads } from '../pool-loads.ts'
import { overcommitted, unlikeUnits } from '../pool-overload.ts'
import { amountField, quantityOf } from '../resource-amounts.ts'
import { roleLoad } from '../role-loads.ts'
import { tooFewPeople } from '../role-overload.ts'
import { barrier, passed, rule } from '../rule.ts'

export default rule({
  id: 'resources/capacity-overcommitted',
  title: 'More is allocated from a pool than it has',
  kind: 'ResourceAllocation',
  severity: 'error',
  finds:
    'A pool of people, money or equipment whose allocations and running work exceed its capacity in some month (for money: in some period of its budget), added up over all resource plans; or a role of which more is allocated than the people who hold it (`headcount` in the organization design). Where only best-effort work exceeds it, that is a warning. What gets the rest (`residual`) does not count.',
  why: 'Everybody plans with people, money or equipment that are promised twice, and joint work is where it shows, because its partner cannot see the plan.',
  evidence: ['arithmetic', 'R22'],
  certainty: 'The load follows from the declared numbers alone.',
  against: 'Best-effort work is meant to give way, so it only warns where that work alone does not fit.',
  fixing:
    "There is no automatic fix: only the pool's owner can say which work gives way, or where more capacity comes from.",
  *check(policy, { workspace, assumptions }) {
    for (const pool of policy.spec.pools ?? []) {
      const held = { policy, pool }
      const drawn = drawnFrom(workspace, held)
      const loads = drawn.length === 0 ? undefined : poolLoads(held, drawn, assumptions.exchangeRates)
      const { on, key } = amountField(pool)
      if (loads === undefined) continue
      if (loads.kind === 'unlike-units') yield barrier(on, key, unlikeUnits(held, loads.units))
      else if (excessOf(loads) === 0) yield passed()
      else {
        const units = drawn.flatMap(({ allocation }) => quantityOf(allocation)?.unit ?? [])
        const rates = rateAssumptions(units, loads.capacity.unit, assumptions.exchangeRates, workspace)
        yield barrier(on, key, overcommitted(held, drawn, loads, rates))
      }
    }
    for (const role of new Set((policy.spec.allocations ?? []).flatMap(({ role }) => role ?? []))) {
      const load = roleLoad(role, workspace)
      const [first] = load?.allocations ?? []
      const people = load?.held.role.headcount
      // Said once, in the plan with the role's first allocation.
      if (load === undefined || first?.policy !== policy || people === undefined || load.peak === 0) continue
      yield load.peak <= people + 1e-9 ? passed() : barrier(first.allocation, 'role', tooFewPeople(load, people))
    }
  },
})
