import type { Value } from '../../language/document.ts'
import type { Commitment, PartnerAgreement, ResourceAllocation } from '../../language/generated/policies.ts'
import { allocationsTo } from '../../workspace/allocations.ts'
import { append, type Fix, fillIn } from '../fix.ts'
import { amountText } from '../resource-amounts.ts'
import { barrier, passed, rule } from '../rule.ts'

export default rule({
  id: 'resources/commitment-unallocated',
  title: 'A commitment to a partner has no resources',
  kind: 'PartnerAgreement',
  severity: 'error',
  finds: 'A commitment of ours in a partner agreement that no allocation refers to, in a workspace that holds a resource allocation.',
  why: 'The partner plans with what was promised, while the people, money or equipment are given to other work.',
  evidence: ['article', 'A3'],
  certainty: 'It is a statement about the policies themselves: the promise is there, the allocation is not. That it hurts alliances is practitioners\' experience.',
  fixing: 'The fix adds an allocation with the committed amount and dates, and leaves the pool to be filled in: only its owner knows which.',
  *check(agreement, { workspace }) {
    const plans = workspace.all('ResourceAllocation')
    if (plans.length === 0) return
    for (const commitment of agreement.spec.commitments ?? []) {
      if (commitment.by === 'partner') continue
      const reference = `${agreement.metadata.name}/${commitment.name}`
      if (allocationsTo(workspace, reference).length > 0) yield passed()
      else {
        yield barrier(commitment, 'name', {
          what: `The commitment "${commitment.title ?? commitment.name}" (${amountText(commitment)}) has no allocation in any resource plan.`,
          change: `Add an allocation of ${amountText(commitment)} with commitment: ${reference}.`,
          fixes: plans.slice(0, 1).map((plan) => allocate(commitment, agreement, plan)),
        })
      }
    }
  },
})

function allocate(commitment: Commitment, agreement: PartnerAgreement, plan: ResourceAllocation): Fix {
  const { name, fte, money, per, daysPerMonth, from, to } = commitment
  const pool = plan.spec.pools?.find((candidate) => candidate.resource === commitment.resource && candidate.skill === commitment.skill && candidate.equipment === commitment.equipment)
  const known: Record<string, Value | undefined> = {
    name,
    pool: pool?.name ?? fillIn('the pool that it comes from'),
    commitment: `${agreement.metadata.name}/${name}`,
    fte,
    money: money === undefined ? undefined : { ...money },
    per,
    daysPerMonth,
    class: commitment.class ?? 'committed',
    from: from ?? agreement.spec.term?.from,
    to: to ?? agreement.spec.term?.to,
  }
  const item = Object.fromEntries(Object.entries(known).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])))
  return { title: `Allocate ${amountText(commitment)} in ${plan.metadata.name}`, applicability: 'placeholder', changes: [append(plan.spec, 'allocations', item, { in: plan })] }
}
