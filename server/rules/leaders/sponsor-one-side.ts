import type { PartnerAgreement } from '../../language/generated/policies.ts'
import { type Fix, fillIn, placeholder, set } from '../fix.ts'
import { barrier, passed, rule } from '../rule.ts'
import { agreementTitle, isRunning } from '../running-agreements.ts'

export default rule({
  id: 'leaders/sponsor-one-side',
  title: 'Only one side of an alliance has an executive sponsor',
  kind: 'PartnerAgreement',
  severity: 'error',
  finds: "An agreement under way whose `sponsors` name our executive or the partner's, and not the other.",
  why: 'A sponsor without an opposite number can unblock one side only, and a disagreement ends where the other side begins.',
  evidence: ['A2', 'A3'],
  certainty:
    'Sponsors on both sides are part of the standard and of a benchmark of alliances; how much they help has not been measured.',
  against: 'A partner with few people may have its owner in every role.',
  fixing: 'The fix adds the missing sponsor; where the partner lists one role at the top, that is filled in.',
  *check(agreement, { workspace }) {
    const { sponsors } = agreement.spec
    if (sponsors === undefined || !isRunning(agreement, workspace.today)) return
    const { ours, theirs } = sponsors
    if (ours !== undefined && theirs !== undefined) yield passed()
    else if (ours !== undefined || theirs !== undefined) {
      const missing = ours === undefined ? 'no executive of ours' : 'no executive of the partner'
      yield barrier(sponsors, ours === undefined ? 'theirs' : 'ours', {
        what: `${ours ?? `The partner's ${theirs}`} sponsors ${agreementTitle(agreement)}, and ${missing} does.`,
        change:
          ours === undefined
            ? 'Name an executive of ours as the opposite number.'
            : 'Agree with the partner on the opposite number.',
        fixes: [ours === undefined ? nameOurs(sponsors) : nameTheirs(agreement, sponsors)],
      })
    }
  },
})

function nameOurs(sponsors: object): Fix {
  return placeholder('Add our sponsor', set(sponsors, 'ours', fillIn('our executive who opens doors and unblocks')))
}

function nameTheirs({ spec }: PartnerAgreement, sponsors: object): Fix {
  const roles = spec.partner.roles ?? []
  const highest = Math.min(...roles.map(({ level }) => level ?? Number.POSITIVE_INFINITY))
  const [only, ...others] = roles.filter(({ level }) => level === highest)
  const known = only !== undefined && others.length === 0 ? only.name : undefined
  return {
    title: `Add the partner's sponsor${known === undefined ? '' : `: ${known}`}`,
    applicability: known === undefined ? 'placeholder' : 'unsafe',
    changes: [
      set(sponsors, 'theirs', known ?? fillIn("the partner's executive, by a role that is listed under partner")),
    ],
  }
}
