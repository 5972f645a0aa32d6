import { roleCalled } from '../../workspace/roles.ts'
import { atLeast, convention } from '../conventions.ts'
import { figure, number } from '../figure.ts'
import { barrier, passed, place, rule } from '../rule.ts'
import { isRunning } from '../running-agreements.ts'

export default rule({
  id: 'leaders/alliance-manager-underlevelled',
  title: 'Our alliance manager stands well below the counterpart',
  kind: 'PartnerAgreement',
  severity: 'warning',
  finds:
    "The level of our alliance manager in the organization design is two or more below the level of the partner's. Levels count from the top of each company.",
  why: 'The counterpart speaks for their company and ours has to go and ask, so the partner looks for somebody higher.',
  evidence: ['A2'],
  certainty:
    'That counterparts should be able to speak eye to eye is a practice of alliance management. How many grades are too many is a convention.',
  against: 'A small partner has few levels: its third may be our fourth.',
  fixing: 'There is no fix: whether the role is raised or another role takes over is for its owner to decide.',
  options: {
    grades: convention(2, atLeast(1), {
      title: 'Grades below',
      description: 'From how many levels below the counterpart on it is found.',
    }),
  },
  *check(agreement, { workspace, options }) {
    const { allianceManagers, partner } = agreement.spec
    const { ours, theirs } = allianceManagers ?? {}
    if (allianceManagers === undefined || ours === undefined || theirs === undefined) return
    const held = roleCalled(workspace, ours)
    const counterpart = partner.roles?.find(({ name }) => name === theirs)
    const [own, other] = [held?.role.level, counterpart?.level]
    if (held === undefined || counterpart === undefined || own === undefined || other === undefined) return
    if (!isRunning(agreement, workspace.today)) return
    if (own - other < options.grades) yield passed()
    else {
      yield barrier(allianceManagers, 'ours', {
        what: `${held.role.title ?? ours} stands on level ${number(own, 1)}, and the counterpart ${counterpart.title ?? theirs} on level ${number(other, 1)}.`,
        howMuch: `That is ${number(own - other, 1)} levels below; from ${number(options.grades, 1)} on it is found, by convention.`,
        change: 'Raise the role, or let a role on a higher level speak for us in what the counterpart decides.',
        figures: [figure('levels-below', 'Levels below the counterpart', own - other, 'count')],
        related: [
          place(`Level ${own}.`, held.policy, held.role, 'level'),
          place(`Level ${other}.`, agreement, counterpart, 'level'),
        ],
      })
    }
  },
})
