import { includesPartners } from '../norms-for-partners.ts'
import { rule } from '../rule.ts'

export default rule({
  id: 'culture/no-partner-code',
  title: 'The code of conduct leaves partners out',
  kind: 'CulturalNorms',
  severity: 'info',
  finds: 'A code of conduct whose `covers` leave partners out, in a company with an agreement under way.',
  why: 'People of two companies who work side by side do so under two sets of manners, and neither protects the other side.',
  evidence: ['A2'],
  certainty: 'Agreed behaviour on both sides is part of the standard; its effect has not been measured.',
  against: 'The agreement may have a code of its own for both.',
  fixing: 'The fix adds partners; what it means for them has to be settled with them.',
  *check({ spec: { conduct } }, { workspace }) {
    if (conduct === undefined) return
    yield* includesPartners(conduct, 'covers', conduct.covers, workspace, {
      what: 'The code of conduct does not cover people at partner companies.',
      change: 'Let it say how people of partners are treated, and what is expected of them.',
      fix: 'Let the code of conduct cover partners',
    })
  },
})
