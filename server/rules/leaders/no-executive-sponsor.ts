import { fillIn, placeholder, set } from '../fix.ts'
import { barrier, passed, rule } from '../rule.ts'
import { agreementTitle, isRunning } from '../running-agreements.ts'

export default rule({
  id: 'leaders/no-executive-sponsor',
  title: 'An alliance has no executive sponsor',
  kind: 'PartnerAgreement',
  severity: 'error',
  finds:
    'An agreement under way that says who looks after it (alliance managers, counterparts or joint governance) and names no sponsor on either side. One side alone is `leaders/sponsor-one-side`.',
  why: 'What the people in the alliance cannot settle with their own managers stays stuck, since nobody above has promised to unblock it.',
  evidence: ['A2', 'A3'],
  certainty:
    'A senior executive responsible is part of the standard, and executive support an item of a benchmark of alliances; how much it helps has not been measured.',
  against: 'A small supply or referral agreement may do without.',
  fixing: 'The fix adds sponsors on both sides and leaves open who they are.',
  *check(agreement, { workspace }) {
    const { spec } = agreement
    if (!isRunning(agreement, workspace.today)) return
    const { sponsors, allianceManagers, counterparts = [], governance } = spec
    if (sponsors?.ours !== undefined || sponsors?.theirs !== undefined) yield passed()
    else if (
      sponsors !== undefined ||
      allianceManagers !== undefined ||
      counterparts.length > 0 ||
      governance !== undefined
    ) {
      yield barrier(sponsors === undefined ? spec.partner : spec, sponsors === undefined ? 'name' : 'sponsors', {
        what: `No executive of either side is named as sponsor of ${agreementTitle(agreement)}.`,
        change: 'Name one executive on each side who opens doors and unblocks.',
        fixes: [
          placeholder(
            'Add executive sponsors on both sides',
            set(spec, 'sponsors', {
              ours: fillIn('our executive who opens doors and unblocks'),
              theirs: fillIn("the partner's executive, by a role that is listed under partner"),
            }),
          ),
        ],
      })
    }
  },
})
