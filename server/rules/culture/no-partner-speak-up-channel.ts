import { includesPartners } from '../norms-for-partners.ts'
import { rule } from '../rule.ts'

export default rule({
  id: 'culture/no-partner-speak-up-channel',
  title: 'Partners cannot raise a concern',
  kind: 'CulturalNorms',
  severity: 'info',
  finds: 'A channel for concerns whose `openTo` leaves partners out, in a company with an agreement under way.',
  why: 'What people of a partner see and cannot tell here, they tell their own company, or nobody.',
  evidence: ['A2'],
  certainty: 'Dealing with concerns in the relationship is part of the standard; its effect has not been measured.',
  against: 'The alliance managers of both sides may hear most of it.',
  fixing: 'The fix opens the channel to partners; they have to be told of it.',
  *check({ spec: { speakUp } }, { workspace }) {
    if (speakUp === undefined) return
    yield* includesPartners(speakUp, 'openTo', speakUp.openTo, workspace, {
      what: 'The channel for concerns is not open to people at partner companies.',
      change: 'Open it to them, with the same protection.',
      fix: 'Open the channel to partners',
    })
  },
})
