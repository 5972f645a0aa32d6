import type { ResourcePool } from '../../language/generated/policies.ts'
import { roleCalled } from '../../workspace/roles.ts'
import { unitCalled } from '../../workspace/units.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { type Fix, fillIn, placeholder, set } from '../fix.ts'
import { amountText } from '../resource-amounts.ts'
import { barrier, passed, place, rule, titled } from '../rule.ts'

export default rule({
  id: 'resources/no-resource-owner',
  title: 'Nobody can release a resource',
  kind: 'ResourceAllocation',
  severity: 'error',
  finds:
    'A pool that names neither an `owner` nor a unit whose head the organization design names, or whose owner is a role that the organization design declares vacant.',
  why: 'What was promised from it can be released by nobody, so it waits for whoever happens to feel responsible.',
  evidence: ['article'],
  certainty:
    "It is a statement about the policies themselves: nobody is named. That resources without an owner do not come is practitioners' experience.",
  against: 'The head of the unit that a pool belongs to is taken to own it, so such a pool needs no owner of its own.',
  fixing: 'The fix adds the field, for you to fill in the role that decides on the pool.',
  *check({ spec }, { workspace }) {
    for (const pool of spec.pools ?? []) {
      const called = `The pool "${titled(pool)}"${amountText(pool) === 'an unnamed amount' ? '' : ` (${amountText(pool)})`}`
      const owner = pool.owner ?? headOf(pool, workspace)
      const vacant = owner === undefined ? undefined : roleCalled(workspace, owner)
      if (owner === undefined) {
        yield barrier(pool, 'name', {
          what: `${called} has no owner${pool.unit === undefined ? '' : `, and no head of ${pool.unit} is named either`}.`,
          change: 'Name the one role that decides on it (owner).',
          fixes: [nameOwner(pool)],
        })
      } else if (vacant?.role.vacant === true) {
        yield barrier(pool, pool.owner === undefined ? 'unit' : 'owner', {
          what: `${called} is owned by "${owner}", and nobody holds that role at present.`,
          change: 'Fill the role, or name another owner until it is filled.',
          related: [place(`"${owner}" is vacant.`, vacant.policy, vacant.role, 'vacant')],
        })
      } else yield passed()
    }
  },
})

function headOf({ unit }: ResourcePool, workspace: Workspace): string | undefined {
  return unit === undefined ? undefined : unitCalled(workspace, unit)?.unit.head
}

function nameOwner(pool: ResourcePool): Fix {
  return placeholder(`Add an owner of "${titled(pool)}"`, set(pool, 'owner', fillIn('the role that decides on it')))
}
