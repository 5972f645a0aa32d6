import type { LeaderSelection } from '../../language/generated/policies.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { append, type Fix, fillIn, placeholder } from '../fix.ts'
import { addCriterion, competenciesAcross, criteriaFor } from '../leader-criteria.ts'
import { barrier, passed, rule } from '../rule.ts'

export default rule({
  id: 'leaders/no-collaboration-competency',
  title: 'Leaders are expected to do everything but work across boundaries',
  kind: 'LeaderSelection',
  severity: 'warning',
  finds:
    'Competencies that all say what they are about, none of them about contributing to others, using their work, shared results, collaboration or partnering, where no other policy on leaders has one either.',
  why: 'What is not named is not selected for, taught or promoted.',
  evidence: ['article'],
  certainty: "It is practitioners' experience that working across boundaries has to be asked of leaders by name.",
  against: 'A short list of competencies may mean it without saying so; a description helps then.',
  fixing:
    'The fix adds the competency, and a criterion for it where leaders are selected and promoted. What it looks like here, and its weight, have to be filled in.',
  *check(selection, { workspace }) {
    const { competencies = [] } = selection.spec
    if (competencies.length === 0 || competencies.some(({ about }) => about === undefined)) return
    if (workspace.all('LeaderSelection').some((policy) => competenciesAcross(policy).length > 0)) yield passed()
    else {
      yield barrier(selection.spec, 'competencies', {
        what: `${competencies.length === 1 ? 'The only competency' : `None of the ${competencies.length} competencies`} expected of leaders is ${competencies.length === 1 ? 'not ' : ''}about working across teams, functions or companies.`,
        change: 'Name what leaders do when they work with other units and partners.',
        fixes: [nameIt(selection, workspace)],
      })
    }
  },
})

function nameIt(selection: LeaderSelection, workspace: Workspace): Fix {
  const named = { name: 'works-across-boundaries', about: 'collaboration' } as const
  const [promotion] = criteriaFor('promotion', selection, workspace)
  const [choice] = criteriaFor('selection', selection, workspace)
  const asked = [promotion, choice].filter((held) => held !== undefined)
  return placeholder(
    `Add a competency for working across boundaries${asked.length === 0 ? '' : ', and criteria that ask for it'}`,
    append(selection.spec, 'competencies', {
      ...named,
      behaviours: [fillIn('what others can see a leader do who has it')],
    }),
    ...asked.map((held) => addCriterion(named, held)),
  )
}
