import type { IncentiveMeasure, IncentivePlan } from '../../language/generated/policies.ts'
import { figure, number } from '../figure.ts'
import { barrier, passed, rule, titled } from '../rule.ts'

export default rule({
  id: 'performance/hard-cap',
  title: 'Pay stops at target',
  kind: 'IncentivePlan',
  severity: 'info',
  finds:
    'A measure that pays nothing more once its target is met: `payout.cap` or `payout.maximum` at 100 % or below. Measures without a weight are left alone.',
  why: 'Once the target is met nothing more is earned, by the own work or by helping, so help stops there and the next result waits for the next year.',
  evidence: ['arithmetic'],
  certainty:
    'That pay is flat above target is the plan itself. What people do once they have reached it was not measured.',
  against:
    'A cap bounds what the plan can cost, and a result that cannot exceed its target, a milestone for instance, needs none.',
  fixing:
    'There is no mechanical fix: the cap and what it may cost belong together. A cap at 150 or 200 % bounds the cost and leaves a reason to go on.',
  *check({ spec }) {
    for (const measure of (spec.measures ?? []).filter(({ weight }) => weight !== 0)) {
      const capped = capOf(measure)
      if (capped === undefined || measure.payout === undefined) continue
      if (capped.at > 100) {
        yield passed()
        continue
      }
      yield barrier(measure.payout, capped.key, {
        what: `The measure "${titled(measure)}" pays at most ${number(capped.at, 1)} % of its target pay.`,
        howMuch: worthOf(measure, spec),
        change:
          'Raise the cap above target, so that a result beyond it, and the help that brings it about, still pays.',
        figures: [figure('cap', 'Most that the measure pays, in percent of its target pay', capped.at, 'percent')],
      })
    }
  },
})

function capOf({
  payout,
}: IncentiveMeasure): { readonly key: 'cap' | 'maximumPays' | 'maximum'; readonly at: number } | undefined {
  const { cap, maximum, maximumPays } = payout ?? {}
  const most = maximum === undefined ? undefined : (maximumPays ?? maximum)
  if (cap !== undefined && (most === undefined || cap <= most)) return { key: 'cap', at: cap }
  return most === undefined ? undefined : { key: maximumPays === undefined ? 'maximum' : 'maximumPays', at: most }
}

function worthOf({ weight }: IncentiveMeasure, { targetPay }: IncentivePlan['spec']): string {
  if (weight === undefined) return 'A result of 120 % pays no more than one of 100 %.'
  const percent = (20 * weight) / 100
  const lost =
    targetPay === undefined
      ? `${number(percent, 1)} % of target pay`
      : `${number((targetPay.amount * percent) / 100, 0)} ${targetPay.currency}`
  return `A result of 120 % pays no more than one of 100 %; in proportion it would bring ${lost} more.`
}
