import type { OrganizationUnit } from '../../language/generated/policies.ts'
import { type HeldRole, roleCalled, rolesIn } from '../../workspace/roles.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { agreementsLookedAfterIn } from '../alliance-units.ts'
import { atLeast, convention } from '../conventions.ts'
import { figure, figureText, number } from '../figure.ts'
import { barrier, passed, place, rule, titled } from '../rule.ts'

export default rule({
  id: 'organization/alliance-function-too-deep',
  title: 'The alliance function is far from the top',
  kind: 'OrganizationDesign',
  severity: 'info',
  finds:
    'A unit with an alliance manager whose head, or else its highest role, is more than three levels below the top executive (`level`).',
  why: 'What the partner needs from another function has to climb a long way and come down again.',
  evidence: ['R23'],
  certainty:
    'Companies with a dedicated alliance function reported more success; at which level it stood best was not measured, so three levels are a convention.',
  against: 'An alliance of one division is well looked after inside that division.',
  fixing: 'There is no fix: at which level the function stands is for the top team to decide.',
  options: {
    mostLevels: convention(3, atLeast(0), {
      title: 'Most levels below the top',
      description: 'How many levels below the top executive the alliance function may stand.',
    }),
  },
  *check({ spec }, { workspace, options }) {
    for (const unit of spec.units ?? []) {
      if (agreementsLookedAfterIn(workspace, unit.name).length === 0) continue
      const highest = highestRole(unit, workspace)
      const level = highest?.role.level
      if (highest === undefined || level === undefined) continue
      if (level - 1 <= options.mostLevels) yield passed()
      else {
        const below = figure('levels-below-top', 'Levels below the top executive', level - 1, 'count')
        yield barrier(unit, 'name', {
          what: `${titled(unit)} looks after partners, and its highest role, ${highest.role.name}, stands ${figureText(below)} levels below the top executive.`,
          howMuch: `${number(options.mostLevels, 0)} are the most, by convention.`,
          change: 'Let the function report higher, or give it a sponsor in the top team who clears its way.',
          figures: [below],
          related: [place('The highest role of the unit.', highest.policy, highest.role, 'level')],
        })
      }
    }
  },
})

/** The head where its level is known, else the role with the smallest level. */
function highestRole({ name, head }: OrganizationUnit, workspace: Workspace): HeldRole | undefined {
  const leading = head === undefined ? undefined : roleCalled(workspace, head)
  if (leading?.role.level !== undefined) return leading
  const levelled = rolesIn(workspace, name).flatMap((held) =>
    held.role.level === undefined ? [] : [{ held, level: held.role.level }],
  )
  return levelled.sort((a, b) => a.level - b.level)[0]?.held
}
