import { approvalOdds, type DecisionLatency, decisionLatency } from '../../models/decision-latency.ts'
import { oddsFigures, oddsText, yesOption } from '../approval-odds.ts'
import { atLeast, convention } from '../conventions.ts'
import { approvalsOf, pathSources } from '../decision-paths.ts'
import { figureText } from '../figure.ts'
import { set, unsafe } from '../fix.ts'
import { latencyFigures, latencyText } from '../latency-text.ts'
import { barrier, passed, rule, titled } from '../rule.ts'

export default rule({
  id: 'decision-making/too-many-approvals',
  title: 'Many approvals, one after the other',
  kind: 'DecisionRights',
  severity: 'warning',
  finds:
    'A decision with more than three approvals that follow one another; they do so in their order unless `approvalOrder` is parallel.',
  why: 'Their days add up, and each of them can send the matter back to the start, while the partner waits.',
  evidence: ['arithmetic', 'P1'],
  certainty:
    'The days follow from those that the policy sets; the rounds from an assumed chance of a yes. That approvals should be rare is the practice of one company that publishes it.',
  against:
    'Approvals that are few, or asked for at the same time, cost little. A later approver may need what an earlier one found.',
  fixing:
    'The fix asks for all approvals at the same time. Whether one of them needs the answer of another is for you to say.',
  options: {
    most: convention(3, atLeast(1), {
      title: 'Most approvals in a row',
      description: 'How many approvals may follow one another.',
    }),
    yesPercent: yesOption,
  },
  *check({ spec }, { workspace, options, assumptions }) {
    const sources = pathSources(workspace, assumptions.exchangeRates)
    for (const decision of spec.decisions ?? []) {
      const { approvals = [], approvalOrder } = decision
      if (approvals.length === 0) continue
      if (approvals.length <= options.most || approvalOrder === 'parallel') {
        yield passed()
        continue
      }
      const inSequence = decisionLatency(approvalsOf(decision, workspace, sources))
      const together = decisionLatency(approvalsOf({ ...decision, approvalOrder: 'parallel' }, workspace, sources))
      const odds = approvalOdds(approvals.length, options.yesPercent / 100)
      // Without days nothing is known of the time, and 0 days would be a figure of nothing.
      const timed = inSequence.worstDays > 0
      yield barrier(decision, 'approvals', {
        what: `The decision "${titled(decision)}" needs ${approvals.length} approvals, one after the other.`,
        howMuch: `${timed ? `They take ${latencyText(inSequence)}. ` : ''}${oddsText(odds)} More than ${options.most} in a row count as many; that is a convention.`,
        change: 'Ask for them at the same time, or leave out those that only need to know.',
        figures: [...(timed ? latencyFigures(inSequence) : []), ...oddsFigures(odds)],
        fixes: [
          unsafe(
            `Ask for all ${approvals.length} approvals at the same time${saved(inSequence, together)}`,
            set(decision, 'approvalOrder', 'parallel'),
          ),
        ],
      })
    }
  },
})

function saved(before: DecisionLatency, after: DecisionLatency): string {
  if (before.worstDays === after.worstDays) return ''
  const [now, then] = [before, after].map(({ worstDays }) => figureText({ value: worstDays, unit: 'days' }))
  return `: ${then} at worst instead of ${now}`
}
