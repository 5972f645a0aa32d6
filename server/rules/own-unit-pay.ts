import type { IncentiveMeasure, IncentivePlan } from '../language/generated/policies.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { isAcrossBoundaries } from './across-boundaries.ts'
import { paysExecutives } from './paid-people.ts'
import { sharesResults } from './shared-pay.ts'

/**
 * Whether a plan for executives pays them for nothing but themselves and their own unit; undefined for other people, and
 * where a long-term part may follow the whole company.
 */
export function paysOnlyForOwnUnit(plan: IncentivePlan, workspace: Workspace): boolean | undefined {
  const { measures = [], pools = [], longTerm } = plan.spec
  const paid = measures.filter(({ weight }) => weight !== 0)
  if (paid.length === 0 || !paysExecutives(plan, workspace) || (longTerm?.weight ?? 0) > 0) return undefined
  return paid.every(isOwnUnit) && !pools.some(sharesResults)
}

/** The top team's own result, without a unit named, is that of the whole company. */
function isOwnUnit({ scope, unit, about, agreement }: IncentiveMeasure): boolean {
  if (isAcrossBoundaries(about) || agreement !== undefined) return false
  return scope === 'individual' || scope === 'function' || (scope === 'team' && unit !== undefined)
}
