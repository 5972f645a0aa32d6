import { comparableWith, competes, type GivenGround, groundsNear } from '../given-grounds.ts'
import { areOnOneAnother, commonGrounds, groundText } from '../reach-overlap.ts'
import { allPassed, barrier, place, rule, titled } from '../rule.ts'

export default rule({
  id: 'organization/channel-overlap',
  title: "A unit's charter covers the partner's ground",
  kind: 'OrganizationDesign',
  severity: 'error',
  finds:
    "A unit that sells directly on ground that an agreement gives to the partner: by an exclusive right granted to the partner or to both, or by the reach of an agreement whose routes the unit does not work. Territories, fields, products and segments are compared; all that both sides state must overlap. What an exclusive right leaves out is taken from the agreement's reach.",
  why: 'Our unit and the partner chase the same customers, so whoever shares a lead loses it.',
  evidence: ['article', 'A5'],
  certainty:
    "It is a statement about the policies themselves. That such overlaps end in conflict is practitioners' experience.",
  against:
    'Words such as territories are compared as they are written: where one list says "dach" and another "germany", an overlap is not seen.',
  fixing:
    'There is no automatic fix: who serves which customers is for the owners of the unit and of the agreement to decide.',
  *check({ spec }, { workspace }) {
    for (const unit of spec.units ?? []) {
      const { charter } = unit
      if (charter?.reach?.routes === undefined) continue
      let apart = comparableWith(charter.reach, workspace)
      for (const right of groundsNear(charter.reach, workspace)) {
        const common = commonGrounds(charter.reach, right.reach)
        if (!areOnOneAnother(common) || !competes(charter.reach, right)) continue
        apart--
        const { name, title } = right.agreement.spec.partner
        yield barrier(charter, 'reach', {
          what: `The unit "${titled(unit)}" sells directly where ${title ?? name} ${claimOf(right)}: ${groundText(common, 'and')}.`,
          change: `Take one of them (${groundText(common, 'or')}) out of the unit's charter or out of what the partner has, or ${right.exclusive ? 'let the unit sell there through the partner' : 'give the unit a route with the partner as well'}.`,
          identity: `${right.agreement.metadata.name}/${right.name}`,
          related: [place(`Given to ${title ?? name} here.`, right.agreement, right.object)],
        })
      }
      if (apart > 0) yield allPassed(apart)
    }
  },
})

function claimOf({ exclusive, reach }: GivenGround): string {
  return exclusive ? 'has an exclusive right' : `is to sell by other routes (${(reach.routes ?? []).join(', ')})`
}
