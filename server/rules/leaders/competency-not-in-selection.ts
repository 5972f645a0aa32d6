import { askedFor } from '../leader-criteria.ts'
import { rule } from '../rule.ts'

export default rule({
  id: 'leaders/competency-not-in-selection',
  title: 'Leaders are to collaborate, and are selected for something else',
  kind: 'LeaderSelection',
  severity: 'warning',
  finds:
    'A competency about contributing to others, using their work, shared results, collaboration or partnering that no selection criterion asks for, by its name or by its theme. Where a policy has competencies and no selection criteria, those of the other policies on leaders are looked at.',
  why: 'Who does not work across boundaries becomes a leader all the same, and leads as before.',
  evidence: ['R25'],
  certainty:
    'At 214 firms experience in collaborating went with better managers, and those chosen for their own results led less well. Where another criterion asks for working across boundaries, it is for information.',
  against: 'A competency may be learned after the choice, where development sees to it.',
  fixing:
    'The fix copies the competency into the criteria for selection. How much it weighs, and what gives way to it, has to be filled in.',
  *check(selection, { workspace }) {
    yield* askedFor('selection', selection, workspace, { severity: 'warning', milder: 'info' })
  },
})
