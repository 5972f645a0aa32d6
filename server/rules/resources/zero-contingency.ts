import { between, convention } from '../conventions.ts'
import { figure, figureText } from '../figure.ts'
import { set, unsafe } from '../fix.ts'
import { amountText } from '../resource-amounts.ts'
import { barrier, passed, rule, titled } from '../rule.ts'

export default rule({
  id: 'resources/zero-contingency',
  title: 'Everything is planned to be busy all the time',
  kind: 'ResourceAllocation',
  severity: 'info',
  finds:
    'A pool of people or equipment that is meant to be in use for all of its time or more (`targetUtilisation`). Money is meant to be spent, so budgets are not looked at.',
  why: "What a partner asks for unplanned finds nobody free, and each surprise moves everybody's work.",
  evidence: ['arithmetic'],
  certainty:
    'That full use leaves nothing for the unplanned is arithmetic. That waiting grows steeply as use comes close to 100 % is a result of queueing theory, which depends on how much the work varies; no figure is claimed for it.',
  against: 'Work that never varies can run at its limit; joint work seldom is of that sort.',
  fixing: 'The fix aims at 85 %, a convention. It changes how the pool is planned, so its owner must agree.',
  options: {
    goodUtilisation: convention(85, between(1, 99), {
      title: 'Utilisation to aim at, in percent',
      description: 'The utilisation that the fix aims at.',
    }),
  },
  *check({ spec }, { options }) {
    const { goodUtilisation: good } = options
    for (const pool of spec.pools ?? []) {
      const target = pool.targetUtilisation
      if (target === undefined || pool.resource === 'money') continue
      if (target < 100) {
        yield passed()
        continue
      }
      yield barrier(pool, 'targetUtilisation', {
        what: `The pool "${titled(pool)}" (${amountText(pool)}) is meant to be in use for ${figureText({ value: target, unit: 'percent' })} of its time.`,
        howMuch: 'Nothing is left for what nobody planned.',
        change: `Aim at ${good} %; that is a convention.`,
        figures: [
          figure('left-for-the-unplanned', 'Left for what nobody planned', Math.max(0, 100 - target), 'percent'),
        ],
        fixes: [unsafe(`Aim at ${good} % in "${titled(pool)}"`, set(pool, 'targetUtilisation', good))],
      })
    }
  },
})
