import type { Decision } from '../../language/generated/policies.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { decidersOf } from '../deciders.ts'
import { leadsBack, upwards } from '../escalation-circles.ts'
import { escalationPaths, isKnown, stepUp } from '../escalation-steps.ts'
import { type Fix, remove, set, unsafe } from '../fix.ts'
import { listed } from '../listed.ts'
import { barrier, passed, place, rule } from '../rule.ts'

export default rule({
  id: 'decision-making/escalation-cycle',
  title: 'An escalation comes back to where it began',
  kind: ['DecisionRights', 'PartnerAgreement'],
  severity: 'error',
  finds:
    'An escalation that names the same role or body twice; one of a decision that leads to its own decider; or one that ends with somebody whose own decisions all end, by their escalations, with the decider of this one. A path that several decisions share begins above each decider, so it may name them.',
  why: 'Those who could not decide are asked again, and nobody above them ever is.',
  evidence: ['A6', 'A2'],
  certainty: 'It is a statement about the policies themselves: the path leads in a circle.',
  against: 'A second look by the same people sometimes helps; it is no way upwards.',
  fixing:
    'The fix takes out the step that repeats. Where nothing else is left, it escalates to the line manager of the one who decides, if known, else you fill in to whom.',
  *check(policy, { workspace }) {
    for (const { steps, called, decisions, on } of escalationPaths(policy, workspace.today)) {
      // A path of one decision, or of several that refer to the same one.
      const own = decisions.filter((decision) => decision.escalation === steps)
      const deciders = new Set(
        own.flatMap(decidersOf).filter((name) => own.every((decision) => decidersOf(decision).includes(name))),
      )
      const seen = new Set<string>()
      let circles = false
      for (const [at, step] of steps.entries()) {
        const repeats = seen.has(step.to)
        if (repeats || deciders.has(step.to)) {
          circles = true
          yield barrier(step, 'to', {
            what: `${called} goes to ${step.to}, ${repeats ? 'where it has been before' : 'where it was to be decided in the first place'}.`,
            change: 'Go on to somebody above.',
            identity: `${at}`,
            fixes: [leaveOut(steps, at, own[0], on, workspace)].flatMap((fix) => fix ?? []),
          })
        }
        seen.add(step.to)
      }
      const last = steps.at(-1)
      if (circles || last === undefined) continue
      const back = [...deciders].filter((decider) => leadsBack(last.to, decider, workspace, new Set()))
      if (back.length === 0) yield passed()
      else {
        yield barrier(last, 'to', {
          what: `${called} ends with ${last.to}, whose own decisions go up to ${listed(back)}, where it began.`,
          change: 'Let both go up to somebody above them.',
          related: upwards(workspace, last.to).map(({ policy: other, decision }) =>
            place(`Decisions of ${last.to} go back from here.`, other, decision, 'escalation'),
          ),
        })
      }
    }
  },
})

function leaveOut(
  steps: readonly object[],
  at: number,
  decision: Decision | undefined,
  on: object,
  workspace: Workspace,
): Fix | undefined {
  if (steps.length > 1) {
    return unsafe('Take the step out', remove(steps, at))
  }
  if (decision === undefined) return undefined
  const step = stepUp(decision, workspace)
  return {
    title: `Escalate to ${isKnown(step) ? step.to : 'a higher level'} instead`,
    applicability: isKnown(step) ? 'unsafe' : 'placeholder',
    changes: [set(on, 'escalation', [{ ...step }])],
  }
}
