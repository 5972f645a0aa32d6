import type { Decision } from '../../language/generated/policies.ts'
import { bodiesThatDecide } from '../../workspace/governance.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { decidersOf, decidingFields } from '../deciders.ts'
import { figure } from '../figure.ts'
import { type Fix, set, unsafe } from '../fix.ts'
import { barrier, passed, place, type RelatedPlace, rule, titled } from '../rule.ts'

export default rule({
  id: 'decision-making/multiple-deciders',
  title: 'Several decide, each alone',
  kind: 'DecisionRights',
  severity: 'error',
  finds:
    'A decision that names more than one decider (a list of deciders, accountables, approvers or DRIs, or different ones in different fields), or a decider beside a body that takes it by the governance calendar. Where the rule is consensus, unanimity or a majority, they decide as a group, and other rules look at that.',
  why: 'Each can say yes or no, so a partner that has an answer from one does not know whether it holds.',
  evidence: ['R24'],
  certainty:
    'That decisions stall without one decider is the experience of consultants with many companies; it is not a measurement.',
  against: 'A body is one decider, and so is the chair who speaks for it.',
  fixing:
    'Where one list names them all, a fix for each of them makes it the only decider. Which one is for people to say.',
  *check(policy, { workspace }) {
    for (const decision of policy.spec.decisions ?? []) {
      const named = decidersOf(decision)
      const bodies = bodiesThatDecide(workspace, decision.name).filter(
        ({ body }) => !named.includes(body.name) && (body.chair === undefined || !named.includes(body.chair)),
      )
      const all = [...named, ...new Set(bodies.map(({ body }) => body.name))]
      const asGroup = decision.rule !== undefined && decision.rule !== 'one-decider'
      const field = decidingFields(decision).at(-1)
      if (all.length === 0 || (asGroup && all.length > 1)) continue
      if (all.length === 1 || field === undefined) {
        yield passed()
        continue
      }
      const related: readonly RelatedPlace[] = bodies.map(({ policy: calendar, body }) =>
        place(`The ${titled(body)} takes it as well.`, calendar, body, 'decides'),
      )
      yield barrier(field.on, field.key, {
        what: `The decision "${titled(decision)}" has ${all.length} deciders: ${all.join(', ')}.`,
        change: 'Keep one who decides, and consult the others; or say by which rule they decide together.',
        figures: [figure('deciders', 'Who decide', all.length, 'count')],
        related,
        fixes: keepOne(decision, workspace),
      })
    }
  },
})

/** One fix for each that could stay, where a single list names them all. */
function keepOne(decision: Decision, workspace: Workspace): readonly Fix[] {
  const [field, ...others] = decidingFields(decision)
  if (field === undefined || others.length > 0 || bodiesThatDecide(workspace, decision.name).length > 0) return []
  return decidersOf(decision).map((name) =>
    unsafe(`Let ${name} decide "${titled(decision)}" alone`, set(field.on, field.key, name)),
  )
}
