import type { AgreementDecision, DecisionRights, PartnerAgreement } from '../../language/generated/policies.ts'
import { bodiesThatDecide, positionsOn } from '../../workspace/governance.ts'
import { index, query, type Workspace } from '../../workspace/workspace.ts'
import { usualStepDays } from '../escalation-steps.ts'
import { append, type Fix, fillIn } from '../fix.ts'
import { barrier, passed, rule, titled } from '../rule.ts'
import { hasEnded } from '../running-agreements.ts'

export default rule({
  id: 'decision-making/joint-decision-unmapped',
  title: 'Nobody inside decides our side of a joint decision',
  kind: 'PartnerAgreement',
  severity: 'warning',
  finds:
    'A joint decision that no decision of ours refers to (`jointDecision`) and no limit names (`jointDecisions`), where the company has written down its decisions at all. What the partner decides alone, and what is of minor importance, is not looked at.',
  why: 'When it comes up, our side first has to find out whose it is, in front of the partner.',
  evidence: ['article'],
  certainty:
    "It is a statement about the policies themselves: the decision is agreed outside and unknown inside. That this slows things down is practitioners' experience.",
  against: 'Members of a joint body may know well what they may decide; then writing it down costs little.',
  fixing:
    'The fix adds the decision with the one who decides left to be filled in, and a step of escalation where the policy has none.',
  *check(agreement, { workspace }) {
    const registers = decisionRegisters(workspace, '')
    if (registers.length === 0 || hasEnded(agreement, workspace.today)) return
    for (const decision of agreement.spec.governance?.decisions ?? []) {
      const theirs = decision.rule === 'one-party' && decision.decidedBy === 'partner'
      if (theirs || decision.importance === 'minor') continue
      const reference = `${agreement.metadata.name}/${decision.name}`
      if (positionsOn(workspace, reference).length > 0 || limitsNaming(workspace, reference).length > 0) {
        yield passed()
        continue
      }
      yield barrier(decision, 'name', {
        what: `The joint decision "${titled(decision)}" has no counterpart among our own decisions.`,
        change: `Add a decision with jointDecision: ${reference}, and name who decides for us.`,
        fixes: [register(decision, agreement, registers, workspace)],
      })
    }
  },
})

/** The policies that write down decisions. */
const decisionRegisters = query((workspace, _: '') =>
  workspace.all('DecisionRights').filter(({ spec }) => (spec.decisions ?? []).length > 0),
)

/** The limits that name a joint decision. */
const limitsNaming = index(function* (workspace) {
  for (const { spec } of workspace.all('DecisionRights'))
    for (const limit of spec.limits ?? []) for (const joint of limit.jointDecisions ?? []) yield [joint, limit] as const
})

/** Beside our other positions on this agreement, else on any, else in the first register. */
function register(
  decision: AgreementDecision,
  agreement: PartnerAgreement,
  registers: readonly DecisionRights[],
  workspace: Workspace,
): Fix {
  const name = agreement.metadata.name
  const about = (start: string) =>
    registers.find(({ spec }) => spec.decisions?.some(({ jointDecision }) => jointDecision?.startsWith(start)))
  const policy = about(`${name}/`) ?? about('') ?? registers[0]
  const hasPath = (policy?.spec.escalation ?? []).length > 0
  const taken = new Set(policy?.spec.decisions?.map((other) => other.name))
  const usual = `${decision.name}-position`
  const own = taken.has(usual) ? `${name}-${usual}` : usual
  // The calendar may know whose it is.
  const [deciding] = bodiesThatDecide(workspace, own)
  const item = {
    name: own,
    jointDecision: `${name}/${decision.name}`,
    decider: deciding?.body.name ?? fillIn('the one role or body that decides our side'),
    ...(hasPath
      ? {}
      : { escalation: [{ to: fillIn('the role or body that it goes up to'), withinDays: usualStepDays }] }),
  }
  return {
    title: `Add our side of "${titled(decision)}" to ${policy?.metadata.name}`,
    applicability: deciding === undefined || !hasPath ? 'placeholder' : 'unsafe',
    changes: policy === undefined ? [] : [append(policy.spec, 'decisions', item, { in: policy })],
  }
}
