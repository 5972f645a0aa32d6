import type { HeldAllocation } from '../../workspace/allocations.ts'
import { equipmentPromises } from '../equipment-promises.ts'
import { type Fix, set, unsafe } from '../fix.ts'
import { barrier, passed, place, rule } from '../rule.ts'

export default rule({
  id: 'resources/equipment-access-unscheduled',
  title: 'A partner was promised equipment, and no days are booked',
  kind: 'PartnerAgreement',
  severity: 'warning',
  finds:
    'A commitment of ours of equipment whose allocations all say that no days are booked (`booked: false`), or an obligation of ours to give access to equipment (`equipment-access`) that no booked allocation and no commitment of days fulfils, where a resource plan has that equipment.',
  why: 'The partner comes for the days that it was promised, and our own work has them.',
  evidence: ['article'],
  certainty:
    "It is a statement about the policies themselves: the promise is there, the booking is not. That it hurts alliances is practitioners' experience.",
  against:
    'Where an allocation does not say whether days are booked, nothing is found. Equipment that is never in demand needs no booking.',
  fixing:
    'Where an allocation is there, the fix says that its days are booked: book them first. Otherwise it adds an allocation that fulfils the obligation, with the pool as far as it is known.',
  *check(agreement, { workspace }) {
    for (const { object, equipment, called, allocations, add } of equipmentPromises(agreement, workspace)) {
      const [first] = allocations
      const booked = allocations.some(({ allocation }) => allocation.booked)
      if (first === undefined && add === undefined) continue
      if (booked) yield passed()
      else if (allocations.every(({ allocation }) => allocation.booked === false)) {
        yield barrier(object, 'equipment', {
          what: `${called} is ${first === undefined ? 'given no day in any resource plan' : 'allocated, and no days are booked for it'}.`,
          change: `Book the days of ${equipment} in its calendar, and let the partner see them.`,
          related: allocations.map(({ policy, allocation }) => place('Not booked.', policy, allocation, 'booked')),
          fixes: first === undefined ? (add === undefined ? [] : [add]) : [book(first)],
        })
      }
    }
  },
})

function book({ policy, allocation }: HeldAllocation): Fix {
  return unsafe(
    `Say that the days of "${allocation.name}" are booked, once they are`,
    set(allocation, 'booked', true, { in: policy }),
  )
}
