import { set, unsafe } from '../fix.ts'
import { barrier, passed, rule } from '../rule.ts'

export default rule({
  id: 'culture/escalation-punished',
  title: 'Escalations count against people',
  kind: 'CulturalNorms',
  severity: 'warning',
  finds:
    'A norm by which the number of escalations counts against people, a team or a partner (`countsAgainst: true`).',
  why: 'Problems between units and companies stay hidden until they are too large to hide.',
  evidence: ['article'],
  certainty: "That people avoid what counts against them is practitioners' experience.",
  against: 'A team that escalates everything has a problem. Talk about it; a count finds it too late.',
  fixing: 'The fix says that escalations are not counted. Scorecards and ratings that count them have to follow.',
  *check({ spec }) {
    const { escalation } = spec
    if (escalation?.countsAgainst === undefined) return
    if (!escalation.countsAgainst) yield passed()
    else {
      yield barrier(escalation, 'countsAgainst', {
        what: 'The number of escalations counts against those who escalate.',
        change: 'Count how long open matters wait instead, and thank those who bring them early.',
        fixes: [unsafe('Let escalations count against nobody', set(escalation, 'countsAgainst', false))],
      })
    }
  },
})
