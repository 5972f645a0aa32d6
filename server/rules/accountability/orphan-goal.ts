import { fillIn, placeholder, set } from '../fix.ts'
import { leadsToNorthStar, northStarIsDeclared, northStarIsServed } from '../north-star.ts'
import { barrier, passed, rule, titled } from '../rule.ts'

export default rule({
  id: 'accountability/orphan-goal',
  title: 'A goal points to no purpose',
  kind: 'Accountability',
  severity: 'warning',
  finds:
    'A goal that serves the declared North Star neither by itself (`servesNorthStar`), nor through its agreement, nor through a larger goal (`parent`). Where nothing at all points to it, `accountability/north-star-unreferenced` says so once.',
  why: "A goal without a purpose above it cannot be weighed against a neighbour's, so whoever is louder wins.",
  evidence: ['article'],
  certainty: "Aligning goals to a shared purpose is practitioners' advice; its effect has not been measured here.",
  against: 'Some goals, such as keeping the books in order, serve every purpose and none in particular.',
  fixing: 'The fix adds a larger goal as its parent; which one has to be filled in.',
  *check({ spec }, { workspace }) {
    if (!northStarIsDeclared(workspace, '') || !northStarIsServed(workspace, '')) return
    for (const goal of spec.goals ?? []) {
      if (leadsToNorthStar(goal, workspace)) yield passed()
      else {
        yield barrier(goal, goal.servesNorthStar === undefined ? 'name' : 'servesNorthStar', {
          what: `The goal "${titled(goal)}" serves the North Star neither directly nor through a larger goal.`,
          change: 'Say which larger goal it is a part of, or that it serves the North Star, or drop it.',
          fixes: [
            placeholder('Name the larger goal', set(goal, 'parent', fillIn('the larger goal that it is a part of'))),
          ],
        })
      }
    }
  },
})
