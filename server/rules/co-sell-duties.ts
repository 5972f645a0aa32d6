import type { PartnerAgreement, Route, Spiff } from '../language/generated/policies.ts'
import { query, type Workspace } from '../workspace/workspace.ts'
import { sharedSpan, type TimeSpan } from './time-spans.ts'

/** A promise to a partner to sell certain products together or through the partner. */
export interface CoSellDuty extends TimeSpan {
  readonly agreement: PartnerAgreement
  /** Where the agreement says so. */
  readonly object: object
  readonly key: string
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

/** What the agreements oblige us to sell with partners, today or later: by an obligation, else by the kind of agreement. */
export function coSellDuties(workspace: Workspace): readonly CoSellDuty[] {
  return duties(workspace, '')
}

const duties = query((workspace, _: '') =>
  workspace
    .all('PartnerAgreement')
    .flatMap(dutiesIn)
    .filter(({ to }) => to === undefined || to >= workspace.today),
)

function dutiesIn(agreement: PartnerAgreement): readonly CoSellDuty[] {
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
