import { roleCalled } from '../../workspace/roles.ts'
import { atLeast, convention } from '../conventions.ts'
import { figure } from '../figure.ts'
import { barrier, passed, place, rule, titled } from '../rule.ts'
import { hasEnded } from '../running-agreements.ts'

export default rule({
  id: 'decision-making/escalation-level-asymmetric',
  title: 'An escalation brings unequal levels together',
  kind: 'PartnerAgreement',
  severity: 'info',
  finds:
    "A step of a joint escalation whose two roles are two or more levels apart: ours by the organization design, the partner's by the agreement.",
  why: 'One side can decide in the meeting and the other has to go home and ask, and feels it.',
  evidence: ['A2'],
  certainty: 'That counterparts should speak eye to eye follows the standard; which difference hurts is a convention.',
  against:
    'Levels of a large and a small company do not compare well: the head of a unit here may have the say of an executive there.',
  fixing: 'There is no automatic fix: whom each side sends is for both to agree.',
  options: {
    levels: convention(2, atLeast(1), {
      title: 'Levels apart',
      description: 'From how many levels between the two roles a step counts as unequal.',
    }),
  },
  *check(agreement, { workspace, options }) {
    const { spec } = agreement
    if (hasEnded(agreement, workspace.today)) return
    for (const step of spec.governance?.escalation ?? []) {
      const held = roleCalled(workspace, step.to)
      const theirs = spec.partner.roles?.find(({ name }) => name === step.theirs)
      const [own, other] = [held?.role.level, theirs?.level]
      if (held === undefined || theirs === undefined || own === undefined || other === undefined) continue
      const apart = Math.abs(own - other)
      if (apart < options.levels) {
        yield passed()
        continue
      }
      yield barrier(step, own > other ? 'to' : 'theirs', {
        what: `The escalation brings our ${titled(held.role)} (level ${own}) together with the partner's ${titled(theirs)} (level ${other}).`,
        howMuch: `They are ${apart} levels apart; ${options.levels} or more count as unequal, which is a convention.`,
        change: `Send somebody ${own > other ? 'of ours' : 'of theirs'} who is closer to the other's level.`,
        figures: [figure('levels-apart', 'Levels apart', apart, 'count')],
        related: [place(`Level ${own} in our company.`, held.policy, held.role, 'level')],
      })
    }
  },
})
