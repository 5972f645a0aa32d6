import { figure, figureText } from '../figure.ts'
import { set, unsafe } from '../fix.ts'
import { barrier, passed, rule } from '../rule.ts'

export default rule({
  id: 'resources/chargeback-penalises-help',
  title: 'Help costs who asks for it and earns nothing for who gives it',
  kind: 'ResourceAllocation',
  severity: 'warning',
  finds:
    'Help between units that is charged (`crossCharge.percent` above 0) without the credit going to the helper (`creditToHelper: false`).',
  why: 'Asking costs the one unit its budget, and helping costs the other its time, so both do without.',
  evidence: ['R10'],
  certainty:
    'Research on help among workers found less of it where rewards work against it; charges between units were not what it measured.',
  against: 'A charge that the helper gets pays for the help and can make it easier to give.',
  fixing: 'The fix credits the charge to the helper. It moves money between units, so finance must agree.',
  *check({ spec }) {
    const { crossCharge } = spec
    const { percent, creditToHelper } = crossCharge ?? {}
    if (crossCharge === undefined || percent === undefined || creditToHelper === undefined) return
    if (percent === 0 || creditToHelper) {
      yield passed()
      return
    }
    const share = figureText({ value: percent, unit: 'percent' })
    yield barrier(crossCharge, 'creditToHelper', {
      what: `${share} of the cost of help is charged to the unit that receives it, and the unit that helps gets none of it.`,
      howMuch: `For every 100 of cost, asking costs ${figureText({ value: percent, unit: 'count' })} and helping is left with the whole 100.`,
      change: 'Credit the charge to the helper, or do not charge for help.',
      figures: [figure('charged-share', 'Charged to who asks', percent, 'percent')],
      fixes: [unsafe(`Credit the charge of ${share} to the helper`, set(crossCharge, 'creditToHelper', true))],
    })
  },
})
