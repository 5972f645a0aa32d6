import type { AccountabilityMeasure, IncentiveMeasure } from '../language/generated/policies.ts'
import type { Policy } from '../language/policy-file.ts'
import { index, type Workspace } from '../workspace/workspace.ts'
import { paidUnits } from './paid-people.ts'
import { titled } from './rule.ts'
import { unitOfOwner } from './unit-of-owner.ts'

/** A measure that a unit answers for or is paid on. */
export interface UnitMetric {
  readonly policy: Policy
  readonly measure: AccountabilityMeasure | IncentiveMeasure
  /** `service answers for "Days on site"`, `field-sales is paid on "Own bookings"`. */
  readonly held: string
}

/** The measures of a unit, by the unit's name: those that it or one of its roles owns, and those that its pay plans weigh. */
export const metricsOf = index(function* (workspace) {
  for (const policy of workspace.all('Accountability')) {
    for (const measure of policy.spec.measures ?? []) {
      const unit = measure.owner === undefined ? undefined : unitOfOwner(measure.owner, workspace)
      if (unit !== undefined) yield [unit, metric(policy, measure, `${measure.owner} answers for`)] as const
    }
  }
  for (const policy of workspace.all('IncentivePlan')) {
    for (const unit of paidUnits(policy, workspace)) {
      for (const measure of policy.spec.measures ?? [])
        if (measure.weight !== 0) yield [unit, metric(policy, measure, `${unit} is paid on`)] as const
    }
  }
})

const measuresCalled = index(function* (workspace) {
  for (const policy of workspace.all('Accountability'))
    for (const measure of policy.spec.measures ?? [])
      yield [measure.name, metric(policy, measure, `${measure.owner ?? 'somebody'} answers for`)] as const
})

/** The accountability measures of these names. */
export function metricsCalled(workspace: Workspace, names: readonly string[]): readonly UnitMetric[] {
  return names.flatMap((name) => measuresCalled(workspace, name)[0] ?? [])
}

/** Whether two measures track the same thing, one up and the other down. */
export function pullApart({ measure: one }: UnitMetric, { measure: other }: UnitMetric): boolean {
  return (
    one.tracks !== undefined &&
    one.tracks === other.tracks &&
    one.direction !== undefined &&
    other.direction !== undefined &&
    one.direction !== other.direction
  )
}

function metric(policy: Policy, measure: UnitMetric['measure'], verb: string): UnitMetric {
  return { policy, measure, held: `${verb} "${titled(measure)}"` }
}
