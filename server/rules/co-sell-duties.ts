import type { IncentivePlan, PartnerAgreement, Route, Spiff } from '../language/generated/policies.ts'
import { unitCalled } from '../workspace/units.ts'
import { index, query, type Workspace } from '../workspace/workspace.ts'
import { paidUnits } from './paid-people.ts'
import { areOnOneAnother, commonGrounds } from './reach-overlap.ts'
import { sharedSpan, type TimeSpan } from './time-spans.ts'

/** A promise to a partner to sell certain products together or through the partner. */
export interface CoSellDuty extends TimeSpan {
  readonly agreement: PartnerAgreement
  /** Where the agreement says so. */
  readonly object: object
  readonly key: string
  /** Which of the agreement's duties it is. */
  readonly at: number
  readonly routes: readonly Route[]
  /** Without a list, the agreement limits no products. */
  readonly products: readonly string[] | undefined
}

/** Routes on which a partner has a part in the sale. */
export const partnerRoutes: readonly Route[] = ['partner', 'reseller', 'co-sell', 'referral']

const routesOfType: Partial<Record<PartnerAgreement['spec']['type'], Route>> = {
  'co-sell': 'co-sell',
  reseller: 'reseller',
  distribution: 'partner',
}

/**
 * What the agreements oblige us to sell with partners, today or later, as far as an extra reward can bear on it: by its products, or
 * because it competes with the agreement. Duties of one agreement come in its order.
 */
export function dutiesNear(spiff: Spiff, plan: IncentivePlan, workspace: Workspace): readonly CoSellDuty[] {
  return dutiesAbout(spiff, workspace).filter((duty) => sellNear(plan, duty, workspace))
}

/** Whether the plan's people sell where the agreement applies; they do unless their units and the agreement say otherwise. */
function sellNear(plan: IncentivePlan, { agreement }: CoSellDuty, workspace: Workspace): boolean {
  const { reach } = agreement.spec
  const reaches = paidUnits(plan, workspace).map((unit) => unitCalled(workspace, unit)?.unit.charter?.reach)
  if (reach === undefined || reaches.length === 0) return true
  return reaches.some((own) => {
    const common = own === undefined ? [] : commonGrounds(own, reach)
    return common.length === 0 || areOnOneAnother(common)
  })
}

function dutiesAbout({ products, competesWith = [] }: Spiff, workspace: Workspace): readonly CoSellDuty[] {
  if (products === undefined) return coSellDuties(workspace)
  const keys = [anyProduct, ...products.map(aboutProduct), ...competesWith.map(underAgreement)]
  const found = new Map(keys.flatMap((key) => dutiesUnder(workspace, key)).map((duty) => [duty.object, duty]))
  return [...found.values()].sort((a, b) => a.at - b.at)
}

const anyProduct = 'any product'
const aboutProduct = (product: string): string => `product ${product}`
const underAgreement = (agreement: string): string => `agreement ${agreement}`

const dutiesUnder = index(function* (workspace) {
  for (const duty of duties(workspace, '')) {
    yield [underAgreement(duty.agreement.metadata.name), duty] as const
    for (const key of duty.products === undefined ? [anyProduct] : new Set(duty.products.map(aboutProduct)))
      yield [key, duty] as const
  }
})

const duties = query((workspace, _: '') =>
  workspace
    .all('PartnerAgreement')
    .flatMap(dutiesOf)
    .filter(({ to }) => to === undefined || to >= workspace.today),
)

/** What the agreements oblige us to sell with partners, today or later: by an obligation, else by the kind of agreement. */
export function coSellDuties(workspace: Workspace): readonly CoSellDuty[] {
  return duties(workspace, '')
}

/** Kept no longer than the agreement itself, so that duties stay the same objects while it does. */
const remembered = new WeakMap<PartnerAgreement, readonly CoSellDuty[]>()

function dutiesOf(agreement: PartnerAgreement): readonly CoSellDuty[] {
  const known = remembered.get(agreement) ?? dutiesIn(agreement).map((duty, at) => ({ ...duty, at }))
  remembered.set(agreement, known)
  return known
}

function dutiesIn(agreement: PartnerAgreement): readonly Omit<CoSellDuty, 'at'>[] {
  const { obligations = [], reach, term, type } = agreement.spec
  const common = { agreement, from: term?.from, to: term?.to }
  const promised = obligations.filter((one) => one.type === 'co-sell' && one.by !== 'partner')
  if (promised.length > 0) {
    return promised.map((one) => ({
      ...common,
      object: one,
      key: 'type',
      routes: throughPartners(one.routes ?? reach?.routes) ?? ['co-sell'],
      products: one.products ?? reach?.products,
      from: one.from ?? common.from,
      to: one.to ?? common.to,
    }))
  }
  const usual = routesOfType[type]
  if (usual === undefined) return []
  return [
    {
      ...common,
      object: agreement.spec,
      key: 'type',
      routes: throughPartners(reach?.routes) ?? [usual],
      products: reach?.products,
    },
  ]
}

function throughPartners(routes: readonly Route[] | undefined): readonly Route[] | undefined {
  const found = (routes ?? []).filter((route) => partnerRoutes.includes(route))
  return found.length === 0 ? undefined : found
}

/** The duties that an extra reward works against because it leaves out the routes that were promised. */
export function dutiesLeftOut(spiff: Spiff, duties: readonly CoSellDuty[]): readonly CoSellDuty[] {
  if (!spiff.routes.includes('direct')) return []
  const earns = (route: Route): boolean => spiff.routes.includes(route) || spiff.routes.includes('partner')
  return dutiesMet(spiff, duties).filter(({ routes }) => !routes.some(earns))
}

/** The duties about the same products at the same time. */
export function dutiesMet(spiff: Spiff, duties: readonly CoSellDuty[]): readonly CoSellDuty[] {
  return duties.filter((duty) => overlap(spiff.products, duty.products) && runTogether(spiff, duty))
}

export function runTogether(spiff: Spiff, duty: CoSellDuty): boolean {
  return sharedSpan(spiff, duty) !== undefined
}

function overlap(some: readonly string[] | undefined, others: readonly string[] | undefined): boolean {
  return some === undefined || others === undefined || some.some((one) => others.includes(one))
}
