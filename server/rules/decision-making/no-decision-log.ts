import { set, unsafe } from '../fix.ts'
import { barrier, type Outcome, passed, rule, titled } from '../rule.ts'
import { hasEnded } from '../running-agreements.ts'

export default rule({
  id: 'decision-making/no-decision-log',
  title: 'Nobody writes down what was decided',
  kind: ['DecisionRights', 'PartnerAgreement'],
  severity: 'info',
  finds:
    'Decisions of which no record is kept (`log.kept: false`), a single one that is said not to be recorded (`log: false`) unless it is of minor importance, or a joint body without minutes (`minutes: false`).',
  why: 'What was decided is decided again by those who were not there, and the partner hears two versions.',
  evidence: ['article'],
  certainty: "That unrecorded decisions come up again is practitioners' experience.",
  against: 'Small decisions of a team need no record.',
  fixing: 'The fix says that a record is kept. Somebody then has to keep it.',
  *check(policy, { workspace }) {
    if (policy.kind === 'PartnerAgreement') {
      if (hasEnded(policy, workspace.today)) return
      for (const body of policy.spec.governance?.bodies ?? [])
        yield* recorded(body, 'minutes', body.minutes, `the ${titled(body)}`, 'Keep minutes for both sides')
      return
    }
    const { log, decisions = [] } = policy.spec
    if (log !== undefined)
      yield* recorded(log, 'kept', log.kept, 'any of these decisions', 'Keep a record of decisions')
    for (const decision of decisions) {
      const { title, name, importance } = decision
      // Where nothing is recorded at all, that is said once.
      if (importance === 'minor' || log?.kept === false) continue
      yield* recorded(
        decision,
        'log',
        decision.log,
        `the decision "${title ?? name}"`,
        `Keep a record of "${title ?? name}"`,
      )
    }
  },
})

function* recorded(
  on: object,
  key: string,
  kept: boolean | undefined,
  ofWhat: string,
  title: string,
): Iterable<Outcome> {
  if (kept === true) yield passed()
  else if (kept === false)
    yield barrier(on, key, {
      what: `No record is kept of ${ofWhat}.`,
      change: 'Write down what was decided and why, where those concerned can read it.',
      fixes: [unsafe(title, set(on, key, true))],
    })
}
