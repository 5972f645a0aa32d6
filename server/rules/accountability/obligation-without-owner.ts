import type { Commitment, Obligation, PartnerAgreement } from '../../language/generated/policies.ts'
import { allocationsTo } from '../../workspace/allocations.ts'
import { poolOf } from '../../workspace/pools.ts'
import { roleCalled } from '../../workspace/roles.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { type Fix, fillIn, placeholder, set, unsafe } from '../fix.ts'
import { ourCommitments } from '../our-commitments.ts'
import { barrier, passed, place, rule, titled } from '../rule.ts'
import { isOver } from '../time-spans.ts'

export default rule({
  id: 'accountability/obligation-without-owner',
  title: 'Nobody inside owns a promise to a partner',
  kind: 'PartnerAgreement',
  severity: 'error',
  finds:
    'A commitment of ours, or an obligation of ours or of both sides, that is still to be kept and has no `owner`; and, as a warning, one whose owner is a role that the organization design declares vacant.',
  why: 'What nobody inside answers for gives way to work that somebody does answer for, and the partner has nobody to ask.',
  evidence: ['article', 'R24'],
  certainty:
    "It is a statement about the policies themselves: the promise is there, the owner is not. That promises without an owner are not kept is practitioners' experience.",
  fixing:
    'Where the policies point to one role, the owner of the resource or the alliance manager, the fix names it; this changes who answers, so it is applied one at a time. Otherwise the role is left to be filled in.',
  *check(agreement, { workspace }) {
    for (const { promise, called, candidates } of ourPromises(agreement, workspace)) {
      const owner = promise.owner
      const vacant = owner === undefined ? undefined : roleCalled(workspace, owner)
      if (owner === undefined) {
        yield barrier(promise, 'name', {
          what: `${called} has no owner inside the company.`,
          change: 'Name the role that answers for it (owner).',
          fixes: [nameOwner(promise, filled(candidates, workspace))],
        })
      } else if (vacant?.role.vacant === true) {
        yield barrier(promise, 'owner', {
          what: `${called} is owned by "${owner}", and nobody holds that role at present.`,
          change: 'Fill the role, or name another owner until it is filled.',
          related: [place(`"${owner}" is vacant.`, vacant.policy, vacant.role, 'vacant')],
          severity: 'warning',
        })
      } else yield passed()
    }
  },
})

interface OurPromise {
  readonly promise: Commitment | Obligation
  /** `The commitment "Optical engineers" (4 FTE optics)`. */
  readonly called: string
  /** Who the policies suggest as the owner, the closest first. */
  readonly candidates: readonly string[]
}

/** What we promised and still have to keep. */
function ourPromises(agreement: PartnerAgreement, workspace: Workspace): readonly OurPromise[] {
  const { obligations = [], term, allianceManagers } = agreement.spec
  const manager = allianceManagers?.ours === undefined ? [] : [allianceManagers.ours]
  const commitments = ourCommitments(agreement).flatMap(({ commitment, reference, span, called }) => {
    if (isOver(span, workspace.today)) return []
    const pools = allocationsTo(workspace, reference).map((held) => poolOf(workspace, held)?.pool.owner)
    const owners = [...new Set(pools.filter((owner) => owner !== undefined))]
    return [{ promise: commitment, called, candidates: owners.length === 1 ? [...owners, ...manager] : manager }]
  })
  const others = obligations.flatMap((obligation) => {
    if (obligation.by === 'partner' || isOver({ to: obligation.to ?? term?.to }, workspace.today)) return []
    const within = obligation.withinDays === undefined ? '' : ` (within ${obligation.withinDays} days)`
    const called = `The obligation "${titled(obligation)}"${within}`
    return [{ promise: obligation, called, candidates: manager }]
  })
  return [...commitments, ...others]
}

/** The first who is not known to be vacant. */
function filled(candidates: readonly string[], workspace: Workspace): string | undefined {
  return candidates.find((name) => roleCalled(workspace, name)?.role.vacant !== true)
}

function nameOwner(promise: Commitment | Obligation, owner: string | undefined): Fix {
  const title = titled(promise)
  if (owner === undefined) {
    const unknown = fillIn('the role that answers for it')
    return placeholder(`Add an owner of "${title}"`, set(promise, 'owner', unknown))
  }
  return unsafe(`Make ${owner} the owner of "${title}"`, set(promise, 'owner', owner))
}
