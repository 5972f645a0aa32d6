import { figure } from '../figure.ts'
import { set, unsafe } from '../fix.ts'
import { allGoals, northStarIsServed } from '../north-star.ts'
import { barrier, passed, place, rule, titled } from '../rule.ts'

/** So many goals are offered to choose from. */
const offered = 3

export default rule({
  id: 'accountability/north-star-unreferenced',
  title: 'Nothing points to the strategic purpose',
  kind: 'LeadershipSystem',
  severity: 'warning',
  finds:
    'A `northStar` that no goal and no agreement says it serves (`servesNorthStar: true`), where some are described. Where some do, the others are left to `accountability/orphan-goal`.',
  why: 'The purpose hangs on the wall, and goals that were agreed without it pull in several directions.',
  evidence: ['article'],
  certainty: "Aligning to a shared strategic purpose is practitioners' advice; its effect has not been measured here.",
  against: 'The goals may serve it without saying so. Saying it costs a line, and shows which do not.',
  fixing:
    'Each fix says of one of the larger goals that it serves the North Star. Whether that is true is for you to say.',
  *check({ spec }, { workspace }) {
    const { northStar } = spec
    const goals = allGoals(workspace, '')
    const agreements = workspace.all('PartnerAgreement').length
    if (northStar === undefined || goals.length + agreements === 0) return
    if (northStarIsServed(workspace, '')) yield passed()
    else {
      const largest = goals.filter(({ goal }) => goal.parent === undefined).slice(0, offered)
      yield barrier(northStar, 'statement', {
        what: `No goal and no agreement points to the North Star: ${goals.length} ${goals.length === 1 ? 'goal' : 'goals'} and ${agreements} ${agreements === 1 ? 'agreement' : 'agreements'} were looked at.`,
        change: 'Say of each of the largest goals that it serves the purpose, and drop or change those that do not.',
        figures: [figure('goals-serving-purpose', 'Goals and agreements that serve the purpose', 0, 'count')],
        related: largest.map(({ policy, goal }) => place('A goal with none above it.', policy, goal, 'name')),
        fixes: largest.map(({ policy, goal }) =>
          unsafe(
            `Say that "${titled(goal)}" serves the North Star`,
            set(goal, 'servesNorthStar', true, { in: policy }),
          ),
        ),
      })
    }
  },
})
