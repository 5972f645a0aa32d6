import { append, placeholder } from '../fix.ts'
import { listed } from '../listed.ts'
import { partnerFacing } from '../people-covered.ts'
import { barrier, passed, place, rule, titled } from '../rule.ts'

export default rule({
  id: 'performance/no-partner-feedback',
  title: 'Partners are not heard on people who work with them',
  kind: 'PerformanceCalibration',
  severity: 'warning',
  finds:
    'Feedback whose `sources` leave out `partners`, for a population that works with partners (`partnerFacing`), as it says itself or as one of its roles in the organization design does.',
  why: 'What a partner got from somebody is known to the partner alone, so it never reaches the rating.',
  evidence: ['A1', 'A2'],
  certainty:
    "Asking partners how the relationship works is an experienced company's practice and part of the standard. That it should reach individual ratings is our conclusion.",
  against: 'A partner may not want to judge people. A few words on what worked are enough.',
  fixing: 'The fix adds partners to the sources; whom they are and how they are asked remains to be settled.',
  *check({ spec }, { workspace }) {
    const { feedback, population } = spec
    if (feedback?.sources === undefined || feedback.sources.length === 0) return
    const { does, roles } = partnerFacing(population, workspace)
    if (!does) return
    if (feedback.sources.includes('partners')) yield passed()
    else {
      const named = roles.map(({ role }) => titled(role))
      const who =
        named.length === 0
          ? 'People here work with partners'
          : `${listed(named)} ${named.length === 1 ? 'works' : 'work'} with partners`
      yield barrier(feedback, 'sources', {
        what: `${who}, and no partner gives feedback before they are rated.`,
        change: 'Ask the partner, for those who work with one.',
        related: roles.map(({ policy, role }) =>
          place(
            role.alliancePercent === undefined
              ? 'Works with partners.'
              : `Works with partners, ${role.alliancePercent} % of the time.`,
            policy,
            role,
            'partnerFacing',
          ),
        ),
        fixes: [
          placeholder(
            'Hear partners: add partners to the sources',
            append(feedback, 'sources', 'partners', { comment: 'settle whom to ask, and how' }),
          ),
        ],
      })
    }
  },
})
