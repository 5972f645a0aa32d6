import type { HeldUnit } from '../../workspace/units.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { agreementsLookedAfterIn, linesAbove, subtreeOf } from '../alliance-units.ts'
import { competes, type GivenGround, groundsGiven } from '../given-grounds.ts'
import { areOnOneAnother, commonGrounds, groundText } from '../reach-overlap.ts'
import { moneyText } from '../resource-amounts.ts'
import { barrier, passed, place, rule, titled } from '../rule.ts'

export default rule({
  id: 'organization/alliance-function-misplaced',
  title: 'Who speaks for the partner reports to a competing quota',
  kind: 'OrganizationDesign',
  severity: 'warning',
  finds:
    'A unit with an alliance manager that belongs to, or reports to, a unit below which somebody carries a sales quota and sells directly on ground that the agreement gives to the partner, as `organization/channel-overlap` reads it: by an exclusive right, or by routes that the seller does not work. The top unit does not count: it leads everything.',
  why: 'Whoever speaks for the partner is led by somebody who misses the quota when the partner sells.',
  evidence: ['A5'],
  certainty:
    "That an executive rewarded for the own division has little reason to partner is a practitioner's view. That the reaches overlap is read from the policies.",
  against: 'Where partner sales count towards the same quota in full, the two do not compete.',
  fixing: 'There is no fix: where the alliance function belongs is for the top team to decide.',
  *check(policy, { workspace }) {
    for (const unit of policy.spec.units ?? []) {
      const lines = linesAbove(unit, workspace)
      for (const agreement of agreementsLookedAfterIn(workspace, unit.name)) {
        const given = groundsGiven(agreement, workspace.today)
        const found = nearest(lines, given, workspace)
        if (found === undefined) {
          if (given.length > 0) yield passed()
          continue
        }
        const { leader, rival, ground } = found
        const { partner } = agreement.spec
        const called = titled(partner)
        const quota = rival.unit.charter?.quota
        const where = leader.unit === unit ? 'is a part of' : 'reports to'
        yield barrier(unit, leader.unit === unit ? 'name' : 'reportsTo', {
          what: `${titled(unit)} speaks for ${called} and ${where} ${leader.unit === unit ? 'a unit' : titled(leader.unit)}, ${rival.unit === leader.unit ? 'which itself sells' : `under which ${titled(rival.unit)} sells`} directly on the partner's ground: ${ground}.`,
          howMuch: quota === undefined ? '' : `The competing quota is ${moneyText(quota)} a year.`,
          change:
            'Let the alliance function report to somebody without a competing quota, or let partner sales count towards that quota in full.',
          identity: agreement.metadata.name,
          related: [place('The quota and the reach that compete.', rival.policy, rival.unit, 'charter')],
        })
      }
    }
  },
})

interface Competing {
  readonly leader: HeldUnit
  readonly rival: HeldUnit
  readonly ground: string
}

/** The nearest leader who also leads a quota that competes with the partner. */
function nearest(
  lines: readonly HeldUnit[],
  given: readonly GivenGround[],
  workspace: Workspace,
): Competing | undefined {
  for (const leader of lines) {
    for (const rival of subtreeOf(leader, workspace)) {
      const { reach, quota } = rival.unit.charter ?? {}
      if (reach === undefined || quota === undefined) continue
      for (const ground of given) {
        const common = commonGrounds(reach, ground.reach)
        if (areOnOneAnother(common) && competes(reach, ground))
          return { leader, rival, ground: groundText(common, 'and') }
      }
    }
  }
  return undefined
}
