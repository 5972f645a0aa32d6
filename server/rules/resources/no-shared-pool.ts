import type { HeldPool } from '../../workspace/allocations.ts'
import { query } from '../../workspace/workspace.ts'
import { figure } from '../figure.ts'
import { append, fillIn, placeholder } from '../fix.ts'
import { barrier, passed, place, rule } from '../rule.ts'

export default rule({
  id: 'resources/no-shared-pool',
  title: 'Every resource is ring-fenced by one unit',
  kind: 'ResourceAllocation',
  severity: 'warning',
  finds:
    'Two or more pools of which each is kept for the unit that it belongs to (`shared: false`), where no resource plan has a pool that others may draw on.',
  why: 'What concerns several units, or a partner, belongs to none of the budgets, so it is paid for by whoever gives way first.',
  evidence: ['R20'],
  certainty: 'Cases against budgets that are fixed by function, collected by practitioners.',
  against: 'One shared pool is enough; how large it should be is not for a rule to say.',
  fixing: 'The fix adds a shared pool of money with its owner to be filled in; the amount is yours to add.',
  *check(policy, { workspace }) {
    const own = policy.spec.pools ?? []
    const pools = allPools(workspace, '')
    // Said once, in the first plan that has pools.
    if (own.length === 0 || pools[0]?.policy !== policy) return
    if (pools.some(({ pool }) => pool.shared === true)) yield passed()
    else if (pools.length >= 2 && pools.every(({ pool }) => pool.shared === false)) {
      const units = new Set(pools.flatMap(({ pool }) => pool.unit ?? []))
      const item = {
        name: 'shared-fund',
        title: 'Fund for what concerns several units or a partner',
        resource: 'money',
        owner: fillIn('the role that decides on it'),
        shared: true,
      }
      yield barrier(policy.spec, 'pools', {
        what: `All ${pools.length} pools${units.size > 1 ? ` of ${units.size} units` : ''} are kept for the unit that they belong to.`,
        howMuch: '100 % of the resources are ring-fenced.',
        change: 'Put a part into a pool that others may draw on, with one owner.',
        figures: [figure('ring-fenced-share', 'Pools that are ring-fenced', 100, 'percent')],
        related: pools
          .filter((held) => held.policy !== policy)
          .map(({ policy: other, pool }) => place('Not shared either.', other, pool, 'shared')),
        fixes: [placeholder('Add a shared pool', append(policy.spec, 'pools', item))],
      })
    }
  },
})

const allPools = query((workspace, _: ''): readonly HeldPool[] =>
  workspace.all('ResourceAllocation').flatMap((policy) => (policy.spec.pools ?? []).map((pool) => ({ policy, pool }))),
)
