import type { Accountability, AccountabilityMeasure, ServedGroup } from '../language/generated/policies.ts'
import { index, query, type Workspace } from '../workspace/workspace.ts'
import { append, type Fix, fillIn, placeholder, weightFromOthers } from './fix.ts'

/** A measure with the policy that holds it. */
export interface HeldMeasure {
  readonly policy: Accountability
  readonly measure: AccountabilityMeasure
}

/** Every measure, in every accountability policy. */
export const allMeasures = query((workspace, _: ''): readonly HeldMeasure[] =>
  workspace
    .all('Accountability')
    .flatMap((policy) => (policy.spec.measures ?? []).map((measure) => ({ policy, measure }))),
)

const groupsOfStakeholders = index(function* (workspace) {
  for (const { spec } of workspace.all('LeadershipSystem'))
    for (const { name, for: group } of spec.stakeholders ?? []) if (group !== undefined) yield [name, group] as const
})

/** Whom a measure serves: as it says itself, else as the stakeholder that it names is declared. */
export function servedBy(
  { for: group, stakeholder }: AccountabilityMeasure,
  workspace: Workspace,
): ServedGroup | undefined {
  return group ?? (stakeholder === undefined ? undefined : groupsOfStakeholders(workspace, stakeholder)[0])
}

/** Every line of a joint scorecard shows value to somebody: to whom, in all of them. */
export const scorecardValues = query((workspace, _: '') =>
  workspace
    .all('Accountability')
    .flatMap(({ spec }) =>
      (spec.scorecards ?? []).flatMap(({ measures = [] }) => measures.map(({ valueTo }) => valueTo)),
    ),
)

type NewMeasure = Pick<AccountabilityMeasure, 'name' | 'for' | 'stakeholder' | 'agreement' | 'owner'> & {
  readonly counts: string
}

/** Adds an outcome measure to a policy; what it counts is left open, and its weight has to come from the others. */
export function addMeasure(policy: Accountability, title: string, { counts, ...known }: NewMeasure): Fix {
  const measure = { ...known, description: fillIn(counts), type: 'outcome' } as const
  return placeholder(title, append(policy.spec, 'measures', { ...measure, weight: weightFromOthers }, { in: policy }))
}
