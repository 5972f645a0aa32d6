import type { PartnerAgreement, Reach } from '../language/generated/policies.ts'
import { index, query, type Workspace } from '../workspace/workspace.ts'
import { type Ground, grounds } from './reach-overlap.ts'
import { hasEnded } from './running-agreements.ts'
import { isOver } from './time-spans.ts'

/** Ground that an agreement gives to the partner. */
export interface GivenGround {
  readonly agreement: PartnerAgreement
  readonly name: string
  readonly reach: Reach
  readonly exclusive: boolean
  /** Where the agreement says it. */
  readonly object: object
}

/** Exclusive rights that still hold, and the reach of the agreement itself where it says by which routes the partner sells. */
export function groundsGiven(agreement: PartnerAgreement, today: string): readonly GivenGround[] {
  const { reach, exclusivity = [] } = agreement.spec
  if (hasEnded(agreement, today)) return []
  const exclusive = exclusivity.flatMap((right) => {
    if (isOver({ to: right.until }, today) || right.grantedTo === 'us' || right.reach === undefined) return []
    return [{ agreement, name: right.name, reach: { ...reach, ...right.reach }, exclusive: true, object: right }]
  })
  if (reach?.routes === undefined) return exclusive
  return [...exclusive, { agreement, name: 'reach', reach, exclusive: false, object: reach }]
}

/** An exclusive right leaves no room for direct sales; other ground does where the unit also works by a route of the agreement. */
export function competes(
  { routes = [] }: Reach,
  { reach, exclusive }: Pick<GivenGround, 'reach' | 'exclusive'>,
): boolean {
  const agreed = reach.routes ?? []
  if (!routes.includes('direct') || agreed.includes('direct')) return false
  return exclusive || !routes.some((route) => agreed.includes(route))
}

const allGiven = query((workspace, _: '') =>
  workspace.all('PartnerAgreement').flatMap((agreement) => groundsGiven(agreement, workspace.today)),
)

/** By the sorts of limits that it states, and one item of one of them: `products,territories products clearline-sensor`. */
const givenWith = index(function* (workspace) {
  for (const given of allGiven(workspace, '')) {
    const stated = statedIn(given.reach)
    for (const ground of stated)
      for (const item of new Set(given.reach[ground])) yield [`${stated.join()} ${ground} ${item}`, given] as const
  }
})

/** Each set of limits that some given ground states, and how many do. */
const statedSets = query((workspace, _: ''): readonly { readonly stated: string; readonly count: number }[] => {
  const counts = new Map<string, number>()
  for (const { reach } of allGiven(workspace, '')) {
    const stated = statedIn(reach).join()
    counts.set(stated, (counts.get(stated) ?? 0) + 1)
  }
  return [...counts].map(([stated, count]) => ({ stated, count }))
})

function statedIn(reach: Reach): readonly Ground[] {
  return grounds.filter((ground) => reach[ground] !== undefined)
}

/** How much is given to partners that states some limit of the same sort as a reach does. */
export function comparableWith(reach: Reach, workspace: Workspace): number {
  const comparable = statedSets(workspace, '').filter(({ stated }) => sharpest(reach, stated) !== undefined)
  return comparable.reduce((sum, { count }) => sum + count, 0)
}

/** What may lie on a reach: looked up by the limit that keeps most apart, of those that both state. */
export function groundsNear(reach: Reach, workspace: Workspace): Iterable<GivenGround> {
  const found = statedSets(workspace, '').flatMap(({ stated }) => {
    const ground = sharpest(reach, stated)
    const items = ground === undefined ? [] : (reach[ground] ?? [])
    return items.flatMap((item) => givenWith(workspace, `${stated} ${ground} ${item}`))
  })
  return new Set(found)
}

/** There are more products than fields, and more fields than territories. */
const sharpestFirst: readonly Ground[] = ['products', 'fields', 'segments', 'territories']

function sharpest(reach: Reach, stated: string): Ground | undefined {
  const others = stated.split(',')
  return sharpestFirst.find((ground) => reach[ground] !== undefined && others.includes(ground))
}
