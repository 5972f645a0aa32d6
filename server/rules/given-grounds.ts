import type { PartnerAgreement, Reach } from '../language/generated/policies.ts'

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
  const { reach, exclusivity = [], term } = agreement.spec
  if (term?.to !== undefined && term.to < today) return []
  const exclusive = exclusivity.flatMap((right) => {
    const over = right.until !== undefined && right.until < today
    if (over || right.grantedTo === 'us' || right.reach === undefined) return []
    return [{ agreement, name: right.name, reach: { ...reach, ...right.reach }, exclusive: true, object: right }]
  })
  if (reach?.routes === undefined) return exclusive
  return [...exclusive, { agreement, name: 'reach', reach, exclusive: false, object: reach }]
}

/** An exclusive right leaves no room for direct sales; other ground does where the unit also works by a route of the agreement. */
export function competes({ routes = [] }: Reach, { reach, exclusive }: GivenGround): boolean {
  const agreed = reach.routes ?? []
  if (!routes.includes('direct') || agreed.includes('direct')) return false
  return exclusive || !routes.some((route) => agreed.includes(route))
}
