import type { Meets } from '../language/generated/policies.ts'
import type { Policy } from '../language/policy-file.ts'
import { ourMembersOf } from '../workspace/decision-limits.ts'
import { jointBodyCalled } from '../workspace/governance.ts'
import { index } from '../workspace/workspace.ts'
import { daysBetweenMeetings } from './meeting-intervals.ts'

/** A seat of a role in a body, with the hours that it takes of each week. */
export interface Seat {
  readonly policy: Policy
  readonly body: object
  readonly hours: number
}

/** The seats of a role, by its name: in our own bodies first, then in joint ones. Meetings of unknown length are left out. */
export const seatsOf = index(function* (workspace) {
  for (const policy of workspace.all('GovernanceCalendar')) {
    for (const body of policy.spec.bodies ?? [])
      for (const role of new Set([...(body.members ?? []), ...(body.chair === undefined ? [] : [body.chair])]))
        yield* seat(role, policy, body, body.meets)
  }
  for (const policy of workspace.all('PartnerAgreement')) {
    for (const body of policy.spec.governance?.bodies ?? []) {
      const reference = `${policy.metadata.name}/${body.name}`
      const planned = jointBodyCalled(workspace, reference)?.meetings.find(({ entry }) => entry.meets !== undefined)
      for (const role of ourMembersOf(workspace, reference))
        yield* seat(role, policy, body, { ...body.meets, ...planned?.entry.meets })
    }
  }
})

function* seat(role: string, policy: Policy, body: object, meets: Meets = {}): Generator<readonly [string, Seat]> {
  const every = daysBetweenMeetings(meets)
  if (meets.durationHours === undefined || every === undefined) return
  yield [role, { policy, body, hours: (meets.durationHours * 7) / every }]
}
