import type { Allocation, ResourceAllocation } from '../language/generated/policies.ts'
import { figure, figureText } from './figure.ts'
import { timedAmountText } from './resource-amounts.ts'
import type { RoleLoad } from './role-loads.ts'
import { place, type Report, titled } from './rule.ts'

/** That more is allocated of a role than people hold it. */
export function tooFewPeople({ held, allocations, peak, firm, month }: RoleLoad, people: number): Report {
  const [all, more] = [peak, peak - people].map((value) => figureText({ value, unit: 'fte' }))
  const percent = figureText({ value: (100 * peak) / people, unit: 'percent' })
  return {
    what: `${all} of the role ${titled(held.role)} are allocated${month === undefined ? '' : ` in ${month}`}, and ${people === 1 ? 'one person holds' : `${people} people hold`} it.`,
    howMuch: `That is ${more} more than there are people${people === 0 ? '' : `, a load of ${percent}`}.`,
    change: 'Take work away, move it to another time, or find more people.',
    severity: firm > people + 1e-9 ? 'error' : 'warning',
    figures: [
      figure('overcommitment', 'More than there is', peak - people, 'fte', [
        { name: 'headcount', value: people, from: 'policy' },
      ]),
    ],
    related: [
      ...allocations
        .slice(1)
        .map(({ policy: owner, allocation }) => place(`${drawnText(allocation, owner)}.`, owner, allocation)),
      place('So many people hold the role.', held.policy, held.role, 'headcount'),
    ],
  }
}

/** What an allocation draws, as a sentence begins: `Draws 2 FTE optics from 2027-01-01, as best effort`. */
export function drawnText(allocation: Allocation, owner: ResourceAllocation): string {
  return `Draws ${timedAmountText(allocation, owner)}${allocation.class === 'best-effort' ? ', as best effort' : ''}`
}
