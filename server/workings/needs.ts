import type { IncentivePlan, PerformanceCalibration } from '../language/generated/policies.ts'
import type { Policy } from '../language/policy-file.ts'
import { forcedShare, lowestLevel } from '../rules/forced-shares.ts'
import { ourCommitments } from '../rules/our-commitments.ts'
import { quantityOf } from '../rules/resource-amounts.ts'
import { allocationsTo } from '../workspace/allocations.ts'
import type { Workspace } from '../workspace/workspace.ts'

type NeedsOf = (policy: Policy, workspace: Workspace) => readonly string[]

/** What keeps the rules with the larger models from computing anything, where that can be told from the policy. */
const needs: Readonly<Record<string, NeedsOf>> = {
  'decision-making/cadence-mismatch': meetings,
  'decision-making/calendar-misaligned': meetings,
  'decision-making/latency-exceeds-obligation': (policy) =>
    policy.kind !== 'DecisionRights' || policy.spec.decisions?.some((one) => one.jointDecision !== undefined) === true
      ? []
      : ['no decision says which joint decision it settles our side of (jointDecision)'],
  'performance/channel-comp-not-neutral': (policy) =>
    policy.kind !== 'IncentivePlan' || policy.spec.crediting?.routes?.some(({ route }) => route !== 'direct') === true
      ? []
      : ['no route through partners is credited (crediting.routes)'],
  'performance/forced-distribution-small-group': ratings,
  'performance/negative-cross-payoff': pay,
  'performance/no-positive-cross-payoff': pay,
  'performance/zero-sum-pool': (policy) =>
    policy.kind === 'IncentivePlan' && (policy.spec.pools ?? []).length === 0 ? ['the plan has no pools'] : [],
  'resources/capacity-overcommitted': (policy) => {
    if (policy.kind !== 'ResourceAllocation') return []
    const open = (policy.spec.pools ?? []).filter((pool) => quantityOf(pool) === undefined)
    return open.map(({ name }) => `the pool "${name}" does not say how much it has (fte, money or daysPerMonth)`)
  },
  'resources/commitment-underfunded': (policy, workspace) =>
    policy.kind !== 'PartnerAgreement'
      ? []
      : ourCommitments(policy).flatMap(({ commitment, reference }) =>
          quantityOf(commitment) === undefined
            ? [`the commitment "${commitment.name}" does not say how much is promised (fte, money or daysPerMonth)`]
            : allocationsTo(workspace, reference).length === 0
              ? [
                  `nothing is allocated to the commitment "${commitment.name}" (commitment: ${reference} in an allocation)`,
                ]
              : [],
        ),
}

/** What is missing for a rule to judge a policy, as the ends of sentences; nothing where it is not known. */
export function missingFor(rule: string, policy: Policy, workspace: Workspace): readonly string[] {
  return needs[rule]?.(policy, workspace) ?? []
}

function meetings(policy: Policy): readonly string[] {
  if (policy.kind !== 'GovernanceCalendar') return []
  const open = (policy.spec.bodies ?? []).filter(
    ({ meets }) => meets?.dates === undefined && meets?.every === undefined,
  )
  return open.map(({ name }) => `the body "${name}" does not say when it meets (meets)`)
}

function ratings(policy: Policy): readonly string[] {
  if (policy.kind !== 'PerformanceCalibration') return []
  return [...shares(policy), ...groups(policy)]
}

function shares({ spec }: PerformanceCalibration): readonly string[] {
  const level = lowestLevel(spec)
  if (level === undefined) return ['the rating scale is not declared (scale)']
  return forcedShare(spec, level) === undefined ? [`no share of "${level}" is forced (distribution)`] : []
}

function groups({ spec }: PerformanceCalibration): readonly string[] {
  const known = (spec.groups ?? []).length > 0 || spec.distribution?.appliedTo !== undefined
  return known ? [] : ['it is not said how many people the shares apply to (groups)']
}

/** What the payout of a plan depends on, and the plan does not say. */
function pay(policy: Policy): readonly string[] {
  if (policy.kind !== 'IncentivePlan') return []
  const { measures = [], pools = [], contests = [], peers, targetPay } = policy.spec
  const sizes = [peers, ...[...pools, ...contests].map(({ participants }) => participants)]
  const currencies = new Set([targetPay, ...pools.map(({ amount }) => amount)].flatMap((one) => one?.currency ?? []))
  return [
    ...(measures.length + pools.length + contests.length === 0 ? ['the plan does not say what it pays for'] : []),
    ...(sizes.every((size) => size === undefined) ? ['the plan does not say how many work together (peers)'] : []),
    ...measures.filter(({ weight }) => weight === undefined).map(({ name }) => `the measure "${name}" has no weight`),
    ...pools.flatMap(poolNeeds),
    ...contests
      .filter(({ qualify, prizes }) => qualify === 'top-ranked' && prizes === undefined)
      .map(({ name }) => `the contest "${name}" does not say its prizes`),
    ...(currencies.size > 1 ? [`its amounts are in ${[...currencies].join(' and ')}`] : []),
  ]
}

function poolNeeds({ name, amount, weight, split, funding }: NonNullable<IncentivePlan['spec']['pools']>[number]) {
  return [
    ...(amount === undefined && weight === undefined ? [`the pool "${name}" has neither amount nor weight`] : []),
    ...(split === 'by-judgement' ? [`the pool "${name}" is divided by judgement, which nobody can compute`] : []),
    ...(funding.basis === 'results' && funding.elasticity === undefined
      ? [`the pool "${name}" does not say how it grows with results (elasticity)`]
      : []),
  ]
}
