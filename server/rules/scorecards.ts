import { index } from '../workspace/workspace.ts'

/** The joint scorecards of an agreement, by its name, with the policies that hold them. */
export const scorecardsOf = index(function* (workspace) {
  for (const policy of workspace.all('Accountability'))
    for (const scorecard of policy.spec.scorecards ?? []) yield [scorecard.agreement, { policy, scorecard }] as const
})
