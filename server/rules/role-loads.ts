import type { Allocation } from '../language/generated/policies.ts'
import { poolLoad } from '../models/pool-load.ts'
import type { HeldAllocation } from '../workspace/allocations.ts'
import { type HeldRole, roleCalled } from '../workspace/roles.ts'
import { indexOf, type Workspace } from '../workspace/workspace.ts'
import { spanWithin } from './time-spans.ts'

/** What is allocated of the people in a role, by role and never by person. */
export interface RoleLoad {
  readonly held: HeldRole
  /** That are not past; what gets the rest (`residual`) is left out. */
  readonly allocations: readonly HeldAllocation[]
  /** The commitments to partners among them. */
  readonly commitments: number
  /** Commitments, initiatives and other work: what would stop together if these people were away. */
  readonly works: number
  /** Full-time equivalents at their highest, and those of it that must be kept: all but best effort. */
  readonly peak: number
  readonly firm: number
  /** The month of it, where dates are declared. */
  readonly month: string | undefined
}

const allocationsOfRole = indexOf('ResourceAllocation', function* (policy) {
  for (const allocation of policy.spec.allocations ?? [])
    if (allocation.role !== undefined) yield [allocation.role, { policy, allocation }] as const
})

/** Undefined where the organization design does not know the role, or nothing is allocated of it. */
export function roleLoad(
  role: string,
  workspace: Workspace,
  instead: (held: HeldAllocation) => HeldAllocation = (held) => held,
): RoleLoad | undefined {
  const held = roleCalled(workspace, role)
  const allocations = allocationsOfRole(workspace, role)
    .map(instead)
    .filter(
      ({ policy, allocation }) =>
        allocation.class !== 'residual' && (spanWithin(allocation, policy).to ?? workspace.today) >= workspace.today,
    )
  if (held === undefined || allocations.length === 0) return undefined
  const amounts = allocations.flatMap(({ policy, allocation }) => {
    const { fte, class: workClass } = allocation
    const firm: 'best-effort' | 'committed' = workClass === 'best-effort' ? 'best-effort' : 'committed'
    return fte === undefined ? [] : [{ amount: fte, unit: 'FTE', ...spanWithin(allocation, policy), workClass: firm }]
  })
  const load = poolLoad({ capacity: { amount: 1, unit: 'FTE' }, allocations: amounts })
  if (load.kind !== 'computed') return undefined
  const works = allocations.map(({ allocation: { commitment, initiative, name } }) => commitment ?? initiative ?? name)
  return {
    held,
    allocations,
    commitments: new Set(allocations.flatMap(({ allocation }) => allocation.commitment ?? [])).size,
    works: new Set(works).size,
    peak: load.load ?? 0,
    firm: 1 - load.slack,
    month: load.peakMonth,
  }
}

/** Whether enough people hold the role of an allocation for all that is firm, once it is as `instead` says. Nothing speaks against it where that is not known. */
export function peopleAllow(
  { role }: Allocation,
  workspace: Workspace,
  instead: (held: HeldAllocation) => HeldAllocation,
): boolean {
  const load = role === undefined ? undefined : roleLoad(role, workspace, instead)
  const people = load?.held.role.headcount
  return load === undefined || people === undefined || load.firm <= people + 1e-9
}
