import { set, unsafe } from '../fix.ts'
import { listed } from '../listed.ts'
import { barrier, passed, place, rule, titled } from '../rule.ts'
import { agreementsOf } from '../shared-information.ts'

export default rule({
  id: 'culture/per-disclosure-approval',
  title: 'Each piece needs an approval that the agreement makes needless',
  kind: 'CulturalNorms',
  severity: 'warning',
  finds:
    'A rule that asks for an approval of each single piece of information (`per-disclosure-approval`), although the confidentiality of an agreement under way covers one of its categories today.',
  why: 'People on both sides wait for an approval that protects nothing more, and after a while stop asking.',
  evidence: ['arithmetic'],
  certainty: 'The approvals are counted as the rule says; how long each takes is not known.',
  against: 'Trade secrets of the highest value may be worth an approval each time, also under an agreement.',
  fixing: 'The fix asks for one approval for the category. It is offered where every category of the rule is covered.',
  *check({ spec }, { workspace }) {
    for (const one of spec.partnerInformation ?? []) {
      for (const agreement of agreementsOf(one, workspace)) {
        const { confidentiality, partner } = agreement.spec
        const { covers = [], from, to } = confidentiality ?? {}
        const holds = (from === undefined || from <= workspace.today) && (to === undefined || to >= workspace.today)
        const covered = holds ? one.information.filter((category) => covers.includes(category)) : []
        if (confidentiality === undefined || covered.length === 0) continue
        if (one.sharing !== 'per-disclosure-approval') yield passed()
        else {
          const all = covered.length === one.information.length
          yield barrier(one, 'sharing', {
            what: `Each piece of ${listed(covered)} for ${titled(partner)} needs an approval${one.approver === undefined ? '' : ` of ${one.approver}`}, although the confidentiality agreed covers ${covered.length === 1 ? 'it' : 'them'}.`,
            howMuch: 'Twenty pieces take twenty approvals, and one for the category.',
            change: 'Ask for one approval for the category.',
            identity: agreement.metadata.name,
            related: [place('Covered here.', agreement, confidentiality, 'covers')],
            fixes: all ? [unsafe('Ask for one approval for the category', set(one, 'sharing', 'with-approval'))] : [],
          })
        }
      }
    }
  },
})
