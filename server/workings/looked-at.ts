import type { Policy } from '../language/policy-file.ts'

/** A part of a policy that a rule judges by its figures. */
interface Subject {
  readonly object: object
  /** `pool "Team bonus"`, or `the plan`. */
  readonly title: string
}

type SubjectsOf = (policy: Policy) => readonly Subject[]

/** The rules whose figures can be worked out where they find no barrier, too, and what of a policy each looks at. */
const subjects: Readonly<Record<string, SubjectsOf>> = {
  'decision-making/cadence-mismatch': bodies,
  'decision-making/calendar-misaligned': bodies,
  'decision-making/latency-exceeds-obligation': decisions,
  'decision-making/too-many-approvals': decisions,
  'organization/too-many-handoffs': (policy) =>
    policy.kind === 'OrganizationDesign' ? called('journey', policy.spec.journeys) : [],
  'performance/channel-comp-not-neutral': (policy) =>
    policy.kind === 'IncentivePlan'
      ? (policy.spec.crediting?.routes ?? []).flatMap((route) =>
          route.route === 'direct' ? [] : [{ object: route, title: `route "${route.route}"` }],
        )
      : [],
  'performance/forced-distribution-small-group': (policy) =>
    policy.kind === 'PerformanceCalibration' ? called('group', policy.spec.groups) : [],
  'performance/hybrid-conflict': wholePlan,
  'performance/line-of-sight-lost': wholePlan,
  'performance/negative-cross-payoff': wholePlan,
  'performance/no-positive-cross-payoff': wholePlan,
  'performance/shared-weight-low': wholePlan,
  'performance/zero-sum-pool': (policy) => (policy.kind === 'IncentivePlan' ? called('pool', policy.spec.pools) : []),
  'resources/capacity-overcommitted': (policy) =>
    policy.kind === 'ResourceAllocation' ? called('pool', policy.spec.pools) : [],
  'resources/commitment-underfunded': (policy) =>
    policy.kind === 'PartnerAgreement'
      ? called(
          'commitment',
          policy.spec.commitments?.filter(({ by }) => by !== 'partner'),
        )
      : [],
}

/** What of a policy a rule looks at; nothing where its figures are only worked out for barriers. */
export function lookedAt(rule: string, policy: Policy): readonly Subject[] {
  return subjects[rule]?.(policy) ?? []
}

function wholePlan({ spec }: Policy): readonly Subject[] {
  return [{ object: spec, title: 'the plan' }]
}

function bodies(policy: Policy): readonly Subject[] {
  return policy.kind === 'GovernanceCalendar' ? called('body', policy.spec.bodies) : []
}

function decisions(policy: Policy): readonly Subject[] {
  return policy.kind === 'DecisionRights' ? called('decision', policy.spec.decisions) : []
}

function called(
  sort: string,
  things: readonly { readonly name: string; readonly title?: string }[] = [],
): readonly Subject[] {
  return things.map((thing) => ({ object: thing, title: `${sort} "${thing.title ?? thing.name}"` }))
}
