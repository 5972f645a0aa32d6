import { askedFor } from '../leader-criteria.ts'
import { rule } from '../rule.ts'

export default rule({
  id: 'leaders/competency-not-in-promotion',
  title: 'Leaders are to collaborate, and are promoted for something else',
  kind: 'LeaderSelection',
  severity: 'error',
  finds:
    'A competency about contributing to others, using their work, shared results, collaboration or partnering that no promotion criterion asks for, by its name or by its theme. Where a policy has competencies and no promotion criteria, those of the other policies on leaders are looked at.',
  why: 'What is expected and not rewarded is learned to be optional: people see who is promoted, and for what.',
  evidence: ['R13', 'R25', 'article'],
  certainty:
    'That people do what is rewarded is an argument rather than a measurement. At 214 firms those promoted for their own results led less well, and experience in collaborating went with better managers. Where another criterion asks for working across boundaries, it is a warning.',
  fixing:
    'The fix copies the competency into the criteria for promotion. How much it weighs, and what gives way to it, has to be filled in.',
  *check(selection, { workspace }) {
    yield* askedFor('promotion', selection, workspace, { severity: 'error', milder: 'warning' })
  },
})
