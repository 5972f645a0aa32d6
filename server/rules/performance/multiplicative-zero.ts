import type { IncentiveMeasure } from '../../language/generated/policies.ts'
import { figure, figureText, number } from '../figure.ts'
import { barrier, passed, rule } from '../rule.ts'

export default rule({
  id: 'performance/multiplicative-zero',
  title: 'One poor result wipes out all the others',
  kind: 'IncentivePlan',
  severity: 'info',
  finds:
    'A plan that multiplies own with shared results (`formula: multiplicative`) and lets a factor become nothing: `multiplierFloor: 0`, or no floor and a measure that pays nothing below its threshold.',
  why: 'Whoever did all they could together is paid nothing because of a result that was not theirs, or of their own in a bad year; both teach people to rely on themselves.',
  evidence: ['arithmetic'],
  certainty: 'That nothing times anything is nothing is arithmetic. How people take it has not been measured here.',
  against:
    'Multiplying makes both results matter at once, which may be wanted. With a floor it does so without wiping out either.',
  fixing:
    'There is no mechanical fix: set a lowest multiplier that the company can pay for (`multiplierFloor: 50`), or add the parts (`formula: additive`), which changes what each is worth.',
  *check({ spec }) {
    const { formula, measures = [], pools = [], multiplierFloor } = spec
    const own = measures.filter(({ scope }) => scope === 'individual')
    if (formula !== 'multiplicative' || own.length === 0 || own.length === measures.length) return
    const zero = multiplierFloor === 0 ? [] : measures.filter(paysNothingBelow)
    if (multiplierFloor === undefined && zero.length === 0) return
    if (multiplierFloor !== undefined && multiplierFloor > 0) {
      yield passed()
      return
    }
    const multiplied = 100 - pools.reduce((sum, { weight = 0 }) => sum + weight, 0)
    const lost = figure('pay-lost', 'Pay that one factor of nothing takes away', multiplied, 'percent')
    const below = zero.map(
      ({ title, name, payout }) => `"${title ?? name}" below ${number(payout?.threshold ?? 0, 1)} %`,
    )
    yield barrier(spec, multiplierFloor === undefined ? 'formula' : 'multiplierFloor', {
      what: `Own and shared results are multiplied, and a factor can become nothing${below.length === 0 ? ' (a lowest multiplier of 0 %)' : `: ${below.join(', ')}`}.`,
      howMuch: `One such result takes away ${figureText(lost)} of target pay, whatever the others are.`,
      change: 'Set a lowest multiplier, for instance 50 % (a convention), or add the parts.',
      figures: [lost],
    })
  },
})

function paysNothingBelow({ payout }: IncentiveMeasure): boolean {
  return payout?.threshold !== undefined && payout.threshold > 0
}
