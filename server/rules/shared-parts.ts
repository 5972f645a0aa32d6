import type { IncentiveMeasure, IncentivePlan, IncentivePool, Scope } from '../language/generated/policies.ts'
import { unitCalled } from '../workspace/units.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { paysForSharedResults, sharesResults } from './shared-pay.ts'

/** A measure or pool that pays for a result which several people move. */
export interface SharedPart {
  /** Percent of target pay; 0 where the plan does not say. */
  readonly weight: number
  /** How many people's work moves it. */
  readonly people: number | undefined
  /** Where it says whose result it is. */
  readonly object: object
  readonly key: string
}

/** The shared parts of a plan, each with how many move it: as it says itself, else by the size of the unit or the company. */
export function sharedParts({ spec }: IncentivePlan, workspace: Workspace): readonly SharedPart[] {
  const { measures = [], pools = [] } = spec
  const company = workspace.all('LeadershipSystem')[0]?.spec.company?.headcount
  const usual = (scope: Scope): number | undefined =>
    scope === 'company' ? company : scope === 'team' ? spec.peers : scope === 'individual' ? 1 : undefined
  const moving = ({ contributors, unit, scope }: IncentiveMeasure): number | undefined =>
    contributors ?? (unit === undefined ? usual(scope) : unitCalled(workspace, unit)?.unit.headcount)
  const filling = ({ funding, participants }: IncentivePool): number | undefined => {
    const { scope = 'team' } = funding
    return scope === 'team' || scope === 'individual' ? (participants ?? spec.peers) : usual(scope)
  }
  return [
    ...measures.filter(paysForSharedResults).map((measure) => ({
      weight: measure.weight ?? 0,
      people: moving(measure),
      object: measure,
      key: measure.contributors === undefined ? 'scope' : 'contributors',
    })),
    ...pools.filter(sharesResults).map((pool) => ({
      weight: pool.weight ?? 0,
      people: filling(pool),
      object: pool.funding,
      key: pool.funding.scope === undefined ? 'basis' : 'scope',
    })),
  ]
}
