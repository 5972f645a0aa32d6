import { lineOfSight } from '../../models/line-of-sight.ts'
import { atLeast, convention } from '../conventions.ts'
import { type Figure, figure, number } from '../figure.ts'
import { paysExecutives } from '../paid-people.ts'
import { moneyText } from '../resource-amounts.ts'
import { barrier, passed, rule } from '../rule.ts'
import { sharedParts } from '../shared-parts.ts'
import { sharedWeightFigure } from '../shared-pay.ts'

export default rule({
  id: 'performance/line-of-sight-lost',
  title: 'Shared pay follows results that nobody can see themselves move',
  kind: 'IncentivePlan',
  severity: 'info',
  finds:
    'A plan all of whose shared measures and pools follow the work of more than 150 people (a convention). How many it is, `contributors` says, else the `participants` of a pool, the headcount of the unit, or that of the company. Plans for executives are left alone, and so is a plan with one shared result of unknown size.',
  why: 'What a person does for the others cannot be seen in the figure that pays for it, so it is left to somebody else.',
  evidence: ['R14', 'arithmetic'],
  certainty:
    'The effective leverage is arithmetic: a weight divided by the people whose work moves the result. A meta-analysis found that team size matters for team incentives; it gives no limit, so 150 is a convention.',
  against:
    'A share in the result of the whole company can still say what the company is for, and costs little. It just does not pay for helping a certain colleague.',
  fixing:
    'There is no mechanical fix. Measure a result closer by: that of the team, of two units that hand work to one another, or of the people around one partner.',
  options: {
    mostPeople: convention(150, atLeast(1), {
      title: 'Most people',
      description: 'How many people may move a result together before nobody sees their own part in it.',
    }),
  },
  *check(plan, { options: { mostPeople }, workspace }) {
    if (paysExecutives(plan, workspace)) return
    const shared = sharedParts(plan, workspace)
    if (shared.some(({ people }) => people !== undefined && people <= mostPeople)) {
      yield passed()
      return
    }
    const [largest] = [...shared].sort((a, b) => b.weight - a.weight)
    if (largest === undefined || shared.some(({ people }) => people === undefined)) return
    const seen = lineOfSight(
      shared.map(({ weight, people }) => ({ weightPercent: weight, scope: 'shared', movedBy: people })),
    )
    const parts = shared.map(({ weight, people = 0 }) => `${number(weight, 2)} % / ${number(people, 0)}`)
    const { targetPay } = plan.spec
    const inMoney =
      targetPay === undefined
        ? ''
        : `, ${moneyText({ ...targetPay, amount: Math.round(targetPay.amount * seen.sharedLeveragePercent) / 100 })} a year`
    yield barrier(largest.object, largest.key, {
      what: `${shared.length === 1 ? 'The only shared result' : `Each of the ${shared.length} shared results`} that the plan pays for is moved by more than ${number(mostPeople, 0)} people (a convention).`,
      howMuch: `${number(seen.sharedPercent, 2)} % of target pay is shared by name; one person's work moves ${number(seen.sharedLeveragePercent, 3)} % of it (${parts.join(' + ')})${inMoney}.`,
      change: 'Pay for a shared result closer by, which fewer people move.',
      figures: figuresOf(seen.sharedPercent, seen.sharedLeveragePercent),
    })
  },
})

function figuresOf(sharedPercent: number, leverage: number): readonly Figure[] {
  return [
    sharedWeightFigure(sharedPercent),
    figure(
      'effective-leverage',
      "Share of target pay that one person's work moves through shared results",
      leverage,
      'percent',
    ),
  ]
}
