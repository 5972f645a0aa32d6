import type { IncentiveMeasure, IncentivePlan, IncentivePool } from '../language/generated/policies.ts'
import { nothingElse } from '../rules/cross-payoff-of.ts'
import { paysForSharedResults, sharesResults } from '../rules/shared-pay.ts'
import { type Asked, inKind, type Maker } from './asked.ts'
import { weightsAdded } from './declared-weights.ts'
import { minus, over } from './expression.ts'
import { payoffWorked } from './pay-slopes.ts'
import { field, given, step, type Worked } from './step.ts'

type OfPlan = Asked<'IncentivePlan'>

/** The payoffs of the plan as it is. */
export const ofWholePlan: Maker = inKind('IncentivePlan', ({ policy, assumptions }) =>
  payoffWorked(policy, assumptions),
)

/** What a plan pays nobody for: the payoffs where they can be computed, else the weights. */
export const sharedOrPayoff: Maker = inKind('IncentivePlan', (asked) => [
  ...payoffWorked(asked.policy, asked.assumptions),
  sharedWeight(asked),
])

export const ownAndShared: Maker = inKind('IncentivePlan', (asked) => [sharedWeight(asked), ownWeight(asked)])

export function sharedWeight({ policy }: Pick<OfPlan, 'policy'>): Worked {
  return weightsAdded('shared-weight', 'Weight of shared results', partsOf(policy), isShared)
}

function ownWeight({ policy }: Pick<OfPlan, 'policy'>): Worked {
  return weightsAdded(
    'own-weight',
    'Weight of own results',
    partsOf(policy),
    (part) => 'scope' in part && part.scope === 'individual' && !isShared(part),
  )
}

type Part = IncentiveMeasure | IncentivePool

function partsOf({ spec }: IncentivePlan): readonly Part[] {
  return [...(spec.measures ?? []), ...(spec.pools ?? [])]
}

function isShared(part: Part): boolean {
  return 'funding' in part ? sharesResults(part) : paysForSharedResults(part)
}

/** The pool alone, and the whole plan where it has other pay. */
export const ofPool: Maker = inKind('IncentivePlan', ({ policy, assumptions, pointedAt }) => {
  const [pool] = pointedAt(policy.spec.pools ?? [])
  if (pool === undefined) return []
  const alone = withSpec(policy, { ...nothingElse, pools: [pool] })
  const worked = payoffWorked(alone, assumptions)
  return [
    ...(worked.length > 0 ? worked : amongPeople(pool, policy)),
    ...payoffWorked(policy, assumptions, (figure) => `plan-${figure}`),
  ]
})

/** Where the pool's size is not known: what one gains is taken in equal parts from the others. */
function amongPeople(pool: IncentivePool, { spec }: IncentivePlan): readonly Worked[] {
  const { peers, population } = spec
  const people =
    pool.participants !== undefined
      ? given('people', pool.participants, 'count', field(pool, 'participants'))
      : peers !== undefined
        ? given('people', peers, 'count', field(spec, 'peers'))
        : population?.headcount !== undefined
          ? given('people', population.headcount, 'count', field(population, 'headcount'))
          : undefined
  if (people === undefined) return []
  return [{ figure: 'cross-payoff', steps: [step('Cross-payoff', over(-1, minus(people, 1)), 'ratio')] }]
}

export const ofContest: Maker = inKind('IncentivePlan', ({ policy, assumptions, pointedAt }) => {
  const [contest] = pointedAt(policy.spec.contests ?? [])
  if (contest === undefined) return []
  const alone = { ...nothingElse, contests: [contest] }
  return payoffWorked(withSpec(policy, alone), assumptions)
})

/** A colleague's result with the gate, and without. */
export const ofGate: Maker = inKind('IncentivePlan', ({ policy, assumptions, pointedAt }) => {
  const gates = policy.spec.gates ?? []
  const [gate] = pointedAt(gates)
  const open = withSpec(policy, { gates: gates.filter((one) => one !== gate) })
  return [...payoffWorked(policy, assumptions), ...payoffWorked(open, assumptions, (figure) => `${figure}-ungated`)]
})

function withSpec(policy: IncentivePlan, changed: Partial<IncentivePlan['spec']>): IncentivePlan {
  return { ...policy, spec: { ...policy.spec, ...changed } }
}
