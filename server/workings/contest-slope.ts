import type { PayPart } from '../models/pay-parts.ts'
import { type Prize, rankedMarginals } from '../models/prize-contest.ts'
import { type Expression, type Given, minus, over, total } from './expression.ts'
import type { Person, PlanInNumbers } from './plan-in-numbers.ts'
import { peopleIn } from './slope-at-target.ts'
import { resultOf, type Step, step, type Table } from './step.ts'

/**
 * What a contest by rank pays for a result. When all are equally good, the gain per standard deviation is the mean over the ranks of
 * prize × the rank's expected standing among normal results (its order statistic); everybody's gains and losses together are nothing.
 * Undefined where a gate or a fund comes between.
 */
export function contestSlope(
  part: PayPart,
  person: Person,
  plan: PlanInNumbers,
  title: string,
): readonly Step[] | undefined {
  const { contest, factors } = part
  if (contest === undefined || factors.length > 0 || contest.ownFrom !== -Infinity) return undefined
  const people = peopleIn(contest.participants, part, plan)
  if (person !== 0 && !plan.groups.liesWithin(person, contest.participants)) return undefined
  const table = standings(people.value, contest.prizes, plan.pay)
  const sum = total(
    'prize × standing',
    table.cells.map(({ values }) => values[2] ?? 0),
  )
  const own = step(`${title}, per standard deviation`, ownGain(sum, people), plan.pay, table)
  const mine = over(resultOf(own), plan.spread)
  if (person === 0) return [own, step(title, mine, plan.pay)]
  return [own, step(title, minus(0, over(mine, minus(people, 1))), plan.pay)]
}

/** Gain per standard deviation of an own result, among equals. */
function ownGain(sum: Expression, people: Given): Expression {
  return over(sum, people)
}

/** Each prize with the expected standings of the ranks that win it, in standard deviations above the mean. */
export function standings(
  contestants: number,
  prizes: readonly Prize[],
  pay: { readonly unit: 'money' | 'percent'; readonly currency?: string | undefined },
): Table {
  let before = 0
  const scale = pay.unit === 'percent' ? 100 : 1
  const cells = prizes.flatMap(({ winners, prize }) => {
    const won = Math.min(winners, contestants - before)
    if (won <= 0) return []
    const standing = contestants * standingOf(before, won, contestants)
    const label = won === 1 ? `rank ${before + 1}` : `ranks ${before + 1} to ${before + won}`
    before += won
    return [{ label, values: [prize / scale, standing, (prize / scale) * standing] }]
  })
  return {
    rows: 'rank',
    columns: [
      { title: 'prize', ...pay },
      { title: 'expected standing, added up', unit: 'ratio' },
      { title: 'prize × standing', ...pay },
    ],
    cells,
  }
}

/** The gain from a prize of 1 for these ranks alone: by parts, the mean of their normal order statistics. */
function standingOf(before: number, won: number, contestants: number): number {
  const above = before === 0 ? [] : [{ winners: before, prize: 0 }]
  return rankedMarginals({ contestants, prizes: [...above, { winners: won, prize: 1 }] }, -Infinity).own
}
