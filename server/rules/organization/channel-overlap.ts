import type { ExclusiveRight, PartnerAgreement, Reach } from '../../language/generated/policies.ts'
import { index, query, type Workspace } from '../../workspace/workspace.ts'
import { areOnOneAnother, commonGrounds, type Ground, grounds, groundText } from '../reach-overlap.ts'
import { allPassed, barrier, rule } from '../rule.ts'

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
      for (const given of givenNear(charter.reach, workspace)) {
        const common = commonGrounds(charter.reach, reachOf(given))
        if (!areOnOneAnother(common) || !competes(charter.reach, given)) continue
        apart--
        const { agreement, right } = given
        const { name, title } = agreement.spec.partner
        yield barrier(charter, 'reach', {
          what: `The unit "${unit.title ?? unit.name}" sells directly where ${title ?? name} ${claimOf(given)}: ${groundText(common, 'and')}.`,
          change: `Take one of them (${groundText(common, 'or')}) out of the unit's charter or out of what the partner has, or ${right === undefined ? 'give the unit a route with the partner as well' : 'let the unit sell there through the partner'}.`,
          identity: `${agreement.metadata.name}/${right?.name ?? 'reach'}`,
          related: [{ policy: agreement, object: right ?? reachOf(given), message: `Given to ${title ?? name} here.` }],
        })
      }
      if (apart > 0) yield allPassed(apart)
    }
  },
})

function claimOf({ agreement, right }: GivenGround): string {
  if (right !== undefined) return 'has an exclusive right'
  return `is to sell by other routes (${(agreement.spec.reach?.routes ?? []).join(', ')})`
}

/** Ground that an agreement gives to the partner. */
interface GivenGround {
  readonly agreement: PartnerAgreement
  /** By an exclusive right; undefined where it is the reach of the agreement itself. */
  readonly right: ExclusiveRight | undefined
}

/** Exclusive rights that still hold, and the reach of the agreement itself where it says by which routes the partner sells. */
function givenIn(agreement: PartnerAgreement, today: string): readonly GivenGround[] {
  const { reach, exclusivity = [], term } = agreement.spec
  if (term?.to !== undefined && term.to < today) return []
  const exclusive = exclusivity.filter(({ until, grantedTo, reach: ground }) => {
    const over = until !== undefined && until < today
    return !over && grantedTo !== 'us' && ground !== undefined
  })
  const given = exclusive.map((right) => ({ agreement, right }))
  return reach?.routes === undefined ? given : [...given, { agreement, right: undefined }]
}

function reachOf({ agreement, right }: GivenGround): Reach {
  const { reach = {} } = agreement.spec
  return right === undefined ? reach : { ...reach, ...right.reach }
}

const allGiven = query((workspace, _: '') =>
  workspace.all('PartnerAgreement').flatMap((agreement) => givenIn(agreement, workspace.today)),
)

/** By the sorts of limits that it states, and one item of one of them: `products,territories products clearline-sensor`. */
const givenWith = index(function* (workspace) {
  for (const given of allGiven(workspace, '')) {
    const reach = reachOf(given)
    const stated = statedIn(reach)
    for (const ground of stated)
      for (const item of new Set(reach[ground])) yield [`${stated.join()} ${ground} ${item}`, given] as const
  }
})

/** Each set of limits that some given ground states, and how many do. */
const statedSets = query((workspace, _: ''): readonly { readonly stated: string; readonly count: number }[] => {
  const counts = new Map<string, number>()
  for (const given of allGiven(workspace, '')) {
    const stated = statedIn(reachOf(given)).join()
    counts.set(stated, (counts.get(stated) ?? 0) + 1)
  }
  return [...counts].map(([stated, count]) => ({ stated, count }))
})

function statedIn(reach: Reach): readonly Ground[] {
  return grounds.filter((ground) => reach[ground] !== undefined)
}

/** How much is given to partners that states some limit of the same sort as a reach does. */
function comparableWith(reach: Reach, workspace: Workspace): number {
  const comparable = statedSets(workspace, '').filter(({ stated }) => sharpest(reach, stated) !== undefined)
  return comparable.reduce((sum, { count }) => sum + count, 0)
}

/** What may lie on a reach: looked up by the limit that keeps most apart, of those that both state. */
function givenNear(reach: Reach, workspace: Workspace): Iterable<GivenGround> {
  const found = statedSets(workspace, '').flatMap(({ stated }) => {
    const ground = sharpest(reach, stated)
    const items = ground === undefined ? [] : (reach[ground] ?? [])
    return items.flatMap((item) => givenWith(workspace, `${stated} ${ground} ${item}`))
  })
  return new Map(found.map((given) => [given.right ?? given.agreement, given])).values()
}

/** There are more products than fields, and more fields than territories. */
const sharpestFirst: readonly Ground[] = ['products', 'fields', 'segments', 'territories']

function sharpest(reach: Reach, stated: string): Ground | undefined {
  const others = stated.split(',')
  return sharpestFirst.find((ground) => reach[ground] !== undefined && others.includes(ground))
}

/** An exclusive right leaves no room for direct sales; other ground does where the unit also works by a route of the agreement. */
function competes({ routes = [] }: Reach, given: GivenGround): boolean {
  const agreed = reachOf(given).routes ?? []
  if (!routes.includes('direct') || agreed.includes('direct')) return false
  return given.right !== undefined || !routes.some((route) => agreed.includes(route))
}
