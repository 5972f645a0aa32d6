import type { LeaderSelection } from '../../language/generated/policies.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { isAcrossBoundaries } from '../across-boundaries.ts'
import { append, fillIn, placeholder } from '../fix.ts'
import { competenciesAcross } from '../leader-criteria.ts'
import { barrier, passed, rule } from '../rule.ts'

export default rule({
  id: 'leaders/no-partnering-training',
  title: 'Leaders do not learn to work with partners',
  kind: 'LeaderSelection',
  severity: 'info',
  finds:
    'Development programmes that all say what they are about or which competencies they build, none of them for working across boundaries, in a company with partner agreements or for people who work with partners.',
  why: 'Partnering takes a mindset, skills and tools; who never learned them falls back on what works inside.',
  evidence: ['article', 'A2'],
  certainty:
    "It is practitioners' experience, and the standard asks for collaborative competence; no measurement is known.",
  against: 'Much of it is learned at work, beside somebody who can.',
  fixing: 'The fix adds a programme on partnering; what leaders do in it has to be filled in.',
  *check({ spec }, { workspace }) {
    const { development = [], population } = spec
    const partners = population?.partnerFacing === true || workspace.all('PartnerAgreement').length > 0
    if (development.length === 0 || !partners) return
    const policies = workspace.all('LeaderSelection')
    if (policies.some((policy) => teachesPartnering(policy, workspace))) yield passed()
    else if (development.every(({ about, competencies }) => about !== undefined || competencies !== undefined)) {
      yield barrier(spec, 'development', {
        what: `${development.length === 1 ? 'The only programme' : `None of the ${development.length} programmes`} for leaders is ${development.length === 1 ? 'not ' : ''}about working with partners or other functions.`,
        change: 'Add a programme, coaching or an assignment with people of a partner.',
        fixes: [
          placeholder(
            'Add a programme on partnering',
            append(spec, 'development', {
              name: 'partnering',
              description: fillIn('what leaders do in it, and with whom'),
              about: 'partnering',
            }),
          ),
        ],
      })
    }
  },
})

function teachesPartnering({ spec }: LeaderSelection, workspace: Workspace): boolean {
  const across = new Set(
    workspace
      .all('LeaderSelection')
      .flatMap(competenciesAcross)
      .map(({ name }) => name),
  )
  return (spec.development ?? []).some(
    ({ about, competencies = [] }) => isAcrossBoundaries(about) || competencies.some((name) => across.has(name)),
  )
}
