import type { PartnerAgreement } from '../language/generated/policies.ts'
import { indexOf } from '../workspace/workspace.ts'
import { listed } from './listed.ts'
import { titled } from './rule.ts'

/** A role or unit of ours that an agreement names, and where. */
export interface RoleInAgreement {
  readonly role: string
  /** What it does there: `alliance manager`, `owner of an obligation`. */
  readonly as: string
  readonly object: object
  readonly key: string
}

/** The agreements that name a role or unit of ours, by its name. */
export const agreementsNaming = indexOf('PartnerAgreement', function* (agreement) {
  for (const role of new Set(ourRolesIn(agreement).map((named) => named.role))) yield [role, agreement] as const
})

/** `partner-lead is alliance manager and owner of "Sales report" and "Training" in the agreement "Resale in the north"`. */
export function partsText({
  agreement,
  role,
  named,
}: {
  readonly agreement: PartnerAgreement
  readonly role: string
  readonly named: readonly RoleInAgreement[]
}): string {
  const as = named.filter((one) => one.role === role).map((one) => one.as)
  const owned = as.filter((part) => part.startsWith(ownerOf)).map((part) => part.slice(ownerOf.length))
  const parts = as.filter((part) => !part.startsWith(ownerOf))
  if (owned.length > 0) parts.push(`${ownerOf}${listed(owned)}`)
  return `${role} is ${listed(parts)} in the agreement "${titled(agreement.metadata)}"`
}

const ownerOf = 'owner of '

/** Everyone of ours who answers for a part of an agreement, the closest to it first; owners may be units. */
export function ourRolesIn({ spec }: PartnerAgreement): readonly RoleInAgreement[] {
  const { allianceManagers, counterparts = [], obligations = [], commitments = [], sponsors } = spec
  const roles: RoleInAgreement[] = []
  const add = (role: string | undefined, as: string, object: object, key: string): void => {
    if (role !== undefined) roles.push({ role, as, object, key })
  }
  if (allianceManagers !== undefined) add(allianceManagers.ours, 'alliance manager', allianceManagers, 'ours')
  for (const one of obligations) add(one.owner, `${ownerOf}"${titled(one)}"`, one, 'owner')
  for (const one of commitments) add(one.owner, `${ownerOf}"${titled(one)}"`, one, 'owner')
  for (const one of counterparts) add(one.ours, 'counterpart of the partner', one, 'ours')
  if (sponsors !== undefined) add(sponsors.ours, 'sponsor', sponsors, 'ours')
  return roles
}
