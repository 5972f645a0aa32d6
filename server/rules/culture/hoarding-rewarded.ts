import { barrier, passed, rule } from '../rule.ts'
import { paysForHelp } from '../shared-pay.ts'

export default rule({
  id: 'culture/hoarding-rewarded',
  title: 'Knowing what nobody else knows is paid',
  kind: 'IncentivePlan',
  severity: 'info',
  finds:
    'A plan that pays extra for expertise that only one person has (`exclusiveExpertisePay`), while it has no measure of help for others and no policy on norms says that sharing is measured (`expertise.sharingMeasured`).',
  why: 'Whoever passes on what they know loses the extra pay.',
  evidence: ['R26'],
  certainty:
    'Hoarding is among the barriers that a book on collaboration names from its cases; how much this sort of pay adds to it was not measured.',
  against: 'Rare skills have their price on the market. Pay for the skill, not for being the only one.',
  fixing:
    'There is no fix: whether to pay for teaching, or for the skill whoever has it, is for those who set the pay.',
  *check({ spec }, { workspace }) {
    if (spec.exclusiveExpertisePay === undefined) return
    const noticed = workspace.all('CulturalNorms').some((norms) => norms.spec.expertise?.sharingMeasured === true)
    if (!spec.exclusiveExpertisePay || noticed || (spec.measures ?? []).some(paysForHelp)) yield passed()
    else {
      yield barrier(spec, 'exclusiveExpertisePay', {
        what: 'People are paid extra for expertise that only they have, and nothing measures whether they pass it on.',
        change: 'Pay for the skill whoever has it, or measure and pay what experts teach to others.',
      })
    }
  },
})
