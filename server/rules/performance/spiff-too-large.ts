import { between, convention } from '../conventions.ts'
import { converted, rateAssumptions } from '../exchange-rates.ts'
import { figure, figureText, number } from '../figure.ts'
import { set, unsafe } from '../fix.ts'
import { moneyText } from '../resource-amounts.ts'
import { barrier, passed, rule, titled } from '../rule.ts'
import { isOver } from '../time-spans.ts'

export default rule({
  id: 'performance/spiff-too-large',
  title: 'One extra reward outweighs months of the plan',
  kind: 'IncentivePlan',
  severity: 'info',
  finds:
    'An extra reward (`spiffs`) that pays more for one sale than 15 % of target variable pay for the year (a convention; practitioners name 10 to 15 %). Amounts in different currencies are compared only where a rate is declared.',
  why: 'For the weeks that it runs, sellers do what it pays for and leave everything else, the work with colleagues and partners included.',
  evidence: ['arithmetic'],
  certainty: "The share is arithmetic; the limit is practitioners' rule of thumb and nothing else.",
  against:
    'For a large and rare sale a large reward may be right. An extra reward that is open to every route steers nobody away from a partner.',
  fixing: 'The fix lowers the reward to the limit. It changes what the policy pays.',
  options: {
    mostPercent: convention(15, between(0, 100), {
      title: 'Most for one sale',
      description: 'The most that one extra reward may be, in percent of target variable pay.',
    }),
  },
  *check({ spec }, { assumptions, options: { mostPercent }, workspace }) {
    const { targetPay, spiffs = [] } = spec
    if (targetPay === undefined || targetPay.amount === 0) return
    for (const spiff of spiffs) {
      const { amount, currency } = spiff.amount
      const { exchangeRates } = assumptions
      const inTarget = converted(spiff.amount, targetPay.currency, exchangeRates)
      if (inTarget === undefined || isOver(spiff, workspace.today)) continue
      const percent = (100 * inTarget) / targetPay.amount
      if (percent <= mostPercent) {
        yield passed()
        continue
      }
      const share = figure(
        'reward-share',
        'Extra reward for one sale in percent of target variable pay',
        percent,
        'percent',
        rateAssumptions([currency], targetPay.currency, exchangeRates, workspace),
      )
      const most = { amount: Math.floor((amount * mostPercent) / percent), currency }
      yield barrier(spiff, 'amount', {
        what: `The extra reward "${titled(spiff)}" pays ${moneyText(spiff.amount)} for one sale.`,
        howMuch: `That is ${figureText(share)} of target variable pay (${moneyText(targetPay)} a year); ${number(mostPercent, 1)} % is a convention.`,
        change: `Keep it to ${moneyText(most)}.`,
        figures: [share],
        fixes: [
          unsafe(
            `Lower the extra reward to ${moneyText(most)} (${figureText(share)} → ${number(mostPercent, 1)} % of target pay)`,
            set(spiff.amount, 'amount', most.amount),
          ),
        ],
      })
    }
  },
})
