import type { PartnerAgreement } from '../../language/generated/policies.ts'
import { type Fix, fillIn, placeholder, set } from '../fix.ts'
import { isLookedAfter } from '../looked-after.ts'
import { barrier, passed, rule } from '../rule.ts'
import { agreementTitle, isRunning } from '../running-agreements.ts'

export default rule({
  id: 'organization/exit-plan-missing',
  title: 'An agreement has no exit plan',
  kind: 'PartnerAgreement',
  severity: 'warning',
  finds:
    'An agreement under way that says who looks after it and has no `exitPlan`, or one that says neither what happens to running work (`handover`) nor who gets to know what (`knowledgeTransfer`).',
  why: 'Both sides hold something back for the day of parting, because nobody knows what they would get then.',
  evidence: ['A2'],
  certainty:
    'An exit strategy is a stage of the standard; how much more openly people work with one has not been measured.',
  against: 'The contract may say it. Then the plan is a line that points there.',
  fixing:
    'The fix adds the plan with who leads it and the notice that the agreement declares; the rest has to be filled in.',
  *check(agreement, { workspace }) {
    if (!isRunning(agreement, workspace.today)) return
    const { exitPlan, partner } = agreement.spec
    const title = agreementTitle(agreement)
    if (exitPlan === undefined) {
      if (!isLookedAfter(agreement)) return
      yield barrier(partner, 'name', {
        what: `Nothing says how ${title} would end.`,
        change: 'Say what can lead to an end, what happens to running work, and what each side may go on using.',
        fixes: [planExit(agreement)],
      })
    } else if (exitPlan.handover === undefined && exitPlan.knowledgeTransfer === undefined) {
      yield barrier(agreement.spec, 'exitPlan', {
        what: `The exit plan of ${title} says neither what happens to running work nor what each side may go on using.`,
        change: 'Say both, while the two are on good terms.',
        fixes: [
          placeholder(
            'Add what happens to work and knowledge',
            set(exitPlan, 'handover', fillIn('what happens to running work, customers and equipment')),
            set(exitPlan, 'knowledgeTransfer', fillIn('what each side gets to know and may go on using')),
          ),
        ],
      })
    } else yield passed()
  },
})

function planExit({ spec }: PartnerAgreement): Fix {
  const { allianceManagers, term } = spec
  return placeholder(
    'Add an exit plan',
    set(spec, 'exitPlan', {
      owner: allianceManagers?.ours ?? fillIn('the role that leads the exit'),
      triggers: [fillIn('what can lead to an exit')],
      ...(term?.noticeDays === undefined ? {} : { noticeDays: term.noticeDays }),
      handover: fillIn('what happens to running work, customers and equipment'),
      knowledgeTransfer: fillIn('what each side gets to know and may go on using'),
    }),
  )
}
