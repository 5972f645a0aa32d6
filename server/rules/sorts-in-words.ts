import { namingFields } from '../language/generated/fields.ts'
import { kinds } from '../language/generated/policies.ts'

const words: Readonly<Record<string, string>> = {
  PartnerAgreement: 'a partner agreement',
  initiative: 'an initiative',
  obligation: 'an obligation (agreement/obligation)',
  commitment: 'a commitment (agreement/commitment)',
  'joint-body': 'a joint body (agreement/body)',
  'joint-decision': 'a joint decision (agreement/decision)',
  'partner-role': 'a role at the partner (agreement/role)',
  'own-joint-body': 'a joint body of this agreement',
  'own-joint-decision': 'a joint decision of this agreement',
  'own-partner-role': 'a role at the partner in this agreement',
  'own-level': 'a level of this rating scale',
  'own-plan-measure': 'a measure of this plan',
  'own-plan-pool': 'a pool of this plan',
}

/** A sort of named things, for a message: `a role`, `a commitment (agreement/commitment)`. */
export function sortInWords(sort: string): string {
  return words[sort] ?? `a ${sort.replaceAll('-', ' ')}`
}

/** Where things of a sort are declared: `spec.roles of an OrganizationDesign`. */
export function declaredUnder(sort: string): string {
  const plain = sort.replace(/^own-/, '')
  for (const kind of kinds) {
    const field = namingFields[kind].declares.find(([, declared]) => declared === plain)
    if (field !== undefined)
      return `${field[0].replace(/\.\*\.name$/, '')} of ${/^[AEIOU]/.test(kind) ? 'an' : 'a'} ${kind}`
  }
  return plain
}
