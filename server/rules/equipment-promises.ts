import type { Obligation, PartnerAgreement } from '../language/generated/policies.ts'
import { allocationsTo, type HeldAllocation } from '../workspace/allocations.ts'
import { indexOf, type Workspace } from '../workspace/workspace.ts'
import { append, type Fix, fillIn } from './fix.ts'
import { ourCommitments } from './our-commitments.ts'
import { declaredDays, isOver } from './time-spans.ts'

/** Equipment that we promised to a partner, and what is allocated for it. */
interface EquipmentPromise {
  readonly object: object
  readonly equipment: string
  readonly called: string
  readonly allocations: readonly HeldAllocation[]
  /** Adds an allocation, where none is there and it is not for another rule to say so. */
  readonly add?: Fix | undefined
}

/** The equipment that we promised and still have to give, by commitments and by obligations of access. */
export function equipmentPromises(agreement: PartnerAgreement, workspace: Workspace): readonly EquipmentPromise[] {
  const commitments = ourCommitments(agreement).filter(({ span }) => !isOver(span, workspace.today))
  const inDays = commitments.flatMap(({ commitment, reference, called }) => {
    const { equipment } = commitment
    if (equipment === undefined) return []
    return [{ object: commitment, equipment, called, allocations: allocationsTo(workspace, reference) }]
  })
  const withoutDays = (agreement.spec.obligations ?? []).flatMap((obligation) => {
    const { by, type, equipment, title, name } = obligation
    const promisedInDays = inDays.some((promise) => promise.equipment === equipment)
    const over = isOver({ to: obligation.to ?? agreement.spec.term?.to }, workspace.today)
    if (by === 'partner' || type !== 'equipment-access' || equipment === undefined || promisedInDays || over) return []
    const allocations = allocationsFor(workspace, `${agreement.metadata.name}/${name}`)
    const called = `The access to ${equipment} that "${title ?? name}" promises`
    return [{ object: obligation, equipment, called, allocations, add: allocate(obligation, agreement, workspace) }]
  })
  return [...inDays, ...withoutDays]
}

/** The allocations that fulfil an obligation, `agreement/obligation`. */
const allocationsFor = indexOf('ResourceAllocation', function* (policy) {
  for (const allocation of policy.spec.allocations ?? [])
    if (allocation.obligation !== undefined) yield [allocation.obligation, { policy, allocation }] as const
})

const poolsWith = indexOf('ResourceAllocation', function* (policy) {
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
