import { indexOf } from '../workspace/workspace.ts'

/** The joint scorecards of an agreement, by its name, with the policies that hold them. */
export const scorecardsOf = indexOf('Accountability', function* (policy) {
  for (const scorecard of policy.spec.scorecards ?? []) yield [scorecard.agreement, { policy, scorecard }] as const
})
