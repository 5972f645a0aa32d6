import type { CulturalNorms, InformationSharing } from '../../language/generated/policies.ts'
import { type Fix, fillIn, placeholder, set } from '../fix.ts'
import { listed } from '../listed.ts'
import { barrier, passed, rule } from '../rule.ts'

export default rule({
  id: 'culture/default-closed-information',
  title: 'Information is closed unless somebody releases it',
  kind: 'CulturalNorms',
  severity: 'warning',
  finds:
    'Information inside the company that is closed by default. Where asking is enough to get it (`approval: none`), it is for information.',
  why: 'Nobody can use what they do not know of, and passing it on takes an effort that keeping it does not.',
  evidence: ['R26'],
  certainty:
    'Hoarding is among the barriers that a book on collaboration names from its cases; how much an open default helps was not measured.',
  against: 'Where law or a contract closes most of what a company knows, closed by default may be right.',
  fixing:
    'The fix opens information by default and keeps closed what no partner may see; what else stays closed is left open. The present exceptions, which are open ones, are replaced.',
  *check(policy, { workspace }) {
    const { informationSharing } = policy.spec
    if (informationSharing === undefined) return
    if (informationSharing.default === 'open') yield passed()
    else {
      const { exceptions = [], approval } = informationSharing
      const except = exceptions.length === 0 ? '' : `, except ${exceptions.join(', ')}`
      yield barrier(informationSharing, 'default', {
        what: `Information inside the company is closed until somebody releases it${except}.`,
        change: 'Turn it round: open unless closed for a reason, and list what stays closed.',
        ...(approval === 'none' ? { severity: 'info' } : {}),
        fixes: [open(informationSharing, workspace.all('CulturalNorms'))],
      })
    }
  },
})

/** What may go to no partner stays closed; what else does, a person has to say. */
function open(sharing: InformationSharing, norms: readonly CulturalNorms[]): Fix {
  const rules = norms.flatMap(({ spec }) => spec.partnerInformation ?? [])
  const closed = [...new Set(rules.flatMap((one) => (one.sharing === 'forbidden' ? one.information : [])))]
  return placeholder(
    `Open information by default, except ${closed.length === 0 ? 'what stays closed' : `${listed(closed)} and what else stays closed`}`,
    set(sharing, 'default', 'open'),
    set(sharing, 'exceptions', [...closed, fillIn('a category that stays closed')]),
  )
}
