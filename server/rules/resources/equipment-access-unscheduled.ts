import type { Obligation, PartnerAgreement } from '../../language/generated/policies.ts'
import { allocationsTo, type HeldAllocation } from '../../workspace/allocations.ts'
import { index, type Workspace } from '../../workspace/workspace.ts'
import { append, type Fix, fillIn, set, unsafe } from '../fix.ts'
import { isOver, ourCommitments } from '../our-commitments.ts'
import { barrier, passed, place, rule } from '../rule.ts'
import { declaredDays } from '../time-spans.ts'

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

/** Equipment that we promised to a partner, and what is allocated for it. */
interface EquipmentPromise {
  readonly object: object
  readonly equipment: string
  readonly called: string
  readonly allocations: readonly HeldAllocation[]
  /** Adds an allocation, where none is there and it is not for another rule to say so. */
  readonly add?: Fix | undefined
}

function equipmentPromises(agreement: PartnerAgreement, workspace: Workspace): readonly EquipmentPromise[] {
  const commitments = ourCommitments(agreement).filter((ours) => !isOver(ours, workspace.today))
  const inDays = commitments.flatMap(({ commitment, reference, called }) =>
    commitment.equipment === undefined
      ? []
      : [
          {
            object: commitment,
            equipment: commitment.equipment,
            called,
            allocations: allocationsTo(workspace, reference),
          },
        ],
  )
  const withoutDays = (agreement.spec.obligations ?? []).flatMap((obligation) => {
    const { by, type, equipment, title, name } = obligation
    const promisedInDays = inDays.some((promise) => promise.equipment === equipment)
    const over = (obligation.to ?? agreement.spec.term?.to ?? workspace.today) < workspace.today
    if (by === 'partner' || type !== 'equipment-access' || equipment === undefined || promisedInDays || over) return []
    const allocations = allocationsFor(workspace, `${agreement.metadata.name}/${name}`)
    const called = `The access to ${equipment} that "${title ?? name}" promises`
    return [{ object: obligation, equipment, called, allocations, add: allocate(obligation, agreement, workspace) }]
  })
  return [...inDays, ...withoutDays]
}

/** The allocations that fulfil an obligation, `agreement/obligation`. */
const allocationsFor = index(function* (workspace) {
  for (const policy of workspace.all('ResourceAllocation'))
    for (const allocation of policy.spec.allocations ?? [])
      if (allocation.obligation !== undefined) yield [allocation.obligation, { policy, allocation }] as const
})

const poolsWith = index(function* (workspace) {
  for (const policy of workspace.all('ResourceAllocation'))
    for (const pool of policy.spec.pools ?? [])
      if (pool.equipment !== undefined) yield [pool.equipment, { policy, pool }] as const
})

/** Undefined where no resource plan knows the equipment. */
function allocate(obligation: Obligation, { metadata, spec }: PartnerAgreement, workspace: Workspace): Fix | undefined {
  const pools = poolsWith(workspace, obligation.equipment ?? '')
  const [first, second] = pools
  if (first === undefined) return undefined
  const item = {
    name: obligation.name,
    pool: second === undefined ? first.pool.name : fillIn('the pool that it comes from'),
    obligation: `${metadata.name}/${obligation.name}`,
    ...declaredDays({ from: obligation.from ?? spec.term?.from, to: obligation.to ?? spec.term?.to }),
    booked: true,
  }
  return {
    title: `Allocate booked days of ${obligation.equipment} in ${first.policy.metadata.name}`,
    applicability: second === undefined ? 'unsafe' : 'placeholder',
    changes: [append(first.policy.spec, 'allocations', item, { in: first.policy })],
  }
}

function book({ policy, allocation }: HeldAllocation): Fix {
  return unsafe(
    `Say that the days of "${allocation.name}" are booked, once they are`,
    set(allocation, 'booked', true, { in: policy }),
  )
}
