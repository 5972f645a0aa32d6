import type { AgreementDecision, PartnerAgreement } from '../../language/generated/policies.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { usualStepDays as days, isKnown, stepToSponsors } from '../escalation-steps.ts'
import { type Fix, set } from '../fix.ts'
import { isSettled } from '../joint-outcomes.ts'
import { barrier, passed, place, rule, titled } from '../rule.ts'
import { hasEnded } from '../running-agreements.ts'

export default rule({
  id: 'decision-making/no-escalation-path',
  title: 'A joint matter has nowhere to go',
  kind: 'PartnerAgreement',
  severity: 'error',
  finds:
    'Joint governance (bodies or decisions) without any step of `escalation`, unless each of its decisions is settled where it is taken: by one party, a casting vote, an expert or an arbitrator.',
  why: 'What the two sides cannot agree on stays with the people who could not agree, and the work waits for them.',
  evidence: ['A6', 'A2'],
  certainty:
    'Escalation upwards on both sides is a common term of published clauses and part of the standard; how much it helps has not been measured.',
  against: 'Where both sides always find an answer, the path is never used. It costs nothing then.',
  fixing:
    'The fix adds one step to the sponsors of both sides, with 10 days, a convention. Where no sponsor is named, the role is left to be filled in.',
  *check(agreement, { workspace }) {
    if (hasEnded(agreement, workspace.today)) return
    const { governance } = agreement.spec
    const { bodies = [], decisions = [], escalation = [] } = governance ?? {}
    if (governance === undefined || (bodies.length === 0 && decisions.length === 0)) return
    const open = decisions.filter((decision) => !isSettled(decision))
    if (escalation.length > 0 || (decisions.length > 0 && open.length === 0)) {
      yield passed()
      return
    }
    const escalated = open.filter(({ tieBreak }) => tieBreak === 'escalate')
    yield barrier(agreement.spec, 'governance', {
      what: `The agreement with ${titled(agreement.spec.partner)} has joint governance, and no path of escalation${escalated.length === 0 ? '' : `, although ${named(escalated)} ${escalated.length === 1 ? 'is' : 'are'} to escalate`}.`,
      howMuch:
        open.length === 0
          ? ''
          : `${open.length === 1 ? 'One class' : `${open.length} classes`} of joint decisions can stay open: ${named(open)}.`,
      change: `Agree at least one step upwards on both sides, with days to decide; ${days} days are a convention.`,
      related: escalated.map((decision) =>
        place('Escalates to a path that is not there.', agreement, decision, 'tieBreak'),
      ),
      fixes: [addStep(governance, agreement, workspace)],
    })
  },
})

function named(decisions: readonly AgreementDecision[]): string {
  return decisions.map(({ title, name }) => `"${title ?? name}"`).join(', ')
}

function addStep(governance: object, agreement: PartnerAgreement, workspace: Workspace): Fix {
  const step = stepToSponsors(agreement, workspace)
  return {
    title: `Add an escalation to ${isKnown(step) ? 'the sponsors' : 'a higher level'} of both sides within ${days} days`,
    applicability: isKnown(step) ? 'unsafe' : 'placeholder',
    changes: [set(governance, 'escalation', [{ ...step }])],
  }
}
