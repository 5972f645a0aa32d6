import { isAcrossBoundaries } from '../across-boundaries.ts'
import { append, fillIn, placeholder } from '../fix.ts'
import { listed } from '../listed.ts'
import { barrier, passed, rule, titled } from '../rule.ts'

export default rule({
  id: 'culture/individual-awards-only',
  title: 'Every award goes to a single person',
  kind: 'CulturalNorms',
  severity: 'warning',
  finds:
    'Awards that all go to individuals (`goesTo`), and none of them for helping others or working with them (`about`), in every policy on norms together. It is said once, at the first of them.',
  why: 'Work that several did together has one face, and the others learn to keep theirs to themselves.',
  evidence: ['R13'],
  certainty: 'That people do what is rewarded is an argument with examples, not a measurement.',
  against:
    'An award for helping colleagues serves collaboration, though it goes to one person; what it is about says so.',
  fixing: 'The fix adds an award for people of several functions; what it is given for has to be filled in.',
  *check(policy, { workspace }) {
    const held = workspace
      .all('CulturalNorms')
      .flatMap((norms) => (norms.spec.recognition ?? []).map((award) => ({ norms, award })))
    if (held[0]?.norms !== policy) return
    if (held.some(({ award }) => award.goesTo !== 'individual' || isAcrossBoundaries(award.about))) yield passed()
    else {
      const awards = listed(held.map(({ award }) => `"${titled(award)}"`))
      yield barrier(policy.spec, 'recognition', {
        what: `${awards} ${held.length === 1 ? 'goes' : 'all go'} to single persons; no award goes to a team or a partner.`,
        change: 'Add an award for what nobody could have done alone.',
        fixes: [
          placeholder(
            'Add an award for people of several functions',
            append(policy.spec, 'recognition', {
              name: 'done-together',
              goesTo: 'cross-function',
              criteria: fillIn('what people of several functions, or a partner, reached together'),
            }),
          ),
        ],
      })
    }
  },
})
