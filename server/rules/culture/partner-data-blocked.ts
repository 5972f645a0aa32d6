import { barrier, passed, place, rule, titled } from '../rule.ts'
import { agreementTitle } from '../running-agreements.ts'
import { agreementsOf } from '../shared-information.ts'

export default rule({
  id: 'culture/partner-data-blocked',
  title: 'We owe the partner what our rule forbids to share',
  kind: 'CulturalNorms',
  severity: 'error',
  finds:
    'A rule that forbids information to a partner (`sharing: forbidden`), while an obligation of ours in an agreement with it is to share the same category (`type: data-sharing`). Categories are compared as they are written.',
  why: 'Whoever keeps the promise breaks the rule, and whoever keeps the rule breaks the promise.',
  evidence: ['article'],
  certainty: 'The contradiction is a fact about the policies.',
  against: 'Law may forbid what was promised. Then the agreement is to be changed, not the rule.',
  fixing:
    'There is no fix: whether the rule or the agreement changes is for their owners to decide, together with counsel.',
  *check({ spec }, { workspace }) {
    for (const one of spec.partnerInformation ?? []) {
      for (const agreement of agreementsOf(one, workspace)) {
        for (const obligation of agreement.spec.obligations ?? []) {
          const { type, by, information = [], to } = obligation
          if (type !== 'data-sharing' || by === 'partner' || (to !== undefined && to < workspace.today)) continue
          const same = information.filter((category) => one.information.includes(category))
          if (same.length === 0) continue
          if (one.sharing !== 'forbidden') yield passed()
          else {
            const { partner } = agreement.spec
            yield barrier(one, 'sharing', {
              what: `Sharing ${same.join(', ')} with ${titled(partner)} is forbidden, and ${agreementTitle(agreement)} obliges us to share it.`,
              change: 'Allow it for this agreement, or agree with the partner on something else.',
              identity: `${agreement.metadata.name}/${obligation.name}`,
              related: [place('What we owe.', agreement, obligation, 'information')],
            })
          }
        }
      }
    }
  },
})
