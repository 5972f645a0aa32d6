import type { Decision } from '../../language/generated/policies.ts'
import { atLeast, convention } from '../conventions.ts'
import { figure } from '../figure.ts'
import { barrier, passed, rule, titled } from '../rule.ts'

export default rule({
  id: 'decision-making/over-consulted',
  title: 'Too many are asked before a decision',
  kind: 'DecisionRights',
  severity: 'info',
  finds:
    'A decision before which more than seven roles, units or bodies are asked: the consulted, the contributors of DACI, the input of RAPID, each counted once.',
  why: 'Each of them is a conversation that must take place first, and each expects its view in the result.',
  evidence: ['R24'],
  certainty:
    'That decisions stall where many have a part in them is the experience of consultants; the limit of seven is a convention.',
  against: 'What changes the work of many should be asked of many, once. So it is information only.',
  fixing: 'There is no automatic fix: who only needs to be told is for the one who decides to say.',
  options: {
    most: convention(7, atLeast(1), {
      title: 'Most who are asked',
      description: 'How many may be asked before a decision.',
    }),
  },
  *check({ spec }, { options }) {
    for (const decision of spec.decisions ?? []) {
      const fields = consultedIn(decision)
      const who = new Set(fields.flatMap(({ names }) => names))
      const [most] = [...fields].sort((a, b) => b.names.length - a.names.length)
      if (most === undefined) continue
      if (who.size <= options.most) yield passed()
      else
        yield barrier(most.on, most.key, {
          what: `${who.size} are asked before "${titled(decision)}" is decided.`,
          howMuch: `More than ${options.most} count as too many; that is a convention.`,
          change: 'Ask those whose work changes, and tell the others afterwards (informed).',
          figures: [figure('consulted', 'Asked before', who.size, 'count')],
        })
    }
  },
})

interface ConsultedField {
  readonly on: object
  readonly key: string
  readonly names: readonly string[]
}

function consultedIn(decision: Decision): readonly ConsultedField[] {
  const { raci, daci, rapid } = decision
  const field = (on: object | undefined, key: string, names: string | readonly string[] | undefined) =>
    on === undefined || names === undefined ? [] : [{ on, key, names: typeof names === 'string' ? [names] : names }]
  return [
    ...field(decision, 'consulted', decision.consulted),
    ...field(raci, 'consulted', raci?.consulted),
    ...field(daci, 'contributors', daci?.contributors),
    ...field(rapid, 'input', rapid?.input),
  ]
}
